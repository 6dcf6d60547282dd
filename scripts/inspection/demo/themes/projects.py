"""Engineering: who is chosen, what is changed, how it is accepted."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="contractor_choice", name="小微工程承包商选择", category="engineering", fits="a u v t", code="A63",
        owner="housing-bureau", slots={"a": (5, 9), "b": (2, 4)}, money=(26_000, 280_000),
        basis="小型工程项目管理办法关于承包单位选择的规定", rule="小微工程承包单位选择办法", sources=("documents", "finance", "talk"),
        found=(
            ("{year}年以来实施的{a}个小微工程，有{b}个直接指定承包单位，没有比选、抽签等程序。", "小微工程直接指定承包单位"),
            ("道路修补工程{wan}由{org}干部口头商定施工队，比选资料在完工后补做。", "比选资料事后补做"),
            ("小微工程备选库只有{b}家单位，三年没有更新，{a}个工程都由其中同一家承接。", "承包单位备选库不更新"),
        ),
        tasks=(
            Task("对{a}个小微工程的选择程序逐一复核", "逐一复核小微工程选择程序", "未经程序选择的工程为零",
                 (("draw_inferences", "对在建和拟建的小微工程全面自查"), ("accountability", "对违反程序的责任人提醒谈话")),
                 (("document", "小微工程复核报告"), ("document", "提醒谈话记录"))),
            Task("重新公开征集承包单位备选库，实行随机抽取", "公开征集备选库、随机抽取", "抽取过程公开、全程留痕",
                 (("other", "公开征集并公示备选单位"), ("other", "抽取时邀请群众代表到场监督")),
                 (("document", "备选库征集公告"), ("photo", "随机抽取现场照片"))),
        ),
        results=("小微工程已全部实行随机抽取", "备选库已重新征集并公示"),
    ),
    Theme(
        key="project_change", name="工程项目变更", category="engineering", fits="v t d a", code="A64",
        owner="housing-bureau", slots={"a": (2, 6), "b": (12, 48)}, money=(35_000, 520_000),
        basis="政府投资条例关于工程变更审批的规定", rule="工程变更管理办法", sources=("audit", "documents", "field"),
        found=(
            ("{year}年实施的环境提升工程增加工程量{a}处，变更金额{wan}，未办理变更审批手续。", "工程变更未履行审批手续"),
            ("文化广场工程决算价比合同价高出百分之{b}，变更签证只有施工单位盖章。", "变更签证手续不全"),
            ("管网改造工程先施工后补签变更单，{a}份变更单的日期晚于隐蔽工程验收日期。", "变更单事后补签"),
        ),
        tasks=(
            Task("请第三方复核变更工程量和价款", "第三方复核变更工程量", "变更价款与实际工程量一致",
                 (("other", "委托造价咨询单位复核"), ("recovery", "多计的价款从结算中扣回")),
                 (("document", "造价复核报告"), ("receipt", "结算扣款凭证"))),
            Task("对变更审批手续逐项说明、补办", "补办变更审批手续", "变更资料完整归档",
                 (("other", "逐项补充变更理由和审批资料"), ("accountability", "对把关不严的责任人作出处理")),
                 (("document", "工程变更审批表"), ("document", "责任处理通报"))),
        ),
        results=("变更价款已由第三方复核，多计部分已扣回", "变更手续已补办并归档"),
    ),
    Theme(
        key="acceptance", name="竣工验收与结算", category="engineering", fits="a u v t s e h", code="A65",
        owner="housing-bureau", slots={"a": (2, 6), "b": (4, 15)}, money=(16_000, 240_000),
        basis="建设工程质量管理条例关于竣工验收的规定", rule="工程验收和结算管理规定", sources=("field", "documents", "audit"),
        found=(
            ("{a}个工程完工{b}个月仍未组织竣工验收，已投入使用。", "工程未经验收即投入使用"),
            ("健身步道工程未经结算审计即付清全部款项{wan}。", "未经结算审计即付清工程款"),
            ("屋面修缮工程质保期内出现{b}处渗漏，未要求施工单位返修。", "质保期内渗漏未返修"),
        ),
        tasks=(
            Task("对{a}个工程补办竣工验收", "补办竣工验收手续", "已完工程全部通过验收",
                 (("other", "邀请行业部门和群众代表参加验收"), ("other", "对验收中发现的质量缺陷限期返修")),
                 (("document", "竣工验收报告"), ("photo", "返修前后对比照片"))),
            Task("补做结算审计，核对付款", "补做结算审计", "付款与审定价一致",
                 (("other", "送审结算资料"), ("recovery", "按审定价追回多付款项")),
                 (("receipt", "多付款退回凭证"), ("document", "结算审核报告"))),
        ),
        results=("已完成竣工验收，质量缺陷已返修", "已补做结算审计，多付款项已退回"),
    ),
    Theme(
        key="farmland", name="高标准农田", category="engineering", fits="v t a", code="A70",
        owner="agriculture-bureau", slots={"a": (3, 9), "b": (120, 680)}, money=(40_000, 360_000),
        basis="高标准农田建设质量管理办法关于工程管护的规定", rule="农田设施管护办法", sources=("field", "petition", "talk"),
        found=(
            ("{year}年建成的{b}亩高标准农田，{a}处机耕桥和泵站损坏后无人维修。", "农田设施损坏无人维修"),
            ("高标准农田项目沟渠淤塞{a}处，灌溉季节供水不畅，管护资金没有安排。", "灌溉沟渠淤塞、管护资金未落实"),
            ("项目区{b}亩农田中有零星抛荒和种植苗木的情况，整治不及时。", "项目区零星抛荒整治不及时"),
        ),
        tasks=(
            Task("修复{a}处损坏的农田设施", "修复损坏的农田设施", "设施完好、灌溉通畅",
                 (("other", "逐处查勘，制定维修方案"), ("other", "组织施工并请种植户验收")),
                 (("photo", "设施修复照片"), ("document", "维修验收单"))),
            Task("落实管护队伍和管护资金", "落实管护责任和资金", "每条沟渠、每座泵站有管护人",
                 (("other", "签订管护责任书"), ("campaign", "开展冬春农田水利清淤行动")),
                 (("document", "管护责任书"), ("photo", "清淤行动照片"))),
        ),
        results=("损坏的设施已修复，管护责任已落实", "沟渠已清淤，管护资金列入年度预算"),
    ),
    Theme(
        key="road_lights", name="道路与路灯", category="public_service", fits="a u v", code="A84",
        owner="urban-management-bureau", slots={"a": (6, 28), "b": (3, 9)},
        basis="市政设施管理条例关于及时维修的规定", rule="公共设施巡查维修制度", sources=("field", "talk", "questionnaire"),
        found=(
            ("主要道路{a}盏路灯不亮，群众反映{b}个月没有修好。", "路灯损坏长期未修"),
            ("{people}出行的主路有{b}处坑洼积水，雨天通行困难，报修后无人跟进。", "道路坑洼积水未修复"),
            ("断头路改造列入{year}年实事项目，至今未开工。", "道路实事项目未按期开工"),
        ),
        tasks=(
            Task("修复路灯{a}盏、道路坑洼{b}处", "修复路灯和破损道路", "道路平整、路灯全亮",
                 (("other", "会同市政部门现场查勘"), ("other", "限期完成维修并向群众反馈")),
                 (("photo", "维修前后对比照片"), ("document", "维修验收单"))),
            Task("建立公共设施巡查报修机制", "建立公共设施巡查报修机制", "报修事项七天内办结",
                 (("other", "每周巡查一次并登记"), ("other", "公布报修渠道和办理时限")),
                 (("document", "设施巡查记录"), ("survey", "群众回访记录"))),
        ),
        results=("路灯和道路已修复，出行条件改善", "已建立每周巡查制度，报修及时办结"),
    ),
)
