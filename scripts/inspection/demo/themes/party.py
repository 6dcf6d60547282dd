"""Party building and ideology."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="dues", name="党费收缴", category="party_building", fits="a u v t d s e k h", code="A28",
        owner="organization-department", slots={"a": (4, 16), "b": (2, 5)},
        basis="关于中国共产党党费收缴、使用和管理的规定", rule="党费收缴使用管理制度", sources=("documents", "finance"),
        found=(
            ("{a}名党员的党费缴纳基数没有按年度核定，{b}个季度集中补缴。", "党费未按月足额缴纳"),
            ("党费收支情况{b}年没有向党员公布，下拨党费的使用没有明细。", "党费收支未公布"),
            ("流动党员{a}人党费收缴没有记录，联系方式也未更新。", "流动党员党费收缴无记录"),
        ),
        tasks=(
            Task("重新核定党费基数，逐人补缴", "重新核定党费基数", "党员按月足额缴纳党费",
                 (("other", "逐人核定基数并签字"), ("education", "在支部大会上重温党费规定")),
                 (("document", "党费基数核定表"), ("minutes", "支部大会记录"))),
            Task("每半年公布党费收支", "每半年公布党费收支", "党费收支公开透明",
                 (("other", "在党务公开栏公布明细"), ("other", "建立流动党员联系台账")),
                 (("photo", "党费收支公示照片"), ("document", "流动党员台账"))),
        ),
        results=("党费基数已重新核定", "党费收支每半年公布一次"),
    ),
    Theme(
        key="recruit", name="发展党员", category="party_building", fits="a u v s e h", code="A29",
        owner="organization-department", slots={"a": (6, 12), "b": (2, 5)},
        basis="中国共产党发展党员工作细则", rule="发展党员工作流程", sources=("documents", "talk"),
        found=(
            ("抽查{a}份发展党员档案，{b}份没有政治审查材料或者培养考察记录不连续。", "发展党员档案不完整"),
            ("近{b}年没有发展三十五岁以下党员，入党积极分子培养断档。", "年轻党员发展断档"),
            ("预备党员转正讨论未按期进行，{b}人推迟了三个月以上。", "预备党员转正不及时"),
        ),
        tasks=(
            Task("对{a}份发展党员档案逐份复核补正", "复核补正发展党员档案", "档案要件齐全、程序连续",
                 (("draw_inferences", "对换届以来的发展党员档案全部复核"), ("other", "报上级组织部门复查")),
                 (("document", "档案复核意见"), ("document", "补充考察材料"))),
            Task("建立年轻后备培养计划", "培养年轻入党积极分子", "每年有培养对象",
                 (("other", "从网格、志愿者中物色培养对象"), ("education", "举办积极分子培训班")),
                 (("document", "培养对象名册"), ("minutes", "培训班记录"))),
        ),
        results=("发展党员档案已复核补正", "已确定年轻培养对象，按期培训"),
    ),
    Theme(
        key="party_life", name="三会一课", category="party_building", fits="a u v t d s e k h", code="A26",
        owner="organization-department", slots={"a": (2, 6), "b": (3, 10)},
        basis="中国共产党支部工作条例关于组织生活的规定", rule="组织生活考勤和记录制度", sources=("documents", "talk"),
        found=(
            ("{year}年支部大会只召开{a}次，党课由网上课件代替，记录雷同。", "三会一课次数不足、记录雷同"),
            ("组织生活会批评意见空泛，{b}份发言材料与上年基本相同。", "组织生活会批评意见空泛"),
            ("主题党日以参观代替学习，{b}次活动没有讨论记录。", "主题党日缺少学习讨论"),
        ),
        tasks=(
            Task("按规定召开支部大会、支委会和党小组会，上好党课", "落实三会一课", "组织生活次数和质量达标",
                 (("other", "年初制定计划，按月提醒"), ("other", "班子成员带头讲党课")),
                 (("minutes", "支部大会记录"), ("photo", "党课现场照片"))),
            Task("重新召开组织生活会，认真开展批评", "重开组织生活会", "批评意见具体、有整改措施",
                 (("other", "会前谈心谈话，逐人撰写提纲"), ("education", "学习组织生活的有关规定")),
                 (("minutes", "组织生活会记录"), ("document", "个人整改清单"))),
        ),
        results=("组织生活已按计划开展", "已重新召开组织生活会，逐人列出整改清单"),
    ),
    Theme(
        key="ideology", name="意识形态阵地", category="ideology", fits="a u v t d s e h", code="A18",
        owner="publicity-department", slots={"a": (3, 12), "b": (2, 8)},
        basis="党委（党组）意识形态工作责任制实施办法", rule="网络群组和宣传阵地管理办法", sources=("documents", "field"),
        found=(
            ("{year}年没有专题研究意识形态工作，风险研判材料照抄上级文件。", "意识形态工作未专题研究"),
            ("管理的{a}个微信群没有登记管理员，{b}个群有商业广告无人清理。", "网络群组管理松散"),
            ("宣传栏内容{b}个月没有更换，{a}块标语褪色破损。", "宣传阵地更新不及时"),
        ),
        tasks=(
            Task("专题研究意识形态工作，完善风险清单", "专题研究意识形态工作", "每年专题研究不少于两次",
                 (("other", "召开专题会议分析研判"), ("other", "建立风险点和应对清单")),
                 (("minutes", "意识形态专题会议纪要"), ("document", "风险研判清单"))),
            Task("清理登记{a}个网络群组，更新宣传阵地", "清理网络群组、更新宣传栏", "群组有人管、阵地常更新",
                 (("draw_inferences", "逐群登记管理员和用途"), ("other", "更换破损标语和展板")),
                 (("document", "网络群组登记表"), ("photo", "宣传栏更新照片"))),
        ),
        results=("已专题研究并完善风险清单", "网络群组已登记，宣传栏已更新"),
    ),
    Theme(
        key="reading_room", name="农家书屋", category="ideology", fits="v a", code="A21",
        owner="publicity-department", slots={"a": (2, 5), "b": (200, 900)},
        basis="农家书屋工程建设管理办法", rule="农家书屋开放管理制度", sources=("field", "talk"),
        found=(
            ("农家书屋长期锁门，{b}册图书没有借阅登记。", "农家书屋常年不开放"),
            ("书屋{a}年没有更新图书，场地被用来堆放杂物。", "农家书屋堆放杂物"),
            ("文明实践站活动安排表与实际不符，{month}的{a}场活动没有开展。", "文明实践活动未按计划开展"),
        ),
        tasks=(
            Task("清理书屋场地，固定开放时间", "清理场地、固定开放", "每周开放不少于五天",
                 (("other", "安排志愿者轮流值守"), ("other", "建立借阅登记簿")),
                 (("photo", "书屋开放照片"), ("document", "借阅登记簿"))),
            Task("补充适合{people}阅读的图书，开展读书活动", "补充图书、开展读书活动", "每季度至少一场活动",
                 (("other", "联系图书馆流动配送"), ("campaign", "开展全民阅读进家庭活动")),
                 (("document", "图书配送清单"), ("photo", "读书活动照片"))),
        ),
        results=("书屋每周固定开放，借阅有登记", "已补充图书，定期开展读书活动"),
    ),
)
