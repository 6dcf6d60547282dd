"""How offices work: seals, archives, duty, forms, discipline."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="seal", name="公章管理", category="work_style", fits="a u v t k s", code="A46",
        owner="civil-affairs-bureau", slots={"a": (5, 26), "b": (2, 4)},
        basis="印章管理规定关于用印审批的要求", rule="印章使用管理规定", sources=("documents", "field"),
        found=(
            ("公章由一人保管和使用，{year}年{a}次用印没有登记。", "用印未登记"),
            ("加盖公章的空白介绍信留存{a}份，没有编号。", "留存盖章空白介绍信"),
            ("停用的{b}枚旧印章没有上缴销毁，存放在办公室抽屉。", "旧印章未上缴销毁"),
        ),
        tasks=(
            Task("收回销毁空白介绍信，上缴旧印章", "收回空白介绍信、上缴旧印章", "空白盖章文书为零",
                 (("other", "逐份登记后当场销毁"), ("other", "旧印章上缴并取得回执")),
                 (("document", "介绍信销毁清单"), ("document", "印章上缴回执"))),
            Task("实行用印审批登记，保管与审批分离", "用印先审批、后登记", "用印登记完整",
                 (("other", "启用用印审批单和登记簿"), ("education", "组织经办人员学习印章规定")),
                 (("document", "用印登记簿"), ("document", "用印审批单"))),
        ),
        results=("用印审批登记已落实", "旧印章已上缴，空白介绍信已销毁"),
    ),
    Theme(
        key="archive", name="档案管理", category="work_style", fits="a u v t d s", code="A47",
        owner="civil-affairs-bureau", slots={"a": (2, 6), "b": (15, 70)},
        basis="机关档案管理规定", rule="档案管理制度", sources=("documents", "field"),
        found=(
            ("{year}年以前的会议记录、合同等{b}卷资料没有归档，堆放在杂物间。", "资料未归档、随意堆放"),
            ("抽查{b}份工程档案，{a}份缺少验收和结算资料。", "工程档案资料缺失"),
            ("档案查阅没有登记，{a}卷原件外借后没有归还。", "档案外借未归还"),
        ),
        tasks=(
            Task("整理归档{b}卷历史资料", "整理归档历史资料", "应归档资料全部归档",
                 (("other", "请档案部门现场指导"), ("other", "追回外借的原件")),
                 (("document", "归档文件目录"), ("photo", "档案室照片"))),
            Task("配备专用档案柜，落实查阅登记", "落实档案保管和查阅登记", "查阅、外借有登记",
                 (("other", "配置防潮防火档案柜"), ("education", "档案人员参加业务培训")),
                 (("photo", "档案柜照片"), ("document", "档案查阅登记簿"))),
        ),
        results=("历史资料已整理归档", "档案专柜保管，查阅外借有登记"),
    ),
    Theme(
        key="duty", name="值班值守", category="work_style", fits="a u v t d h", code="A44",
        owner="emergency-bureau", slots={"a": (2, 6), "b": (4, 15)},
        basis="值班工作规范关于二十四小时值班的规定", rule="值班和应急值守制度", sources=("field", "documents"),
        found=(
            ("夜间抽查{a}次，{b}处应到岗的值班人员不在岗，值班记录提前填写。", "值班脱岗、记录提前填写"),
            ("节假日值班只有一名工作人员，没有领导带班记录，{year}年共{b}天。", "节假日无领导带班"),
            ("值班电话转接个人手机，一次突发事件的信息报送迟了{a}小时。", "突发信息报送不及时"),
        ),
        tasks=(
            Task("对{a}次脱岗情况查明原因、严肃处理", "查处值班脱岗", "值班人员全部在岗",
                 (("accountability", "对脱岗人员通报批评"), ("other", "视频抽查与现场抽查结合")),
                 (("document", "通报文件"), ("document", "值班抽查记录"))),
            Task("落实领导带班和信息报送", "落实领导带班和信息报送", "突发信息半小时内报送",
                 (("other", "排班表提前一周公布"), ("education", "开展应急值守演练")),
                 (("document", "值班排班表"), ("photo", "应急演练照片"))),
        ),
        results=("值班脱岗已处理，抽查常态化", "领导带班落实，信息按时报送"),
    ),
    Theme(
        key="formalism", name="台账报表负担", category="work_style", fits="a u v t d", code="A40",
        owner="organization-department", slots={"a": (12, 36), "b": (3, 9)},
        basis="关于解决形式主义突出问题为基层减负的规定", rule="基层报表准入清单", sources=("talk", "documents"),
        found=(
            ("{month}要求填报{a}份报表，其中{b}份内容重复，基层反映负担重。", "重复报表增加基层负担"),
            ("入户走访以拍照留痕代替解决问题，{b}个工作群要求每天打卡。", "以拍照打卡代替实际工作"),
            ("会议通知随意，一周内召开{b}次同类会议，{a}人次参会。", "会议过多、效率不高"),
        ),
        tasks=(
            Task("清理{a}份报表，取消重复的{b}份", "清理报表、取消重复填报", "报表数量减少三分之一以上",
                 (("draw_inferences", "全面清理报表、工作群和会议"), ("other", "公布保留的报表清单")),
                 (("document", "报表清理清单"), ("document", "取消报表的通知"))),
            Task("控制会议和检查频次", "控制会议和检查频次", "同类会议合并召开",
                 (("other", "实行会议计划管理"), ("other", "检查事项统筹安排")),
                 (("document", "年度会议计划"), ("survey", "基层干部意见调查表"))),
        ),
        results=("重复报表已取消，基层负担减轻", "会议和检查已统筹安排"),
    ),
    Theme(
        key="team", name="班子与后备力量", category="leadership_team", fits="a u v t e k h", code="A36",
        owner="organization-department", slots={"a": (2, 4), "b": (10, 22)},
        basis="党政领导干部选拔任用工作条例关于后备力量的要求", rule="班子成员分工和后备培养制度", sources=("talk", "questionnaire", "documents"),
        found=(
            ("班子缺额{a}人，空缺{b}个月没有补齐，分工没有调整。", "班子缺额长期未补"),
            ("班子成员分工不清，{a}项重点工作互相推诿。", "班子成员分工不清"),
            ("后备力量培养没有计划，{a}名后备人员没有安排锻炼岗位。", "后备力量培养没有计划"),
        ),
        tasks=(
            Task("按程序补齐班子，明确分工", "补齐班子、明确分工", "班子配齐、职责清楚",
                 (("other", "向上级党组织报告并配合选配"), ("other", "印发分工文件")),
                 (("document", "班子分工文件"), ("minutes", "班子会议记录"))),
            Task("制定后备力量培养计划", "制定后备力量培养计划", "后备人员有岗位、有导师",
                 (("other", "为后备人员确定导师"), ("education", "开展业务轮训")),
                 (("document", "后备培养计划"), ("document", "导师结对名册"))),
        ),
        results=("班子已配齐，分工明确", "后备培养计划已实施"),
    ),
)
