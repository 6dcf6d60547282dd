"""Contracts, purchases and what is owed."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="contract_form", name="合同管理", category="contracts", fits="a u v t d s e k h", code="A66",
        owner="finance-bureau", slots={"a": (3, 12), "b": (20, 75)},
        basis="合同管理办法关于合法性审查的规定", rule="合同管理办法", sources=("documents", "audit", "finance"),
        found=(
            ("抽查{b}份合同，{a}份没有签订日期或者缺少法定代表人签字，{a}份未经合法性审查。", "合同要素不全、未经审查"),
            ("合同台账不健全，{year}年签订的合同中有{a}份未登记编号，履行情况无人跟踪。", "合同台账不健全"),
            ("与{a}家服务单位先履行后签约，合同签订日期晚于实际服务开始日期。", "先履行后签订合同"),
        ),
        tasks=(
            Task("对{b}份合同逐份排查，补正要素缺失的{a}份", "逐份排查并补正合同", "合同要素齐全、编号完整",
                 (("draw_inferences", "对三年来的合同全部重新排查"), ("other", "与对方协商补签、补正")),
                 (("document", "合同排查清单"), ("document", "补充协议"))),
            Task("建立合同台账和合法性审查流程", "建立合同台账和审查流程", "合同签订前全部经法律顾问审查",
                 (("other", "统一编号，指定专人登记"), ("education", "请法律顾问讲解合同风险")),
                 (("document", "合同管理台账"), ("document", "法律顾问审查意见书"))),
        ),
        results=("合同已补正，统一编号管理", "已建立合同台账，签订前由法律顾问审查"),
    ),
    Theme(
        key="rent_arrears", name="租金拖欠", category="contracts", fits="a v k e", code="A67",
        owner="agriculture-bureau", slots={"a": (2, 6), "b": (8, 26)}, money=(24_000, 380_000),
        basis="农村集体经济组织财务制度关于应收款项管理的规定", rule="应收款项催收办法", sources=("finance", "documents"),
        found=(
            ("{a}户承租户拖欠租金{wan}，最长的已拖欠{b}个月，催收没有书面记录。", "承租户拖欠租金、催收不力"),
            ("应收租金长期挂账，截至{month}累计{wan}，未采取有效措施清收。", "应收租金长期挂账"),
            ("鱼塘、林地承包款收缴不及时，{a}份合同约定的承包款{wan}逾期未收。", "承包款逾期未收"),
        ),
        tasks=(
            Task("对{a}户欠租逐户催收，收回拖欠租金", "逐户催收拖欠租金", "欠租全部收回或进入法律程序",
                 (("recovery", "发送催缴函，签订分期还款协议"), ("other", "对拒不缴纳的提起诉讼")),
                 (("receipt", "租金入账回单"), ("document", "催缴函及还款协议"))),
            Task("建立应收款项按月提醒机制", "建立租金按月提醒机制", "新增欠租为零",
                 (("other", "编制应收款项台账，到期前一个月提醒"), ("other", "欠租情况纳入月度财务公开")),
                 (("document", "应收款项台账"), ("minutes", "清收工作专题会议纪要"))),
        ),
        results=("拖欠租金已收回", "欠租已签订还款协议，按期入账"),
    ),
    Theme(
        key="purchase", name="物资采购", category="contracts", fits="t d s e h u", code="A68",
        owner="finance-bureau", slots={"a": (2, 5), "b": (3, 8)}, money=(12_000, 180_000),
        basis="政府采购法关于采购方式的规定", rule="小额采购管理办法", sources=("finance", "audit", "documents"),
        found=(
            ("把同一批办公家具拆分为{b}次采购，每次金额都在限额以下，合计{wan}，规避比选程序。", "拆分采购、规避比选"),
            ("{year}年采购的{a}批物资没有验收记录，直接付款{wan}。", "采购物资无验收记录"),
            ("零星采购长期固定在{a}家商户，没有询价记录。", "零星采购未询价"),
        ),
        tasks=(
            Task("对{b}次拆分采购逐一核实并作出处理", "核实拆分采购并处理责任人", "同类采购年初编制计划、统一实施",
                 (("draw_inferences", "对近三年的采购全面自查"), ("accountability", "对负责采购的人员批评教育")),
                 (("document", "采购自查报告"), ("minutes", "采购问题处理会议纪要"))),
            Task("补齐采购验收手续，规范询价比选", "规范询价、比选和验收", "采购手续齐全、可追溯",
                 (("other", "建立不少于五家的供应商名录"), ("other", "实行两人以上共同验收")),
                 (("document", "供应商名录"), ("document", "物资验收单"))),
        ),
        results=("已停止拆分采购，年度采购统一比选", "采购、验收手续已补齐"),
    ),
    Theme(
        key="printing", name="印刷费", category="finance", fits="u t d s", code="A52",
        owner="finance-bureau", slots={"a": (2, 6), "b": (40, 160)}, money=(8_000, 96_000),
        basis="党政机关厉行节约反对浪费条例关于印刷费用的规定", rule="印刷品制作管理规定", sources=("finance", "documents"),
        found=(
            ("{year}年支付印刷费{wan}，{a}张发票没有附印刷品清单和样品，数量无法核实。", "印刷费报销依据不全"),
            ("宣传展板、折页制作由{a}家广告公司承揽，单价高于定点印刷价格，未经比选。", "宣传品制作未经比选"),
            ("印制的宣传册积压{b}箱未发放，造成浪费{wan}。", "宣传册大量积压"),
        ),
        tasks=(
            Task("逐笔核实印刷费支出，补齐清单", "逐笔核实印刷费用", "每笔支出附清单和样品",
                 (("draw_inferences", "对两年来的印刷费逐笔复核"), ("recovery", "多结算的费用由承制单位退回")),
                 (("receipt", "退款凭证"), ("document", "印刷费复核表"))),
            Task("实行定点印刷和数量审批", "实行定点印刷、按需印制", "印刷品按需印制、零积压",
                 (("other", "公开选定定点印刷单位"), ("other", "印制前填写审批单")),
                 (("document", "定点印刷服务协议"), ("document", "印制审批单"))),
        ),
        results=("印刷费已逐笔核实，多结费用已退回", "已实行定点印刷和审批制度"),
    ),
)
