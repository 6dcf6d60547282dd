"""How offices work: seals, archives, duty, forms, the team."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="seal", name="公章管理", category="work_style", fits="a u v t k s", code="A46",
        owner="civil-affairs-bureau", slots={"a": (5, 26), "b": (2, 4)},
        basis="印章管理规定关于用印审批的要求", rule="印章使用管理规定", sources=("documents", "field"),
        wordings=(
            Wording("公章由一人保管和使用，{year}年{a}次用印没有登记。", "用印未登记", "用印审批登记已落实，保管与审批分离",
                task("实行用印审批登记，保管与审批分离", "用印先审批、后登记", "用印登记完整",
                    "other 启用用印审批单和登记簿|other 对{a}次用印逐次补记说明", "document 用印登记簿|document 用印审批单"), quick=True),
            Wording("加盖公章的空白介绍信留存{a}份，没有编号。", "留存盖章空白介绍信", "{a}份空白介绍信已销毁",
                task("收回销毁{a}份空白介绍信", "收回销毁空白介绍信", "空白盖章文书为零",
                    "other 逐份登记后当场销毁|other 介绍信统一编号领用", "document 介绍信销毁清单|photo 当场销毁照片"), quick=True),
            Wording("停用的{b}枚旧印章没有上缴销毁，存放在办公室抽屉。", "旧印章未上缴销毁", "{b}枚旧印章已上缴",
                task("上缴{b}枚停用的旧印章", "上缴旧印章", "停用印章当日封存",
                    "other 登记封存并上缴|other 取得上缴回执", "document 印章上缴回执|photo 印章封存照片"), quick=True),
        ),
        more=task("开展印章管理培训和检查", "开展印章培训和检查", "经办人员熟悉规定",
            "education 组织经办人员学习印章规定|other 每季度检查用印登记", "minutes 学习记录|document 用印检查记录"),
    ),
    Theme(
        key="archive", name="档案管理", category="work_style", fits="a u v t d s", code="A47",
        owner="civil-affairs-bureau", slots={"a": (2, 6), "b": (15, 70)},
        basis="机关档案管理规定", rule="档案管理制度", sources=("documents", "field"),
        wordings=(
            Wording("{year}年以前的会议记录、合同等{b}卷资料没有归档，堆放在杂物间。", "资料未归档、随意堆放", "{b}卷历史资料已整理归档",
                task("整理归档{b}卷历史资料", "整理归档历史资料", "应归档资料全部归档",
                    "other 请档案部门现场指导|other 配置防潮防火档案柜", "document 归档文件目录|photo 档案室照片")),
            Wording("抽查{b}份工程档案，{a}份缺少验收和结算资料。", "工程档案资料缺失", "{a}份工程档案已补齐",
                task("补齐{a}份工程档案", "补齐工程档案", "工程资料完整归档",
                    "other 向施工、监理单位调取资料|other 今后资料不齐不付尾款", "document 工程档案目录|document 资料补齐确认单")),
            Wording("档案查阅没有登记，{a}卷原件外借后没有归还。", "档案外借未归还", "{a}卷原件已追回",
                task("追回{a}卷外借的档案原件", "追回外借档案", "原件不外借",
                    "other 逐卷联系借阅人归还|other 查阅改为复印件", "document 档案归还登记|document 档案查阅登记簿")),
        ),
        more=task("明确档案管理员，落实查阅登记", "明确管理员、落实查阅登记", "查阅有登记",
            "other 确定专兼职档案员|education 档案员参加业务培训", "document 档案员任职通知|minutes 档案培训记录"),
    ),
    Theme(
        key="duty", name="值班值守", category="work_style", fits="a u v t d h", code="A44",
        owner="emergency-bureau", slots={"a": (2, 6), "b": (4, 15)},
        basis="值班工作规范关于二十四小时值班的规定", rule="值班和应急值守制度", sources=("field", "documents"),
        wordings=(
            Wording("夜间抽查{a}次，有{a}次值班人员不在岗，值班记录提前填写。", "值班脱岗、记录提前填写", "脱岗问题已通报，值班人员全部在岗",
                task("查明{a}次脱岗的原因，严肃处理", "查处值班脱岗", "值班人员全部在岗",
                    "accountability 对脱岗人员通报批评|other 视频抽查与现场抽查结合", "document 通报文件|document 值班抽查记录")),
            Wording("节假日值班只有一名工作人员，没有领导带班记录，{year}年共{b}天。", "节假日无领导带班", "领导带班已落实，排班提前公布",
                task("落实节假日领导带班", "落实领导带班", "节假日双人值班、领导带班",
                    "other 排班表提前一周公布|other 带班领导到岗签到", "document 值班排班表|document 带班签到记录"), quick=True),
            Wording("值班线路转接个人手机，一次突发事件的信息报送迟了{a}小时。", "突发信息报送不及时", "信息报送流程已规范，演练合格",
                task("规范突发事件信息报送", "规范信息报送", "突发信息半小时内报送",
                    "other 取消转接，固定值守|education 开展应急值守演练", "document 信息报送流程|photo 应急演练照片")),
        ),
        more=task("值班抽查结果按月通报", "值班抽查按月通报", "抽查覆盖所有时段",
            "other 每月不定期抽查四次|other 抽查结果纳入考核", "document 值班抽查通报|document 考核记录"),
    ),
    Theme(
        key="formalism", name="台账报表负担", category="work_style", fits="a u v t d", code="A40",
        owner="organization-department", slots={"a": (12, 36), "b": (3, 9)},
        basis="关于解决形式主义突出问题为基层减负的规定", rule="基层报表准入清单", sources=("talk", "documents"),
        wordings=(
            Wording("{month}要求填报{a}份报表，其中{b}份内容重复，基层反映负担重。", "重复报表增加基层负担", "{b}份重复报表已取消",
                task("清理{a}份报表，取消重复的{b}份", "取消重复报表", "报表数量减少三分之一以上",
                    "draw_inferences 全面清理各类报表|other 公布保留的报表清单", "document 报表清理清单|document 取消报表的通知")),
            Wording("入户走访以拍照留痕代替解决问题，{b}个工作群要求每天打卡。", "以拍照打卡代替实际工作", "{b}个打卡群已解散，走访重在解决问题",
                task("解散{b}个打卡群，改进走访方式", "解散打卡群、改进走访", "走访看实效、不看照片",
                    "other 停止拍照打卡要求|other 走访收集的问题列单办理", "document 工作群清理清单|document 走访问题办理清单"), quick=True),
            Wording("会议通知随意，一周内召开{b}次同类会议，{a}人次参会。", "会议过多、效率不高", "同类会议已合并，实行会议计划管理",
                task("合并同类会议，实行计划管理", "合并会议、计划管理", "同类会议每月不超过一次",
                    "other 按月编制会议计划|other 能合并的合并、能线上的线上", "document 月度会议计划|survey 基层干部意见调查表")),
        ),
        more=task("统筹检查考核事项", "统筹检查考核", "检查频次压减一半",
            "other 检查事项统一审批|other 公布减负监督渠道", "document 年度检查计划|photo 监督渠道公示照片"),
    ),
    Theme(
        key="team", name="班子与后备力量", category="leadership_team", fits="a u v t e k h", code="A36",
        owner="organization-department", slots={"a": (2, 4), "b": (10, 22)},
        basis="党政领导干部选拔任用工作条例关于后备力量的要求", rule="班子成员分工和后备培养制度", sources=("talk", "questionnaire", "documents"),
        wordings=(
            Wording("班子缺额{a}人，空缺{b}个月没有补齐，分工没有调整。", "班子缺额长期未补", "班子缺额已按程序补齐，分工已调整",
                task("按程序补齐{a}名班子成员", "补齐班子、调整分工", "班子配齐、职责清楚",
                    "other 向上级党组织报告并配合选配|other 印发分工文件", "document 班子任职文件|document 班子分工文件")),
            Wording("班子成员分工不清，{a}项重点工作互相推诿。", "班子成员分工不清", "班子分工已重新明确并公示",
                task("重新明确班子成员分工", "重新明确分工", "事事有人管",
                    "other 集体研究确定分工|other {a}项工作逐项明确牵头人", "document 班子分工文件|minutes 班子会议记录")),
            Wording("后备力量培养没有计划，{a}名后备人员没有安排锻炼岗位。", "后备力量培养没有计划", "{a}名后备人员已安排锻炼岗位",
                task("为{a}名后备人员安排锻炼岗位", "安排锻炼岗位", "后备人员有岗位、有导师",
                    "other 为后备人员确定导师|education 开展业务轮训", "document 导师结对名册|minutes 业务轮训记录")),
        ),
        more=task("定期分析班子运行情况", "定期分析班子运行", "每半年分析一次",
            "other 开展谈心谈话|other 听取党员群众意见", "document 谈心谈话记录|survey 党员群众意见表"),
    ),
)
