"""Party building and ideology."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Theme, Wording, task

THEMES = (
    Theme(
        key="dues", name="党费收缴", category="party_building", fits="a u v t d s e k h", code="A28",
        owner="organization-department", slots={"a": (4, 16), "b": (2, 5)},
        basis="关于中国共产党党费收缴、使用和管理的规定", rule="党费收缴使用管理制度", sources=("documents", "finance"),
        wordings=(
            Wording("{a}名党员的党费缴纳基数没有按年度核定，{b}个季度集中补缴。", "党费未按月足额缴纳", "{a}名党员的缴纳基数已核定，按月缴纳",
                task("重新核定{a}名党员的党费基数", "重新核定党费基数", "按月足额缴纳党费",
                    "other 逐人核定基数并签字|other 差额按规定补缴", "document 党费基数核定表|document 党费补缴明细")),
            Wording("党费收支情况{b}年没有向党员公布，下拨党费的使用没有明细。", "党费收支未公布", "{b}年的党费收支已补公布",
                task("补公布{b}年的党费收支", "补公布党费收支", "每年至少公布一次",
                    "other 整理收支明细|other 在支部大会上报告", "photo 党费收支公示照片|minutes 支部大会记录")),
            Wording("流动党员{a}人党费收缴没有记录，联系方式也未更新。", "流动党员党费收缴无记录", "{a}名流动党员已联系到位，党费已补记",
                task("与{a}名流动党员逐一联系，补记党费", "联系流动党员、补记党费", "流动党员不失联",
                    "other 建立流动党员联系台账|other 线上缴纳并登记", "document 流动党员台账|document 党费登记表")),
        ),
        more=task("开展党费工作自查和培训", "开展党费自查和培训", "党务人员熟悉规定",
            "education 学习党费规定|draw_inferences 对所属支部逐个检查", "minutes 学习记录|document 党费自查报告"),
    ),
    Theme(
        key="recruit", name="发展党员", category="party_building", fits="a u v s e h", code="A29",
        owner="organization-department", slots={"a": (6, 12), "b": (2, 5)},
        basis="中国共产党发展党员工作细则", rule="发展党员工作流程", sources=("documents", "talk"),
        wordings=(
            Wording("抽查{a}份发展党员档案，{b}份没有政治审查材料或者培养考察记录不连续。", "发展党员档案不完整", "{b}份档案已补正，其余已全部复核",
                task("补正{b}份要件缺失的发展党员档案", "补正发展党员档案", "档案要件齐全、程序连续",
                    "draw_inferences 对换届以来的档案全部复核|other 报上级组织部门复查", "document 档案复核意见|document 补充考察材料")),
            Wording("近{b}年没有发展三十五岁以下党员，入党积极分子培养断档。", "年轻党员发展断档", "已确定年轻培养对象并安排培养联系人",
                task("从网格、志愿者和返乡人员中培养年轻积极分子", "培养年轻入党积极分子", "每年都有培养对象",
                    "other 物色培养对象，确定联系人|education 举办积极分子培训班", "document 培养对象名册|minutes 培训班记录")),
            Wording("预备党员转正讨论未按期进行，{b}人推迟三个月以上。", "预备党员转正不及时", "{b}名预备党员的转正已按程序讨论",
                task("按程序讨论{b}名预备党员转正", "按程序讨论转正", "预备期满一个月内讨论",
                    "other 召开支部大会讨论表决|accountability 对延误的责任人批评教育", "minutes 支部大会记录|document 批评教育记录")),
        ),
        more=task("绘制发展党员流程图，逐环节签字", "发展党员逐环节签字", "每个环节有人负责",
            "other 制作流程和要件清单|education 培训党务工作者", "document 发展党员流程清单|minutes 党务培训记录"),
    ),
    Theme(
        key="party_life", name="三会一课", category="party_building", fits="a u v t d s e k h", code="A26",
        owner="organization-department", slots={"a": (2, 6), "b": (3, 10)},
        basis="中国共产党支部工作条例关于组织生活的规定", rule="组织生活考勤和记录制度", sources=("documents", "talk"),
        wordings=(
            Wording("{year}年支部大会只召开{a}次，党课由网上课件代替，记录雷同。", "三会一课次数不足、记录雷同", "三会一课已按计划开展，班子成员带头讲党课",
                task("按规定召开会议，班子成员带头讲党课", "落实三会一课", "组织生活次数和质量达标",
                    "other 年初制定计划，按月提醒|other 班子成员每人讲一次党课", "minutes 支部大会记录|photo 党课现场照片")),
            Wording("组织生活会批评意见空泛，{b}份发言材料与上年基本相同。", "组织生活会批评意见空泛", "组织生活会已重新召开，逐人列出整改清单",
                task("重新召开组织生活会，认真开展批评", "重新召开组织生活会", "批评意见具体、整改措施可查",
                    "other 会前谈心谈话，逐人撰写提纲|other 上级党组织派人到会指导", "minutes 组织生活会记录|document 个人整改清单")),
            Wording("主题党日以参观代替学习，{b}次活动没有讨论记录。", "主题党日缺少学习讨论", "主题党日有学习、有讨论、有记录",
                task("规范主题党日内容和记录", "规范主题党日", "每次有学习、有讨论",
                    "other 每月确定学习讨论题目|other 上级党组织按季抽查记录", "minutes 主题党日记录|document 抽查情况通报")),
        ),
        more=task("实行组织生活考勤和纪实", "实行组织生活纪实", "党员参加情况可查",
            "other 按次签到、拍照留存|education 培训支部委员", "document 组织生活签到表|minutes 支部委员培训记录"),
    ),
    Theme(
        key="ideology", name="意识形态阵地", category="ideology", fits="a u v t d s e h", code="A18",
        owner="publicity-department", slots={"a": (3, 12), "b": (2, 8)},
        basis="党委（党组）意识形态工作责任制实施办法", rule="网络群组和宣传阵地管理办法", sources=("documents", "field"),
        wordings=(
            Wording("{year}年没有专题研究意识形态工作，风险研判材料照抄上级文件。", "意识形态工作未专题研究", "已专题研究，风险清单结合了实际",
                task("专题研究意识形态工作，完善风险清单", "专题研究意识形态工作", "每年专题研究不少于两次",
                    "other 召开专题会议分析研判|other 建立风险点和应对清单", "minutes 意识形态专题会议纪要|document 风险研判清单")),
            Wording("管理的{a}个微信群没有登记管理员，{b}次转发商业广告无人清理。", "网络群组管理松散", "{a}个群组已登记，广告信息已清理",
                task("逐个登记{a}个微信群的管理员和用途", "登记管理员、清理广告", "群组有人管、信息有人审",
                    "draw_inferences 对所有工作群逐个排查|other 解散长期不用的群组", "document 网络群组登记表|document 群组排查情况表")),
            Wording("宣传栏内容{b}个月没有更换，{a}块标语褪色破损。", "宣传阵地更新不及时", "宣传栏和{a}块标语已更新",
                task("更新宣传栏和{a}块破损标语", "更新宣传栏和标语", "宣传栏每季度更新",
                    "other 更换破损标语和展板|other 明确每块宣传栏的责任人", "photo 宣传栏更新照片|document 阵地责任清单"), quick=True),
        ),
        more=task("开展意识形态工作培训", "开展意识形态培训", "班子成员和群主全员培训",
            "education 举办专题培训|other 签订群主责任书", "minutes 专题培训记录|document 群主责任书"),
    ),
    Theme(
        key="reading_room", name="农家书屋", category="ideology", fits="v a", code="A21",
        owner="publicity-department", slots={"a": (2, 5), "b": (200, 900)},
        basis="农家书屋工程建设管理办法", rule="农家书屋开放管理制度", sources=("field", "talk"),
        wordings=(
            Wording("农家书屋长期锁门，{b}册图书没有借阅登记。", "农家书屋常年不开放", "书屋每周固定开放，借阅有登记",
                task("固定书屋开放时间，建立借阅登记", "固定开放、登记借阅", "每周开放不少于五天",
                    "other 安排志愿者轮流值守|other 建立借阅登记簿", "photo 书屋开放照片|document 借阅登记簿"), quick=True),
            Wording("书屋{a}年没有更新图书，场地被用来堆放杂物。", "农家书屋堆放杂物", "杂物已清理，图书已更新",
                task("清理书屋杂物，更新图书", "清理杂物、更新图书", "每年更新图书不少于一次",
                    "other 清理场地、修缮书架|other 联系图书馆流动配送", "photo 清理后的书屋照片|document 图书配送清单"), quick=True),
            Wording("文明实践站活动安排表与实际不符，{month}的{a}场活动没有开展。", "文明实践活动未按计划开展", "{a}场活动已补办，安排表按月公示",
                task("补办{a}场文明实践活动，按月公示安排", "补办活动、公示安排", "活动安排与实际一致",
                    "other 征集{people}需求后排定活动|other 活动情况拍照留存", "photo 活动现场照片|document 活动安排公示表")),
        ),
        more=task("定期开展读书和文化活动", "定期开展读书活动", "每季度至少一场活动",
            "campaign 开展全民阅读进家庭活动|other 评选读书家庭", "photo 读书活动照片|document 活动总结"),
    ),
)
