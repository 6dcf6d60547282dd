"""Engineering: who is chosen, what is changed, how it is accepted."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="contractor_choice", name="小微工程承包商选择", category="engineering", fits="a u v t", code="A63",
        owner="housing-bureau", slots={"a": (5, 9), "b": (2, 4)}, money=(26_000, 280_000),
        basis="小型工程项目管理办法关于承包单位选择的规定", rule="小微工程承包单位选择办法", sources=("documents", "finance", "talk"),
        wordings=(
            Wording("{year}年以来实施的{a}个小微工程，有{b}个直接指定承包单位，没有比选、抽签等程序。", "小微工程直接指定承包单位", "小微工程已全部实行随机抽取",
                task("对直接指定承包单位的{b}个工程逐一核查", "逐一核查承包单位选择程序", "未经程序选择的工程为零",
                    "draw_inferences 对在建和拟建的小微工程全面自查|accountability 对违反程序的责任人提醒谈话", "document 小微工程核查报告|document 提醒谈话记录")),
            Wording("道路修补工程{wan}由{org}干部口头商定施工队，比选资料在完工后补做。", "比选资料事后补做", "补做资料的情况已查清，责任人已受处理",
                task("查清道路修补工程补做资料的情况", "查清补做资料的情况", "选择程序在前、施工在后",
                    "other 请第三方复核工程价款|accountability 对补做资料的责任人作出处理", "document 价款复核报告|document 责任处理决定")),
            Wording("小微工程备选库只有{b}家单位，三年没有更新，{a}个工程都由其中同一家承接。", "承包单位备选库不更新", "备选库已重新征集并公示",
                task("重新公开征集承包单位备选库", "重新征集备选库", "备选单位不少于十家、每年更新",
                    "other 公开征集并公示备选单位|other 同一单位承接数量设定上限", "document 备选库征集公告|photo 备选单位公示照片")),
        ),
        more=task("实行随机抽取，邀请群众代表现场监督", "随机抽取、群众监督", "抽取过程公开、全程留痕",
            "other 抽取时邀请群众代表到场|education 对干部开展工程廉洁教育", "photo 随机抽取现场照片|minutes 廉洁教育会议记录"),
    ),
    Theme(
        key="project_change", name="工程项目变更", category="engineering", fits="v t d a", code="A64",
        owner="housing-bureau", slots={"a": (2, 6), "b": (12, 48)}, money=(35_000, 520_000),
        basis="政府投资条例关于工程变更审批的规定", rule="工程变更管理办法", sources=("audit", "documents", "field"),
        wordings=(
            Wording("{year}年实施的环境提升工程增加工程量{a}处，变更金额{wan}，未办理变更审批手续。", "工程变更未履行审批手续", "变更工程量已复核，多计部分已扣回",
                task("请第三方复核{a}处变更工程量和价款", "第三方复核变更工程量", "变更价款与实际工程量一致",
                    "other 委托造价咨询单位复核|recovery 多计的价款从结算中扣回", "document 造价复核报告|receipt 结算扣款凭证")),
            Wording("文化广场工程决算价比合同价高出百分之{b}，变更签证只有施工单位盖章。", "变更签证手续不全", "决算已重新审核，签证手续已补齐",
                task("重新审核文化广场工程决算和签证", "重新审核决算和签证", "签证由建设、监理、施工三方确认",
                    "other 送第三方重新审核决算|other 逐份核对签证真实性", "document 决算审核报告|document 签证核对情况表")),
            Wording("管网改造工程先施工后补签变更单，{a}份变更单的日期晚于隐蔽工程验收日期。", "变更单事后补签", "{a}份变更单已核实，责任单位已被约谈",
                task("核实{a}份事后补签的变更单", "核实补签的变更单", "变更先审批、后施工",
                    "other 调取影像资料核对隐蔽工程|accountability 约谈施工、监理单位", "document 变更核实报告|minutes 约谈记录")),
        ),
        more=task("落实变更分级审批", "落实变更分级审批", "变更资料完整归档",
            "other 明确变更金额和审批权限|education 组织项目管理人员培训", "document 变更审批流程图|minutes 培训会议记录"),
    ),
    Theme(
        key="acceptance", name="竣工验收与结算", category="engineering", fits="a u v t s e h", code="A65",
        owner="housing-bureau", slots={"a": (2, 6), "b": (4, 15)}, money=(16_000, 240_000),
        basis="建设工程质量管理条例关于竣工验收的规定", rule="工程验收和结算管理规定", sources=("field", "documents", "audit"),
        wordings=(
            Wording("{a}个工程完工{b}个月仍未组织竣工验收，已投入使用。", "工程未经验收即投入使用", "{a}个工程已补办竣工验收",
                task("对{a}个工程补办竣工验收", "补办竣工验收", "已完工程全部通过验收",
                    "other 邀请行业部门和群众代表参加验收|other 验收中发现的缺陷限期返修", "document 竣工验收报告|photo 返修前后对比照片")),
            Wording("健身步道工程未经结算审计即付清全部款项{wan}。", "未经结算审计即付清工程款", "已补做结算审计，多付款项已退回",
                task("补做健身步道工程结算审计", "补做结算审计", "付款与审定价一致",
                    "other 送审结算资料|recovery 按审定价追回多付款项", "document 结算审核报告|receipt 多付款退回凭证")),
            Wording("屋面修缮工程质保期内出现{b}处渗漏，未要求施工单位返修。", "质保期内渗漏未返修", "{b}处渗漏已由施工单位返修",
                task("督促施工单位返修{b}处渗漏", "督促返修渗漏", "雨季前全部修复",
                    "other 发出返修通知，限期修复|other 未修复前暂不退还质保金", "document 返修通知书|photo 返修后照片")),
        ),
        more=task("建立工程完工、验收、结算时限台账", "建立验收结算台账", "完工后三个月内验收结算",
            "other 逐项登记节点日期|education 培训项目经办人员", "document 工程节点台账|minutes 培训记录"),
    ),
    Theme(
        key="farmland", name="高标准农田", category="engineering", fits="v t a", code="A70",
        owner="agriculture-bureau", slots={"a": (3, 9), "b": (120, 680)},
        basis="高标准农田建设质量管理办法关于工程管护的规定", rule="农田设施管护办法", sources=("field", "petition", "talk"),
        wordings=(
            Wording("{year}年建成的{b}亩高标准农田，{a}处机耕桥和泵站损坏后无人维修。", "农田设施损坏无人维修", "{a}处损坏的设施已修复",
                task("修复{a}处损坏的农田设施", "修复损坏的农田设施", "设施完好、灌溉通畅",
                    "other 逐处查勘，制定维修方案|other 组织施工并请种植户验收", "photo 设施修复照片|document 维修验收单")),
            Wording("高标准农田项目沟渠淤塞{a}处，灌溉季节供水不畅，管护资金没有安排。", "灌溉沟渠淤塞、管护资金未落实", "沟渠已清淤，管护资金列入年度预算",
                task("清淤{a}处沟渠，安排管护资金", "清淤沟渠、安排管护资金", "灌溉季节供水通畅",
                    "campaign 开展冬春农田水利清淤行动|other 管护资金列入年度预算", "photo 清淤前后照片|document 年度预算表")),
            Wording("项目区{b}亩农田中有{a}处零星抛荒和种植苗木，整治不及时。", "项目区零星抛荒整治不及时", "{a}处抛荒地块已恢复耕种",
                task("对{a}处抛荒和种植苗木地块恢复耕种", "恢复耕种", "项目区无抛荒",
                    "other 逐块落实耕种人|other 苗木移植后恢复耕作层", "photo 复耕照片|document 地块复耕确认表")),
        ),
        more=task("落实农田设施管护责任人", "落实管护责任人", "每条沟渠、每座泵站有管护人",
            "other 签订管护责任书|other 每季度巡查并登记", "document 管护责任书|document 设施巡查登记表"),
    ),
    Theme(
        key="road_lights", name="道路与路灯", category="public_service", fits="a u v", code="A84",
        owner="urban-management-bureau", slots={"a": (6, 28), "b": (3, 9)},
        basis="市政设施管理条例关于及时维修的规定", rule="公共设施巡查维修制度", sources=("field", "talk", "questionnaire"),
        wordings=(
            Wording("主要道路{a}盏路灯不亮，群众反映{b}个月没有修好。", "路灯损坏长期未修", "{a}盏路灯已全部修好",
                task("修复{a}盏路灯", "修复路灯", "主要道路路灯全亮",
                    "other 会同市政部门逐盏检修|other 修复后向反映人反馈", "photo 路灯维修照片|document 维修验收单"), quick=True),
            Wording("{people}出行的主路有{b}处坑洼积水，雨天通行困难，报修后无人跟进。", "道路坑洼积水未修复", "{b}处坑洼已修复，路面平整",
                task("修复{b}处道路坑洼", "修复道路坑洼", "雨天不积水",
                    "other 填补坑洼、疏通雨水口|other 雨后现场复查", "photo 修复前后对比照片|document 路面修复验收单"), quick=True),
            Wording("断头路改造列入{year}年实事项目，至今未开工。", "道路实事项目未按期开工", "断头路改造已开工，进度按月公示",
                task("协调解决断头路用地和资金，尽快开工", "协调推进断头路改造", "年内开工建设",
                    "other 提请部门联席会议协调|other 进度按月向{people}公示", "minutes 联席会议纪要|photo 开工现场照片")),
        ),
        more=task("建立公共设施巡查报修机制", "建立公共设施巡查报修机制", "报修事项七天内办结",
            "other 每周巡查一次并登记|other 公布报修渠道和办理时限", "document 设施巡查记录|survey 群众回访记录"),
    ),
)
