"""Safety, floods, rectification that did not hold."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="work_safety", name="安全生产", category="stability", fits="a u v t d e k", code="A86",
        owner="emergency-bureau", slots={"a": (3, 12), "b": (14, 60)},
        basis="安全生产法关于隐患排查治理的规定", rule="安全生产巡查制度", sources=("field", "documents"),
        wordings=(
            Wording("检查过的{b}家小微企业中有{a}家没有安全检查记录，隐患整改没有复查。", "小微企业安全检查缺位", "{a}家企业已补做检查，隐患已复查",
                task("对{a}家企业补做安全检查并复查隐患", "补做检查、复查隐患", "重大隐患动态清零",
                    "other 聘请专家参与检查|draw_inferences 对所有小微企业全面排查", "document 隐患排查台账|photo 隐患整改前后照片")),
            Wording("{year}年没有研究过安全生产工作，应急预案照搬照抄，没有演练。", "安全生产责任落实不到位", "安全生产已专题研究，预案已修订并演练",
                task("专题研究安全生产，修订应急预案", "专题研究、修订预案", "每季度研究、每半年演练",
                    "other 结合实际修订预案|education 组织应急演练", "minutes 安全生产专题会议纪要|document 修订后的应急预案")),
            Wording("出租厂房内{a}处电线私拉乱接，检查后只下通知不跟踪。", "用电隐患只下通知不跟踪", "{a}处用电隐患已全部整改",
                task("督促整改{a}处用电隐患", "整改用电隐患", "隐患闭环销号",
                    "campaign 开展出租厂房安全专项整治|other 逐处复查销号", "photo 线路整改照片|document 复查销号单")),
        ),
        more=task("签订安全生产责任书，开展培训", "签订责任书、开展培训", "企业负责人全员培训",
            "other 逐家签订责任书|education 对企业负责人开展安全培训", "document 安全生产责任书|minutes 安全培训记录"),
    ),
    Theme(
        key="fire_lane", name="消防通道", category="stability", fits="u a s h t", code="A87",
        owner="emergency-bureau", slots={"a": (3, 11), "b": (6, 30)},
        basis="消防法关于保持疏散通道畅通的规定", rule="消防设施巡查维护制度", sources=("field", "questionnaire"),
        wordings=(
            Wording("{a}个楼道堆放杂物，消防通道被占用，{b}具灭火器过期。", "消防通道堵塞、灭火器过期", "楼道已清理，{b}具灭火器已更换",
                task("清理{a}个楼道，更换{b}具过期灭火器", "清理楼道、更换灭火器", "通道畅通、器材完好",
                    "campaign 开展楼道清理集中行动|other 更换过期器材并登记", "photo 楼道清理照片|document 消防器材更换清单"), quick=True),
            Wording("电动自行车进楼充电问题突出，检查当天发现{b}辆。", "电动自行车进楼充电", "充电棚已建成，电动自行车集中充电",
                task("增设电动自行车充电棚", "增设充电棚", "电动自行车不进楼",
                    "other 选址新建充电棚|education 入户开展消防宣传", "photo 充电棚照片|document 消防宣传入户记录")),
            Wording("微型消防站没有值守人员，{a}台设备不能使用。", "微型消防站形同虚设", "{a}台设备已修复，消防站有人值守",
                task("修复{a}台设备，安排值守", "修复设备、安排值守", "消防站二十四小时有人",
                    "other 检修或更换损坏设备|other 排出值守表并培训", "document 设备检修记录|photo 消防站值守照片"), quick=True),
        ),
        more=task("落实消防日巡查", "落实消防日巡查", "每日巡查、当日处置",
            "other 明确巡查路线和责任人|education 组织灭火和疏散演练", "document 消防巡查记录|photo 疏散演练照片"),
    ),
    Theme(
        key="flood", name="防汛物资", category="stability", fits="v a u t", code="A88",
        owner="emergency-bureau", slots={"a": (2, 6), "b": (40, 200)},
        basis="防汛条例关于物资储备的规定", rule="防汛物资储备管理办法", sources=("field", "documents"),
        wordings=(
            Wording("防汛仓库储备的{b}只编织袋老化，{a}台水泵不能启动，汛前没有检查。", "防汛物资老化失修", "老化物资已更换，{a}台水泵已修好",
                task("更换{b}只编织袋，检修{a}台水泵", "更换物资、检修水泵", "汛前物资足额、设备完好",
                    "other 汛前逐件检查试机|other 按标准补足物资", "photo 物资仓库照片|document 水泵检修记录")),
            Wording("防汛物资账实不符，账面{b}件，实际少了{a}成。", "防汛物资账实不符", "防汛物资已盘点补足",
                task("盘点防汛物资，查清短少原因并补足", "盘点并补足防汛物资", "账实相符",
                    "other 双人清点、逐件登记|accountability 对保管不善的责任人批评教育", "document 防汛物资盘点表|document 批评教育记录")),
            Wording("低洼地段{a}处没有设置警示标志，转移预案没有落实到户。", "低洼地段警示和转移预案缺失", "{a}处警示标志已设置，转移预案已到户",
                task("设置{a}处警示标志，转移预案落实到户", "设置警示、预案到户", "有标志、有责任人、有路线",
                    "other 逐户发放明白卡|education 组织防汛转移演练", "survey 明白卡发放登记|photo 警示标志照片")),
        ),
        more=task("落实汛期值守和巡堤", "落实汛期值守和巡堤", "汛期不断岗",
            "other 排出值守巡堤表|other 汛前开展一次全面检查", "document 巡堤记录|document 汛前检查报告"),
    ),
    Theme(
        key="old_rectification", name="以往整改不到位", category="rectification", fits="a u v t d s e k h", code="A93",
        owner="district-discipline", slots={"a": (2, 6), "b": (8, 24)},
        basis="关于加强巡视巡察整改和成果运用的意见", rule="整改台账销号管理办法", sources=("documents", "briefing", "audit"),
        wordings=(
            Wording("上一轮监督检查指出的{b}个问题，{a}个只制定了制度没有落实，群众仍有反映。", "上次监督发现的问题整改不到位", "{a}个问题已重新整改到位",
                task("对{a}个未到位的问题重新整改", "重新整改未到位的问题", "以往问题全部销号",
                    "draw_inferences 对三年来各类监督发现的问题回头看|other 重新制定措施、逐项落实", "document 回头看情况报告|survey 群众意见回访表")),
            Wording("审计指出的{a}个问题以“正在推进”上报，佐证材料与实际不符。", "审计问题整改佐证不实", "{a}个审计问题已如实整改，责任人已受处理",
                task("如实整改{a}个审计问题", "如实整改审计问题", "佐证真实、可核实",
                    "other 整改佐证由两人核实签字|accountability 对虚报整改的责任人作出处理", "document 审计整改情况报告|document 责任处理决定")),
            Wording("整改台账没有责任人和时限，{a}项长期整改事项无人跟踪。", "整改台账管理松散", "整改台账已完善，{a}项长期事项有人跟踪",
                task("完善整改台账，跟踪{a}项长期事项", "完善台账、跟踪长期事项", "整改有人抓、有时限",
                    "other 逐项明确责任人和时限|other 长期事项每季度报告", "document 整改销号台账|document 长期事项季度报告")),
        ),
        more=task("每月调度整改进展", "每月调度整改", "进展可查、问题可解",
            "other 班子会议每月听取汇报|education 学习整改工作规定", "minutes 整改调度会议纪要|minutes 学习记录"),
    ),
)
