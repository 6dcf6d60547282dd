"""Safety, floods, rectification that did not hold."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="work_safety", name="安全生产", category="stability", fits="a u v t d e k", code="A86",
        owner="emergency-bureau", slots={"a": (3, 12), "b": (14, 60)},
        basis="安全生产法关于隐患排查治理的规定", rule="安全生产巡查制度", sources=("field", "documents"),
        found=(
            ("辖区{b}家小微企业中有{a}家没有安全检查记录，隐患整改没有复查。", "小微企业安全检查缺位"),
            ("{year}年没有研究过安全生产工作，应急预案照搬照抄，没有演练。", "安全生产责任落实不到位"),
            ("出租厂房内{a}处电线私拉乱接，检查后只下通知不跟踪。", "用电隐患只下通知不跟踪"),
        ),
        tasks=(
            Task("对{b}家企业全面排查，{a}处隐患逐一销号", "全面排查隐患、逐一销号", "重大隐患动态清零",
                 (("campaign", "开展出租厂房安全专项整治"), ("other", "聘请专家参与检查")),
                 (("document", "隐患排查台账"), ("photo", "隐患整改前后照片"))),
            Task("修订应急预案，每半年演练一次", "修订预案、定期演练", "预案管用、演练到位",
                 (("other", "结合实际修订预案"), ("education", "对企业负责人开展安全培训")),
                 (("document", "修订后的应急预案"), ("photo", "应急演练照片"))),
        ),
        results=("隐患已逐一销号", "应急预案已修订并组织演练"),
    ),
    Theme(
        key="fire_lane", name="消防通道", category="stability", fits="u a s h t", code="A87",
        owner="emergency-bureau", slots={"a": (3, 11), "b": (6, 30)},
        basis="消防法关于保持疏散通道畅通的规定", rule="消防设施巡查维护制度", sources=("field", "questionnaire"),
        found=(
            ("{a}个楼道堆放杂物，消防通道被占用，{b}具灭火器过期。", "消防通道堵塞、灭火器过期"),
            ("电动自行车进楼充电问题突出，检查当天发现{b}辆。", "电动自行车进楼充电"),
            ("微型消防站没有值守人员，{a}台设备不能使用。", "微型消防站形同虚设"),
        ),
        tasks=(
            Task("清理楼道杂物，更换{b}具过期灭火器", "清理楼道、更换灭火器", "通道畅通、器材完好",
                 (("campaign", "开展楼道清理集中行动"), ("other", "更换过期器材并登记")),
                 (("photo", "楼道清理照片"), ("document", "消防器材更换清单"))),
            Task("增设电动自行车充电棚，加强巡查", "增设充电棚、加强巡查", "电动自行车不进楼",
                 (("other", "选址新建充电棚"), ("education", "入户开展消防宣传")),
                 (("photo", "充电棚照片"), ("document", "消防巡查记录"))),
        ),
        results=("消防通道已清理，器材已更换", "充电棚已建成，每日巡查"),
    ),
    Theme(
        key="flood", name="防汛物资", category="stability", fits="v a u t", code="A88",
        owner="emergency-bureau", slots={"a": (2, 6), "b": (40, 200)},
        basis="防汛条例关于物资储备的规定", rule="防汛物资储备管理办法", sources=("field", "documents"),
        found=(
            ("防汛仓库储备的{b}只编织袋老化，{a}台水泵不能启动，汛前没有检查。", "防汛物资老化失修"),
            ("防汛物资账实不符，账面{b}件，实际少{a}成。", "防汛物资账实不符"),
            ("低洼地段{a}处没有设置警示标志，转移预案没有落实到户。", "低洼地段警示和转移预案缺失"),
        ),
        tasks=(
            Task("更换老化物资，检修{a}台水泵", "更换物资、检修水泵", "物资足额、设备完好",
                 (("other", "汛前逐件检查试机"), ("other", "按标准补足物资")),
                 (("photo", "物资仓库照片"), ("document", "物资盘点和补充清单"))),
            Task("转移预案落实到户，设置警示标志", "预案到户、设置警示", "低洼地段有标志、有责任人",
                 (("other", "逐户发放明白卡"), ("education", "组织防汛转移演练")),
                 (("survey", "明白卡发放登记"), ("photo", "防汛演练照片"))),
        ),
        results=("防汛物资已补足，水泵全部试机", "转移预案已到户，警示标志已设置"),
    ),
    Theme(
        key="old_rectification", name="以往整改不到位", category="rectification", fits="a u v t d s e k h", code="A93",
        owner="district-discipline", slots={"a": (2, 6), "b": (8, 24)},
        basis="关于加强巡视巡察整改和成果运用的意见", rule="整改台账销号管理办法", sources=("documents", "briefing", "audit"),
        found=(
            ("上一轮监督检查指出的{b}个问题，{a}个只制定了制度没有落实，群众仍有反映。", "上次监督发现的问题整改不到位"),
            ("审计指出的{a}个问题以“正在推进”上报，佐证材料与实际不符。", "审计问题整改佐证不实"),
            ("整改台账没有责任人和时限，{a}项长期整改事项无人跟踪。", "整改台账管理松散"),
        ),
        tasks=(
            Task("对{a}个未到位的问题重新整改", "重新整改未到位的问题", "以往问题全部销号",
                 (("draw_inferences", "对三年来各类监督发现的问题回头看"), ("accountability", "对虚报整改的责任人作出处理")),
                 (("document", "回头看情况报告"), ("document", "责任处理决定"))),
            Task("建立整改台账，销号管理", "建立台账、销号管理", "整改有人抓、有时限、可核实",
                 (("other", "每月调度整改进展"), ("other", "整改佐证由两人核实签字")),
                 (("document", "整改销号台账"), ("minutes", "整改调度会议纪要"))),
        ),
        results=("未到位的问题已重新整改", "整改台账已建立，逐项销号"),
    ),
)
