"""How decisions are made, watched and answered for."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="decisions", name="三重一大议事程序", category="meeting_procedure", fits="a u v t d s e k h", code="A32",
        owner="organization-department", slots={"a": (3, 9), "b": (12, 40)}, money=(50_000, 900_000),
        basis="关于推进领导干部“三重一大”决策制度落实的意见", rule="“三重一大”事项议事规则", sources=("documents", "talk"),
        found=(
            ("抽查{year}年{b}次会议记录，{a}项大额支出没有集体研究，涉及{wan}。", "大额支出未经集体研究"),
            ("{board}会议记录不规范，{a}次没有表决情况，主要负责人首先表态。", "会议记录不规范、未落实末位表态"),
            ("“三重一大”事项清单照搬上级，没有结合实际确定金额标准。", "“三重一大”事项清单不具体"),
        ),
        tasks=(
            Task("对{a}项未经集体研究的支出补充说明，逐项整改", "逐项整改未集体研究的事项", "大额支出全部集体研究",
                 (("draw_inferences", "对三年来大额支出全面自查"), ("accountability", "对主要责任人提醒谈话")),
                 (("document", "大额支出自查表"), ("document", "提醒谈话记录"))),
            Task("规范会议记录，落实末位表态", "规范会议记录、落实末位表态", "议题、发言、表决记录完整",
                 (("other", "统一会议记录本和格式"), ("education", "学习民主集中制有关规定")),
                 (("minutes", "{board}会议记录"), ("minutes", "专题学习记录"))),
        ),
        results=("大额支出已全部提交集体研究", "会议记录已规范，表决情况完整"),
    ),
    Theme(
        key="four_steps", name="四议两公开", category="meeting_procedure", fits="v a", code="A34",
        owner="organization-department", slots={"a": (2, 6), "b": (8, 30)},
        basis="关于健全“四议两公开”工作法的意见", rule="“四议两公开”实施细则", sources=("documents", "talk", "questionnaire"),
        found=(
            ("{a}项重大村务没有经过代表会议决议，只由{board}商定。", "重大事项未经代表会议决议"),
            ("代表会议签到表有{b}个签名笔迹相同，会议决议没有公开。", "代表会议签到不实"),
            ("“两公开”只公开结果不公开决议，{a}个项目公示期不足五天。", "公示内容不全、期限不足"),
        ),
        tasks=(
            Task("对{a}项重大事项补开代表会议", "补开代表会议", "重大事项按程序决议",
                 (("other", "逐项提交代表会议审议"), ("accountability", "对代签的责任人批评教育")),
                 (("minutes", "代表会议记录"), ("photo", "代表会议现场照片"))),
            Task("决议和实施结果全部公开", "决议和结果全部公开", "公示期不少于七天",
                 (("other", "在公开栏和微信群同步公开"), ("education", "培训干部和代表")),
                 (("photo", "决议公示照片"), ("minutes", "培训会议记录"))),
        ),
        results=("重大事项已补开会议审议", "决议和结果已公开，公示期满"),
    ),
    Theme(
        key="village_board", name="村务监督委员会", category="responsibility", fits="v a", code="A12",
        owner="district-discipline", slots={"a": (2, 6), "b": (3, 10)},
        basis="关于建立健全村务监督委员会的指导意见", rule="村务监督委员会工作规则", sources=("talk", "documents"),
        found=(
            ("村务监督委员会没有参加{a}次工程验收，监督记录空白{b}个月。", "村务监督委员会未履行监督职责"),
            ("监督委员会成员与报账人员职务交叉，{a}张凭证未经其审核。", "监督人员职务交叉"),
            ("监督委员会{year}年没有提出过监督意见，群众不知道成员是谁。", "监督委员会作用发挥不够"),
        ),
        tasks=(
            Task("调整职务交叉的成员，补齐监督委员会", "调整职务交叉的成员", "监督与经办分离",
                 (("other", "按程序补选成员"), ("other", "成员和职责上墙公示")),
                 (("minutes", "补选会议记录"), ("photo", "成员公示照片"))),
            Task("每月审核一次票据，参加工程验收", "每月审核票据、参加验收", "监督记录按月完整",
                 (("other", "固定每月监督日"), ("education", "参加上级纪检业务培训")),
                 (("document", "监督日记录"), ("document", "监督意见书"))),
        ),
        results=("监督委员会成员已调整", "每月监督日已固定，票据审核留痕"),
    ),
    Theme(
        key="grid", name="网格员管理", category="stability", fits="u a v t", code="A90",
        owner="publicity-department", slots={"a": (2, 6), "b": (14, 52)},
        basis="网格化服务管理工作规范", rule="网格员考核办法", sources=("talk", "field", "big_data"),
        found=(
            ("{b}名网格员日均上报事项不足一条，{a}个网格连续三个月没有走访记录。", "网格走访记录缺失"),
            ("网格员被抽调从事报表工作，{a}个网格长期无人。", "网格员长期被抽调"),
            ("网格上报的{b}件事项中{a}件逾期未办，系统内虚假办结。", "网格事项虚假办结"),
        ),
        tasks=(
            Task("配齐{a}个空缺网格，抽调人员全部返岗", "配齐网格员、返岗到位", "每个网格有专人",
                 (("other", "清理抽调人员"), ("other", "公示网格员照片和联系方式牌")),
                 (("document", "网格员配备名册"), ("photo", "网格公示牌照片"))),
            Task("复核虚假办结事项，严格走访考核", "复核办结事项、严格考核", "上报事项办结真实",
                 (("draw_inferences", "对三个月来的办结事项逐件复核"), ("other", "走访情况每月通报")),
                 (("survey", "办结事项回访记录"), ("document", "网格考核通报"))),
        ),
        results=("空缺网格已配齐", "办结事项已复核，走访考核按月通报"),
    ),
    Theme(
        key="petition_reply", name="信访回复", category="stability", fits="a u v t d", code="A91",
        owner="petition-bureau", slots={"a": (2, 7), "b": (9, 40)},
        basis="信访工作条例关于办理期限的规定", rule="信访事项办理规程", sources=("petition", "documents"),
        found=(
            ("{b}件信访事项中{a}件超过期限答复，答复意见内容雷同。", "信访答复逾期、内容雷同"),
            ("群众反映的{a}个问题只转办不督办，三个月没有结果。", "信访事项转而不办"),
            ("领导接访记录不全，{year}年有{a}个月没有接访安排。", "领导接访制度落实不到位"),
        ),
        tasks=(
            Task("对{a}件逾期事项逐件上门答复", "逐件上门答复", "信访事项按期办结",
                 (("other", "明确包案领导和时限"), ("other", "请群众评价办理结果")),
                 (("document", "信访答复意见书"), ("survey", "群众评价表"))),
            Task("落实领导接访和台账督办", "落实领导接访和督办", "每周接访、每月督办",
                 (("other", "公布接访安排"), ("other", "台账销号管理")),
                 (("photo", "接访安排公示照片"), ("document", "信访督办台账"))),
        ),
        results=("逾期事项已逐件答复", "领导接访已落实，信访事项台账管理"),
    ),
)
