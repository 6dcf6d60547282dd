"""Contracts, purchases and what is owed."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="contract_form", name="合同管理", category="contracts", fits="a u v t d s e k h", code="A66",
        owner="finance-bureau", slots={"a": (3, 12), "b": (25, 75)},
        basis="合同管理办法关于合法性审查的规定", rule="合同管理办法", sources=("documents", "audit", "finance"),
        wordings=(
            Wording("抽查{b}份合同，有{a}份没有签订日期或者缺少法定代表人签字，未经合法性审查。", "合同要素不全、未经审查", "{a}份合同已补正，并经法律顾问审查",
                task("补正{a}份要素不全的合同", "补正要素不全的合同", "合同要素齐全、经过审查",
                    "draw_inferences 对三年来的合同全部重新排查|other 与对方协商补签、补正", "document 合同排查清单|document 补充协议")),
            Wording("合同台账不健全，{year}年签订的合同中有{a}份未登记编号，履行情况无人跟踪。", "合同台账不健全", "合同已统一编号登记，专人跟踪履行",
                task("将{a}份漏登合同登记编号，逐份核对履行情况", "登记编号、核对履行情况", "合同登记率百分之百",
                    "other 指定专人登记保管|other 逐份核对付款和履约进度", "document 合同管理台账|document 合同履行核对表")),
            Wording("与{a}家服务单位先履行后签约，合同签订日期晚于实际服务开始日期。", "先履行后签订合同", "先履行后签约的做法已停止，相关责任人已被提醒",
                task("清理先履行后签约的{a}份合同", "清理先履行后签约的合同", "合同签订后方可履行",
                    "other 逐份说明原因并补充手续|accountability 对经办人员提醒谈话", "document 情况说明|document 提醒谈话记录")),
        ),
        more=task("建立合同合法性审查流程", "合同签订前经法律顾问审查", "签订前全部审查",
            "other 聘请法律顾问，明确审查时限|education 请法律顾问讲解合同风险", "document 法律顾问审查意见书|minutes 合同知识培训记录"),
    ),
    Theme(
        key="rent_arrears", name="租金拖欠", category="contracts", fits="a v k e", code="A67",
        owner="agriculture-bureau", slots={"a": (2, 6), "b": (8, 26)}, money=(24_000, 380_000),
        basis="农村集体经济组织财务制度关于应收款项管理的规定", rule="应收款项催收办法", sources=("finance", "documents"),
        wordings=(
            Wording("{a}户承租户拖欠租金{wan}，最长的已拖欠{b}个月，催收没有书面记录。", "承租户拖欠租金、催收不力", "{a}户欠租已收回或签订还款协议",
                task("对{a}户欠租逐户催收", "逐户催收欠租", "欠租收回或进入法律程序",
                    "recovery 发送催缴函，签订分期还款协议|other 对拒不缴纳的提起诉讼", "receipt 租金入账回单|document 催缴函及还款协议")),
            Wording("应收租金长期挂账，截至{month}累计{wan}，未采取有效措施清收。", "应收租金长期挂账", "挂账租金已逐笔清理，能收的全部收回",
                task("逐笔清理挂账租金", "清理挂账租金", "挂账租金全部清理",
                    "recovery 分类清收，限期入账|other 对无法收回的按程序核销", "receipt 租金入账凭证|minutes 清收工作会议纪要")),
            Wording("鱼塘、林地承包款收缴不及时，{a}份合同约定的承包款{wan}逾期未收。", "承包款逾期未收", "逾期承包款已收缴入账",
                task("收缴{a}份合同的逾期承包款", "收缴逾期承包款", "承包款全部入账",
                    "recovery 上门催缴，约定缴款日期|other 对屡催不缴的解除合同", "receipt 承包款缴款凭证|document 催缴记录")),
        ),
        more=task("建立应收款项按月提醒机制", "建立应收款项提醒机制", "新增欠款为零",
            "other 编制应收款项台账，到期前一个月提醒|other 欠款情况纳入月度财务公开", "document 应收款项台账|photo 财务公开栏照片"),
    ),
    Theme(
        key="purchase", name="物资采购", category="contracts", fits="t d s e h u", code="A68",
        owner="finance-bureau", slots={"a": (2, 5), "b": (3, 8)}, money=(12_000, 180_000),
        basis="政府采购法关于采购方式的规定", rule="小额采购管理办法", sources=("finance", "audit", "documents"),
        wordings=(
            Wording("把同一批办公家具拆分为{b}次采购，每次金额都在限额以下，合计{wan}，规避比选程序。", "拆分采购、规避比选", "已停止拆分采购，年度采购统一比选",
                task("对{b}次拆分采购逐一核实并作出处理", "核实拆分采购、处理责任人", "同类采购年初编制计划、统一实施",
                    "draw_inferences 对近三年的采购全面自查|accountability 对负责采购的人员批评教育", "document 采购自查报告|minutes 采购问题处理会议纪要")),
            Wording("{year}年采购的{a}批物资没有验收记录，直接付款{wan}。", "采购物资无验收记录", "{a}批物资已补办验收，付款凭验收单",
                task("对{a}批物资补办验收", "补办物资验收", "付款以验收单为依据",
                    "other 两人以上共同清点验收|other 差缺部分由供货方补足", "document 物资验收单|document 供货方补足说明")),
            Wording("零星采购长期固定在{a}家商户，没有询价记录。", "零星采购未询价", "零星采购已实行询价比选",
                task("终止固定商户供货，重新询价比选", "重新询价比选", "每次采购不少于三家询价",
                    "other 公开征集供应商|other 询价记录随凭证保存", "document 供应商名录|document 询价记录表")),
        ),
        more=task("编制年度采购计划并公开", "编制采购计划并公开", "采购计划、结果公开",
            "other 年初汇总采购需求|education 开展采购业务培训", "document 年度采购计划|minutes 业务培训记录"),
    ),
    Theme(
        key="printing", name="印刷费", category="finance", fits="u t d s", code="A52",
        owner="finance-bureau", slots={"a": (2, 6), "b": (40, 160)}, money=(8_000, 96_000),
        basis="党政机关厉行节约反对浪费条例关于印刷费用的规定", rule="印刷品制作管理规定", sources=("finance", "documents"),
        wordings=(
            Wording("{year}年支付印刷费{wan}，{a}张发票没有附印刷品清单和样品，数量无法核实。", "印刷费报销依据不全", "印刷费已逐笔核实，多结费用已退回",
                task("逐笔核实{a}张发票对应的印刷费", "逐笔核实印刷费", "每笔支出附清单和样品",
                    "recovery 多结算的费用由承制单位退回|draw_inferences 对两年来的印刷费逐笔复核", "receipt 退款凭证|document 印刷费复核表")),
            Wording("宣传展板、折页制作由{a}家广告公司承揽，单价高于定点印刷价格，未经比选。", "宣传品制作未经比选", "宣传品制作已改为定点印刷",
                task("重新比选宣传品制作单位", "重新比选制作单位", "制作单价不高于定点价格",
                    "other 公开比选定点单位|other 单价对照定点价格执行", "document 比选结果公示|document 定点印刷服务协议")),
            Wording("印制的{b}箱宣传册积压在仓库，内容已经过时，造成浪费{wan}。", "宣传册积压浪费", "积压宣传册已清理，按需印制",
                task("清理积压的{b}箱宣传册，查明原因", "清理积压宣传册", "宣传品按需印制、零积压",
                    "other 能用的及时发放，过时的回收利用|accountability 对审批把关不严的责任人批评教育", "document 积压物品清理表|document 批评教育记录")),
        ),
        more=task("实行印刷数量审批和领用登记", "印刷数量审批、领用登记", "印制有审批、领用有登记",
            "other 印制前填写审批单|education 学习厉行节约规定", "document 印制审批单|minutes 学习记录"),
    ),
)
