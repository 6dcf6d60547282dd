"""Money: slips, cash, allowances, cars, what is published of it."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="white_slips", name="白条入账", category="finance", fits="a u v k", code="A50",
        owner="finance-bureau", slots={"a": (5, 24)}, money=(4_000, 68_000),
        basis="会计基础工作规范关于原始凭证的规定", rule="财务报销管理规定", sources=("finance", "audit"),
        found=(
            ("抽查{year}年会计凭证，{a}笔支出以收条、白纸条入账，合计{wan}。", "白条入账"),
            ("临时用工工资发放没有考勤和签名表，{a}笔现金支出仅凭收据报销，金额{wan}。", "临时用工支出凭证不全"),
            ("慰问品、茶水等{a}笔开支无发票，以内部清单代替，共{wan}。", "以内部清单代替发票"),
        ),
        tasks=(
            Task("对{a}笔白条支出逐笔核实、补齐票据", "逐笔核实并补齐票据", "无法补票的按规定处理",
                 (("recovery", "确实无法核实的由经手人退回"), ("draw_inferences", "对其他年度凭证开展自查")),
                 (("receipt", "退款收据"), ("document", "票据补正清单"))),
            Task("严格报销审核，推行非现金结算", "严格报销审核、推行非现金结算", "报销票据合规率百分之百",
                 (("other", "推行转账结算和公务卡"), ("education", "对报账员开展业务培训")),
                 (("document", "非现金结算情况统计"), ("minutes", "财务培训会议记录"))),
        ),
        results=("白条支出已逐笔核实，票据已补齐", "已推行非现金结算，票据审核从严"),
    ),
    Theme(
        key="petty_cash", name="备用金管理", category="finance", fits="a u v t d", code="A51",
        owner="finance-bureau", slots={"a": (2, 6), "b": (5, 19)}, money=(5_000, 60_000),
        basis="现金管理暂行条例关于库存现金限额的规定", rule="备用金和现金管理规定", sources=("finance",),
        found=(
            ("备用金{wan}借出{b}个月未核销，借款人没有说明用途。", "备用金长期未核销"),
            ("库存现金超过限额，盘点时发现{a}张借条抵充现金，合计{wan}。", "以借条抵充库存现金"),
            ("{year}年以来{a}名工作人员借支未还，跨年度挂账{wan}。", "借支跨年度挂账"),
        ),
        tasks=(
            Task("清理备用金和个人借支，限期归还或核销", "清理备用金和借支", "个人借支全部结清",
                 (("recovery", "逐人发出清欠通知，限期归还"), ("other", "每月盘点库存现金")),
                 (("receipt", "借支归还凭证"), ("document", "现金盘点表"))),
            Task("核定库存现金限额，规范借支审批", "核定现金限额、规范借支", "库存现金不超限额",
                 (("other", "重新核定限额并报备"), ("education", "开展财经纪律警示教育")),
                 (("document", "现金限额核定表"), ("minutes", "警示教育会议记录"))),
        ),
        results=("个人借支已全部结清", "备用金已核销，库存现金不超限额"),
    ),
    Theme(
        key="overtime", name="加班补贴", category="integrity", fits="t d s e h u", code="A42",
        owner="human-resources-bureau", slots={"a": (5, 21), "b": (2, 7)}, money=(6_000, 88_000),
        basis="关于规范津贴补贴发放的规定", rule="考勤和加班管理办法", sources=("finance", "petition"),
        found=(
            ("{year}年节假日加班补贴没有加班审批和考勤记录，{a}人次领取{wan}。", "加班补贴发放依据不足"),
            ("以值班、下沉等名义发放补贴{b}次，共{wan}，未按规定报批。", "自行发放补贴"),
            ("加班补贴计算标准不统一，{a}人次多领{wan}。", "加班补贴多发"),
        ),
        tasks=(
            Task("核实{a}人次补贴发放，清退超发部分", "核实并清退超发的补贴", "超发补贴全部退回",
                 (("recovery", "逐人核算并下达退款通知"), ("accountability", "对审批把关不严的责任人谈话提醒")),
                 (("receipt", "补贴退回收据"), ("document", "补贴核算表"))),
            Task("规范加班审批和考勤", "规范加班审批和考勤", "先审批后加班，凭考勤发放",
                 (("other", "启用考勤系统"), ("education", "组织学习津贴补贴纪律规定")),
                 (("document", "考勤系统启用通知"), ("minutes", "学习会议记录"))),
        ),
        results=("超发的补贴已全部退回", "加班审批和考勤已规范"),
    ),
    Theme(
        key="official_car", name="公务用车", category="integrity", fits="t d e h", code="A43",
        owner="finance-bureau", slots={"a": (3, 14), "b": (2, 5)}, money=(3_000, 42_000),
        basis="党政机关公务用车管理办法关于用车登记的规定", rule="公务用车管理办法", sources=("documents", "finance", "big_data"),
        found=(
            ("公务用车没有逐次登记，抽查{month}的行车记录，{a}次出车没有审批单。", "公务用车未逐次审批登记"),
            ("{b}辆公务用车加油卡一卡多车使用，油耗异常，多支出{wan}。", "加油卡管理混乱"),
            ("节假日期间有{a}次出车记录，未说明事由。", "节假日用车事由不清"),
        ),
        tasks=(
            Task("逐次核查{a}次未登记的出车情况", "核查未登记的出车情况", "私用车辆费用全部退缴",
                 (("recovery", "认定为非公务用车的，费用由个人承担"), ("accountability", "对责任人批评教育并通报")),
                 (("receipt", "用车费用退缴凭证"), ("document", "出车核查情况表"))),
            Task("安装定位系统，实行一车一卡", "车辆定位、一车一卡", "用车全程留痕",
                 (("other", "安装车载定位，每月比对"), ("other", "清理加油卡，一车一卡")),
                 (("document", "车辆定位安装确认单"), ("document", "油卡清理情况表"))),
        ),
        results=("用车审批和登记已规范", "已实行一车一卡和定位管理"),
        person="张某在节假日使用公务用车{a}次办理私事，费用{wan}由单位承担。",
    ),
    Theme(
        key="disclosure", name="财务公开", category="finance", fits="a u v k", code="A54",
        owner="agriculture-bureau", slots={"a": (2, 5), "b": (4, 11)},
        basis="农村集体经济组织财务公开规定", rule="财务公开制度", sources=("field", "talk", "questionnaire"),
        found=(
            ("财务公开栏内容停留在{month}，此后{b}个月的收支没有公开。", "财务公开不及时"),
            ("公开的收支只有总数没有明细，{people}看不懂、不清楚，{a}项大额支出未单独公开。", "财务公开只列总数、不列明细"),
            ("公开栏设在办公楼内，平时锁门，{people}难以看到。", "公开栏设置不便群众查看"),
        ),
        tasks=(
            Task("补公开{b}个月的收支明细", "补公开收支明细", "每月十日前公开上月收支",
                 (("other", "逐月补公开，并在群里推送"), ("other", "对群众提出的疑问逐一答复")),
                 (("photo", "公开栏照片"), ("document", "收支公开明细表"))),
            Task("改造公开栏，明确公开的内容和时限", "改造公开栏、明确公开时限", "公开内容看得见、看得懂",
                 (("other", "把公开栏移到{people}活动场所"), ("education", "培训报账员和监督人员")),
                 (("photo", "新公开栏照片"), ("document", "财务公开目录"))),
        ),
        results=("收支明细已补公开，按月更新", "公开栏已移到群众活动场所"),
    ),
)
