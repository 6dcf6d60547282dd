"""How decisions are made, watched and answered for."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="decisions", name="三重一大议事程序", category="meeting_procedure", fits="a u v t d s e k h", code="A32",
        owner="organization-department", slots={"a": (3, 9), "b": (12, 40)}, money=(50_000, 900_000),
        basis="关于推进领导干部“三重一大”决策制度落实的意见", rule="“三重一大”事项议事规则", sources=("documents", "talk"),
        wordings=(
            Wording("抽查{year}年{b}次会议记录，{a}项大额支出没有集体研究，涉及{wan}。", "大额支出未经集体研究", "{a}项支出已逐项说明，大额支出全部集体研究",
                task("对{a}项未经集体研究的支出逐项说明、整改", "逐项整改未集体研究的支出", "大额支出全部集体研究",
                    "draw_inferences 对三年来的大额支出全面自查|accountability 对主要责任人提醒谈话", "document 大额支出自查表|document 提醒谈话记录")),
            Wording("{board}会议记录不规范，{a}次没有表决情况，主要负责人首先表态。", "会议记录不规范、未落实末位表态", "会议记录已规范，落实末位表态",
                task("规范会议记录，落实末位表态", "规范记录、落实末位表态", "议题、发言、表决记录完整",
                    "other 统一会议记录本和格式|education 学习民主集中制有关规定", "minutes 会议记录样本|minutes 专题学习记录")),
            Wording("“三重一大”事项清单照搬上级，没有结合实际确定金额标准，{a}项事项界限不清。", "“三重一大”事项清单不具体", "事项清单已修订，金额标准明确",
                task("修订“三重一大”事项清单，明确金额标准", "修订事项清单", "清单具体、标准明确",
                    "other 广泛征求意见后修订|other 清单报上级备案并公开", "document “三重一大”事项清单|minutes 清单审议会议纪要")),
        ),
        more=task("上级党组织列席重要会议", "上级党组织列席会议", "重要议题有人列席监督",
            "other 重要议题提前报告|other 列席情况记入会议记录", "document 议题报告单|minutes 列席会议记录"),
    ),
    Theme(
        key="four_steps", name="四议两公开", category="meeting_procedure", fits="v a", code="A34",
        owner="organization-department", slots={"a": (2, 6), "b": (8, 30)},
        basis="关于健全“四议两公开”工作法的意见", rule="“四议两公开”实施细则", sources=("documents", "talk", "questionnaire"),
        wordings=(
            Wording("{a}项重大事项没有经过代表会议决议，只由{board}商定。", "重大事项未经代表会议决议", "{a}项事项已提交代表会议审议",
                task("对{a}项重大事项补开代表会议", "补开代表会议", "重大事项按程序决议",
                    "other 逐项提交代表会议审议|other 未通过的事项立即停止", "minutes 代表会议记录|photo 代表会议现场照片")),
            Wording("代表会议签到表有{b}个签名笔迹相同，会议决议没有公开。", "代表会议签到不实", "签到不实的会议已重新召开，责任人已被批评教育",
                task("重新召开签到不实的代表会议", "重新召开代表会议", "本人到会、本人签名",
                    "other 逐人通知、现场签到|accountability 对代签的责任人批评教育", "minutes 重新召开的会议记录|document 批评教育记录")),
            Wording("“两公开”只公开结果不公开决议，{a}个项目公示期不足五天。", "公示内容不全、期限不足", "{a}个项目的决议和结果已重新公示",
                task("重新公示{a}个项目的决议和结果", "重新公示决议和结果", "公示期不少于七天",
                    "other 在公开栏和微信群同步公示|other 收集意见并答复", "photo 决议公示照片|document 意见答复记录")),
        ),
        more=task("开展“四议两公开”业务培训", "开展业务培训", "干部和代表熟悉程序",
            "education 培训干部和代表|other 印发程序明白纸", "minutes 培训会议记录|document 程序明白纸"),
    ),
    Theme(
        key="village_board", name="村务监督委员会", category="responsibility", fits="v a", code="A12",
        owner="district-discipline", slots={"a": (2, 6), "b": (3, 10)},
        basis="关于建立健全村务监督委员会的指导意见", rule="村务监督委员会工作规则", sources=("talk", "documents"),
        wordings=(
            Wording("监督委员会没有参加{a}次工程验收，监督记录空白{b}个月。", "监督委员会未履行监督职责", "监督委员会已参加验收，监督记录按月完整",
                task("监督委员会参加工程验收，按月记录", "参加验收、按月记录", "监督记录按月完整",
                    "other 固定每月监督日|other 对{a}次验收补充核查", "document 监督日记录|document 验收核查意见")),
            Wording("监督委员会成员与报账人员职务交叉，{a}张凭证未经其审核。", "监督人员职务交叉", "职务交叉的成员已调整",
                task("按程序调整职务交叉的成员", "调整职务交叉的成员", "监督与经办分离",
                    "other 按程序补选成员|other 对{a}张凭证补做审核", "minutes 补选会议记录|document 凭证补审记录")),
            Wording("监督委员会{year}年没有提出过监督意见，{people}不知道成员是谁。", "监督委员会作用发挥不够", "成员已公示，监督意见按季提出",
                task("公示监督委员会成员，按季提出监督意见", "公示成员、按季提出意见", "监督意见有反馈、有落实",
                    "other 成员照片和职责上墙|other 每季度提出书面监督意见", "photo 成员公示照片|document 监督意见书")),
        ),
        more=task("培训监督委员会成员", "培训监督人员", "成员会看账、会监督",
            "education 参加上级纪检业务培训|other 与上级纪检组织结对指导", "minutes 业务培训记录|document 结对指导安排"),
    ),
    Theme(
        key="grid", name="网格员管理", category="stability", fits="u a v t", code="A90",
        owner="publicity-department", slots={"a": (2, 6), "b": (14, 52)},
        basis="网格化服务管理工作规范", rule="网格员考核办法", sources=("talk", "field", "big_data"),
        wordings=(
            Wording("{b}名网格员日均上报事项不足一条，{a}个网格连续三个月没有走访记录。", "网格走访记录缺失", "{a}个网格已恢复走访，按月通报",
                task("恢复{a}个网格的日常走访", "恢复日常走访", "每户每季度走访一次",
                    "other 制定走访计划到人到户|other 走访情况每月通报", "document 网格走访记录|document 走访情况通报")),
            Wording("网格员被抽调从事报表工作，{a}个网格长期无人。", "网格员长期被抽调", "抽调人员已返岗，空缺网格已配齐",
                task("配齐{a}个空缺网格，抽调人员全部返岗", "配齐网格员、返岗到位", "每个网格有专人",
                    "other 清理抽调人员|other 公示网格员姓名和职责", "document 网格员配备名册|photo 网格公示牌照片")),
            Wording("网格上报的{b}件事项中{a}件超期未办，系统内虚假办结。", "网格事项虚假办结", "{a}件事项已重新办理，虚假办结已通报",
                task("重新办理{a}件虚假办结事项", "重新办理虚假办结事项", "上报事项办结真实",
                    "draw_inferences 对三个月来的办结事项逐件复核|accountability 对虚假办结的责任人通报批评", "survey 办结事项回访记录|document 通报文件")),
        ),
        more=task("网格员考核与绩效挂钩", "网格员考核与绩效挂钩", "按走访和办结质量考核",
            "other 每月考核排名|education 开展网格员业务培训", "document 网格员考核表|minutes 业务培训记录"),
    ),
    Theme(
        key="petition_reply", name="信访回复", category="stability", fits="a u v t d", code="A91",
        owner="petition-bureau", slots={"a": (2, 7), "b": (9, 40)},
        basis="信访工作条例关于办理期限的规定", rule="信访事项办理规程", sources=("petition", "documents"),
        wordings=(
            Wording("{b}件信访事项中{a}件超过期限答复，答复意见内容雷同。", "信访答复超期、内容雷同", "{a}件超期事项已逐件上门答复",
                task("对{a}件超期事项逐件上门答复", "逐件上门答复", "信访事项按期办结",
                    "other 明确包案领导和时限|other 请群众评价办理结果", "document 信访答复意见书|survey 群众评价表")),
            Wording("群众反映的{a}个问题只转办不督办，三个月没有结果。", "信访事项转而不办", "{a}个问题已督办到位并反馈群众",
                task("督办{a}个转而不办的问题", "督办转而不办的问题", "转办事项有结果、有反馈",
                    "other 逐个明确承办人和期限|other 办结后向群众当面反馈", "document 督办通知单|survey 当面反馈记录")),
            Wording("领导接访记录不全，{year}年有{a}个月没有接访安排。", "领导接访制度落实不到位", "接访安排按月公布，记录完整",
                task("按月公布领导接访安排", "公布接访安排", "每周至少接访一次",
                    "other 公布接访时间和领导|other 接访问题登记销号", "photo 接访安排公示照片|document 接访登记簿")),
        ),
        more=task("建立信访台账，按月调度", "建立信访台账、按月调度", "办理进度可查",
            "other 台账销号管理|education 开展信访业务培训", "document 信访督办台账|minutes 业务培训记录"),
    ),
)
