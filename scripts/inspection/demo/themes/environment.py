"""Land and surroundings, and what the district decided."""


# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="homestead", name="宅基地管理", category="environment", fits="v a t", code="A89",
        owner="planning-bureau", slots={"a": (2, 6), "b": (5, 22)},
        basis="土地管理法关于一户一宅的规定", rule="宅基地审批和巡查制度", sources=("field", "petition", "talk"),
        found=(
            ("{a}户未批先建，{org}巡查发现后没有制止和上报。", "宅基地未批先建未制止"),
            ("宅基地审批材料不全，{b}份档案缺少四邻意见和公示照片。", "宅基地审批材料不全"),
            ("一户多宅{a}处长期没有处理，闲置房屋存在倒塌风险。", "闲置危旧房未处置"),
        ),
        tasks=(
            Task("对{a}处未批先建分类处置", "分类处置未批先建", "新增违法占地为零",
                 (("other", "会同规划资源部门逐户认定"), ("other", "符合条件的补办，不符合的限期拆除")),
                 (("document", "分类处置清单"), ("photo", "处置后现场照片"))),
            Task("补齐{b}份审批档案，落实巡查", "补齐审批档案、落实巡查", "每周巡查、发现即报",
                 (("other", "补充四邻意见和公示"), ("other", "建立巡查日志")),
                 (("document", "补齐后的审批档案"), ("document", "宅基地巡查日志"))),
        ),
        results=("未批先建已分类处置", "审批档案已补齐，每周巡查"),
    ),
    Theme(
        key="garbage", name="垃圾分类", category="environment", fits="u a v t", code="A92",
        owner="urban-management-bureau", slots={"a": (3, 12), "b": (2, 8)}, money=(9_000, 120_000),
        basis="生活垃圾管理条例关于分类投放的规定", rule="垃圾分类督导考核办法", sources=("field", "questionnaire"),
        found=(
            ("{a}个垃圾投放点混装混运，督导员{b}天不在岗。", "垃圾混装混运"),
            ("垃圾分类服务外包合同{wan}，考核表全部满分，与现场情况不符。", "分类服务考核流于形式"),
            ("建筑垃圾临时堆放点{b}处没有围挡，清运不及时。", "建筑垃圾清运不及时"),
        ),
        tasks=(
            Task("整治{a}个投放点，做到分类投放、分类运输", "整治投放点、分类运输", "投放点干净、分类准确",
                 (("campaign", "开展环境卫生集中整治"), ("other", "清运单位签订分类运输承诺书")),
                 (("photo", "投放点整治照片"), ("document", "分类运输承诺书"))),
            Task("按实际考核支付外包费用", "按考核结果支付费用", "考核与付款挂钩",
                 (("other", "每月由居民代表参与打分"), ("recovery", "按考核扣回多付的服务费")),
                 (("document", "月度考核表"), ("receipt", "服务费扣回凭证"))),
        ),
        results=("投放点已整治，实行分类运输", "考核由居民参与打分，费用按考核支付"),
    ),
    Theme(
        key="river", name="河塘水环境", category="environment", fits="v a t", code="A85",
        owner="urban-management-bureau", slots={"a": (2, 6), "b": (4, 15)},
        basis="河道管理条例和河长制工作要求", rule="河塘保洁管护制度", sources=("field", "questionnaire", "media"),
        found=(
            ("{a}条河沟有漂浮物和违规种植，河长{b}周没有巡查记录。", "河沟保洁和巡查不到位"),
            ("生活污水{a}处直排池塘，夏季有异味，群众反映多次。", "生活污水直排池塘"),
            ("河道保洁外包人员每周只到{a}天，没有考核。", "河道保洁外包缺少考核"),
        ),
        tasks=(
            Task("清理{a}条河沟，封堵直排口", "清理河沟、封堵直排口", "水面清洁、无直排",
                 (("campaign", "开展河塘清洁行动"), ("other", "封堵直排口并接入管网")),
                 (("photo", "河沟清理前后照片"), ("document", "直排口封堵验收单"))),
            Task("落实河长巡查和保洁考核", "落实河长巡查和保洁考核", "每周巡查、每月考核",
                 (("other", "巡查轨迹按月公布"), ("other", "保洁费用与考核挂钩")),
                 (("document", "河长巡查记录"), ("document", "保洁考核表"))),
        ),
        results=("河沟已清理，直排口已封堵", "河长巡查落实，保洁按月考核"),
    ),
    Theme(
        key="policy", name="重点工作落实", category="policy_implementation", fits="t d e v u a", code="A03",
        owner="finance-bureau", slots={"a": (2, 6), "b": (20, 75)}, money=(20_000, 420_000),
        basis="区委年度重点工作目标任务书", rule="重点任务推进机制", sources=("documents", "briefing", "talk"),
        found=(
            ("{year}年承担的{a}项重点任务没有分解到人，年底以“基本完成”上报。", "重点任务未分解落实"),
            ("专项资金{wan}下达后{a}个月没有使用，执行率只有百分之{b}。", "专项资金使用进度慢"),
            ("学习贯彻上级部署以会议落实会议，{a}份实施方案照抄照转。", "以会议落实会议"),
        ),
        tasks=(
            Task("将{a}项任务分解到人、到月", "任务分解到人、到月", "任务全部按节点完成",
                 (("other", "制定任务分解表"), ("other", "每月调度并通报进度")),
                 (("document", "任务分解表"), ("minutes", "月度调度会议纪要"))),
            Task("加快专项资金使用，接受绩效评价", "加快专项资金使用", "资金执行率达到序时进度",
                 (("other", "逐个项目排出用款计划"), ("other", "委托第三方绩效评价")),
                 (("document", "用款计划表"), ("document", "绩效评价报告"))),
        ),
        results=("任务已分解到人，按月调度", "专项资金已按计划使用"),
    ),
    Theme(
        key="service_party", name="联系服务群众", category="responsibility", fits="t d a u v", code="A13",
        owner="organization-department", slots={"a": (2, 6), "b": (12, 60)},
        basis="关于领导干部联系点制度的规定", rule="领导干部联系点制度", sources=("talk", "questionnaire", "field"),
        found=(
            ("班子成员联系点制度没有落实，{a}名成员全年走访不足{b}户。", "班子成员走访联系不够"),
            ("党风廉政建设责任书一签了之，{a}项责任没有检查考核。", "责任书一签了之"),
            ("谈心谈话记录简单，{b}份记录中{a}份内容完全相同。", "谈心谈话记录雷同"),
        ),
        tasks=(
            Task("班子成员带头走访，每季度到联系点办公", "班子成员到联系点走访", "每人每季度到联系点一次",
                 (("other", "排出走访计划并公开"), ("other", "收集的问题列单办理")),
                 (("survey", "走访登记表"), ("document", "联系点问题办理清单"))),
            Task("细化责任清单，年中年末检查考核", "细化责任清单、定期检查", "责任落实有检查、有结果",
                 (("other", "制定个性化责任清单"), ("education", "开展廉政谈话")),
                 (("document", "责任清单"), ("document", "责任制检查报告"))),
        ),
        results=("联系点走访已按计划开展", "责任清单已细化，定期检查考核"),
    ),
)
