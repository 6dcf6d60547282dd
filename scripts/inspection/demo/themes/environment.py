"""Land and surroundings, and what the district decided."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="homestead", name="宅基地管理", category="environment", fits="v a t", code="A89",
        owner="planning-bureau", slots={"a": (2, 6), "b": (5, 22)},
        basis="土地管理法关于一户一宅的规定", rule="宅基地审批和巡查制度", sources=("field", "petition", "talk"),
        wordings=(
            Wording("{a}户未批先建，{org}巡查发现后没有制止和上报。", "宅基地未批先建未制止", "{a}户未批先建已分类处置",
                task("对{a}户未批先建分类处置", "分类处置未批先建", "新增违法占地为零",
                    "other 会同规划资源部门逐户认定|other 符合条件的补办，不符合的限期拆除", "document 分类处置清单|photo 处置后现场照片")),
            Wording("宅基地审批材料不全，{b}份档案缺少四邻意见和公示照片。", "宅基地审批材料不全", "{b}份审批档案已补齐",
                task("补齐{b}份宅基地审批档案", "补齐审批档案", "审批材料齐全",
                    "other 补充四邻意见和公示|draw_inferences 对三年来的审批档案全面复核", "document 补齐后的审批档案目录|photo 审批公示照片")),
            Wording("一户多宅{a}处长期没有处理，闲置房屋存在倒塌风险。", "闲置危旧房未处置", "{a}处闲置危旧房已拆除或加固",
                task("处置{a}处闲置危旧房", "处置闲置危旧房", "危旧房不住人、不伤人",
                    "other 请专业机构鉴定|other 拆除或加固，落实安置", "document 房屋安全鉴定报告|photo 处置后照片")),
        ),
        more=task("落实宅基地每周巡查", "落实每周巡查", "发现即报、及时制止",
            "other 建立巡查日志|education 宣传宅基地政策", "document 宅基地巡查日志|photo 政策宣传照片"),
    ),
    Theme(
        key="garbage", name="垃圾分类", category="environment", fits="u a v t", code="A92",
        owner="urban-management-bureau", slots={"a": (3, 12), "b": (2, 8)}, money=(9_000, 120_000),
        basis="生活垃圾管理条例关于分类投放的规定", rule="垃圾分类督导考核办法", sources=("field", "questionnaire"),
        wordings=(
            Wording("{a}个垃圾投放点混装混运，督导员{b}天不在岗。", "垃圾混装混运", "{a}个投放点已整治，实行分类运输",
                task("整治{a}个投放点，做到分类投放、分类运输", "整治投放点、分类运输", "投放点干净、分类准确",
                    "campaign 开展环境卫生集中整治|other 清运单位签订分类运输承诺书", "photo 投放点整治照片|document 分类运输承诺书"), quick=True),
            Wording("垃圾分类服务外包合同{wan}，考核表全部满分，与现场情况不符。", "分类服务考核流于形式", "考核由居民参与打分，费用按考核支付",
                task("重新考核外包服务，按结果付费", "重新考核、按结果付费", "考核与付款挂钩",
                    "other 每月由群众代表参与打分|recovery 按考核扣回多付的服务费", "document 月度考核表|receipt 服务费扣回凭证")),
            Wording("建筑垃圾临时堆放点{b}处没有围挡，清运不及时。", "建筑垃圾清运不及时", "{b}处堆放点已围挡，日产日清",
                task("设置{b}处围挡，及时清运建筑垃圾", "设置围挡、及时清运", "日产日清",
                    "other 设置围挡和告示牌|other 与清运单位约定频次", "photo 堆放点整治照片|document 清运协议"), quick=True),
        ),
        more=task("开展垃圾分类宣传和督导", "开展分类宣传和督导", "分类知晓率九成以上",
            "education 入户宣传分类知识|other 督导员定点值守", "document 入户宣传记录|document 督导员考勤表"),
    ),
    Theme(
        key="river", name="河塘水环境", category="environment", fits="v a t", code="A85",
        owner="urban-management-bureau", slots={"a": (2, 5), "b": (4, 15)},
        basis="河道管理条例和河长制工作要求", rule="河塘保洁管护制度", sources=("field", "questionnaire", "media"),
        wordings=(
            Wording("{a}条河沟有漂浮物和违规种植，河长{b}周没有巡查记录。", "河沟保洁和巡查不到位", "{a}条河沟已清理，河长每周巡查",
                task("清理{a}条河沟，恢复河长巡查", "清理河沟、恢复巡查", "水面清洁、岸坡整洁",
                    "campaign 开展河塘清洁行动|other 巡查轨迹按月公布", "photo 河沟清理前后照片|document 河长巡查记录"), quick=True),
            Wording("生活污水{a}处直排池塘，夏季有异味，群众反映多次。", "生活污水直排池塘", "{a}处直排口已封堵，污水接入管网",
                task("封堵{a}处直排口，污水接入管网", "封堵直排口、接入管网", "无污水直排",
                    "other 排查管网、封堵直排口|other 清淤后补种水生植物", "document 直排口封堵验收单|photo 池塘治理照片")),
            Wording("河道保洁外包人员每周只到{a}天，没有考核。", "河道保洁外包缺少考核", "保洁外包按月考核，到岗天数达标",
                task("督促外包单位按合同到岗，按月考核", "按合同到岗、按月考核", "保洁天数符合合同",
                    "other 约谈外包单位|other 保洁费用与考核挂钩", "minutes 约谈记录|document 保洁考核表")),
        ),
        more=task("设立河塘公示牌，接受群众监督", "设立公示牌、群众监督", "河长和监督方式公开",
            "other 更新河长公示牌|other 聘请群众监督员", "photo 河长公示牌照片|document 监督员名册"),
    ),
    Theme(
        key="policy", name="重点工作落实", category="policy_implementation", fits="t d e v u a", code="A03",
        owner="finance-bureau", slots={"a": (2, 6), "b": (20, 75)}, money=(20_000, 420_000),
        basis="区委年度重点工作目标任务书", rule="重点任务推进机制", sources=("documents", "briefing", "talk"),
        wordings=(
            Wording("{year}年承担的{a}项重点任务没有分解到人，年底以“基本完成”上报。", "重点任务未分解落实", "{a}项任务已分解到人，按月调度",
                task("将{a}项任务分解到人、到月", "任务分解到人、到月", "任务按节点完成",
                    "other 制定任务分解表|other 每月调度并通报进度", "document 任务分解表|minutes 月度调度会议纪要")),
            Wording("专项资金{wan}下达后{a}个月没有使用，执行率只有百分之{b}。", "专项资金使用进度慢", "专项资金已按计划使用，绩效评价合格",
                task("加快专项资金使用", "加快专项资金使用", "执行率达到序时进度",
                    "other 逐个项目排出用款计划|other 委托第三方绩效评价", "document 用款计划表|document 绩效评价报告")),
            Wording("学习贯彻上级部署以会议落实会议，{a}份实施方案照抄照转。", "以会议落实会议", "{a}份方案已结合实际修订",
                task("结合实际修订{a}份实施方案", "修订实施方案", "方案具体、可检查",
                    "other 调研后逐份修订|other 明确量化指标和责任人", "document 修订后的实施方案|minutes 方案审议会议纪要")),
        ),
        more=task("建立重点工作督查机制", "建立督查机制", "每季度督查一次",
            "other 督查结果通报|education 组织班子成员学习研讨", "document 督查通报|minutes 学习研讨记录"),
    ),
    Theme(
        key="service_party", name="联系服务群众", category="responsibility", fits="t d a u v", code="A13",
        owner="organization-department", slots={"a": (2, 6), "b": (12, 60)},
        basis="关于领导干部联系点制度的规定", rule="领导干部联系点制度", sources=("talk", "questionnaire", "field"),
        wordings=(
            Wording("班子成员联系点制度没有落实，{a}名成员全年走访不足{b}户。", "班子成员走访联系不够", "{a}名班子成员已按计划走访",
                task("班子成员带头走访，每季度到联系点办公", "班子成员到联系点走访", "每人每季度到联系点一次",
                    "other 排出走访计划并公开|other 收集的问题列单办理", "survey 走访登记表|document 联系点问题办理清单")),
            Wording("党风廉政建设责任书一签了之，{a}项责任没有检查考核。", "责任书一签了之", "{a}项责任已检查考核",
                task("对{a}项责任开展检查考核", "开展责任检查考核", "责任落实有检查、有结果",
                    "other 制定个性化责任清单|other 年中、年末各检查一次", "document 责任清单|document 责任制检查报告")),
            Wording("谈心谈话记录简单，{b}份记录中{a}份内容完全相同。", "谈心谈话记录雷同", "谈心谈话已重新开展，记录真实",
                task("重新开展{a}人次谈心谈话", "重新开展谈心谈话", "谈话一人一记、内容真实",
                    "other 逐人约谈并如实记录|education 学习谈心谈话要求", "document 谈心谈话记录|minutes 学习记录")),
        ),
        more=task("公开班子成员联系方式和接待日", "公开联系方式和接待日", "群众找得到人",
            "other 公布接待日和联系渠道|other 接待问题登记答复", "photo 接待日公示照片|document 接待登记簿"),
    ),
)
