"""Services people meet every day: windows, canteens, property, parking, schools."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="window", name="服务窗口", category="public_service", fits="a u v t d", code="A79",
        owner="civil-affairs-bureau", slots={"a": (2, 6), "b": (14, 60)},
        basis="政务服务标准化建设要求", rule="窗口服务规范", sources=("field", "questionnaire", "talk"),
        found=(
            ("便民服务窗口工作日中午无人值守，暗访{a}次均未找到工作人员。", "服务窗口无人值守"),
            ("{b}项办理事项的指南没有更新，群众为一件事跑了{a}趟。", "办事指南未更新、群众多跑路"),
            ("窗口人员对政策不熟悉，咨询{a}个问题有一半答不上来。", "窗口人员业务不熟"),
        ),
        tasks=(
            Task("安排窗口轮值，中午和周六不断档", "窗口轮值、中午不断档", "工作时间窗口不空岗",
                 (("other", "排出轮值表并上墙公示"), ("other", "每周抽查到岗情况")),
                 (("photo", "轮值表公示照片"), ("document", "窗口抽查记录"))),
            Task("更新{b}项办事指南，开展业务培训", "更新办事指南、开展培训", "常用事项一次办成",
                 (("education", "窗口人员每季度考一次业务"), ("other", "指南印制成册并上网")),
                 (("document", "新版办事指南"), ("document", "业务考试成绩汇总"))),
        ),
        results=("窗口实行轮值，不再空岗", "办事指南已更新，常用事项一次办成"),
    ),
    Theme(
        key="elderly_canteen", name="助餐点", category="public_service", fits="u a t", code="A80",
        owner="civil-affairs-bureau", slots={"a": (2, 4), "b": (20, 90)}, money=(6_000, 68_000),
        basis="养老助餐服务管理规范", rule="助餐点运营监管办法", sources=("field", "questionnaire", "extension"),
        found=(
            ("养老助餐点每周只开{a}天，开放时间与公示不符，{b}名登记的居民用餐不便。", "助餐点开放时间与公示不符"),
            ("助餐补贴按人头申报，申报人数比实际用餐人数多{b}人次，多领补贴{wan}。", "助餐补贴申报不实"),
            ("助餐点食品留样不规范，抽查{a}天没有留样记录。", "助餐点食品留样不规范"),
        ),
        tasks=(
            Task("督促运营机构按公示时间开放，公布监督方式", "按公示时间开放", "开放时间与公示一致",
                 (("other", "每周不定期检查并登记"), ("other", "请居民代表担任监督员")),
                 (("document", "助餐点检查记录"), ("photo", "开放时间公示照片"))),
            Task("核实助餐补贴，追回多领部分", "核实并追回多领的补贴", "补贴与刷卡人次一致",
                 (("recovery", "按刷卡记录核减并追回"), ("other", "安装刷卡就餐设备")),
                 (("receipt", "补贴退回凭证"), ("document", "就餐人次核对表"))),
        ),
        results=("助餐点按公示时间开放，食品留样规范", "多领的补贴已追回，改为刷卡就餐"),
    ),
    Theme(
        key="property", name="物业监管", category="public_service", fits="u t", code="A81",
        owner="housing-bureau", slots={"a": (2, 7), "b": (9, 42)},
        basis="物业管理条例关于监督检查的规定", rule="物业服务考核办法", sources=("questionnaire", "petition", "extension"),
        found=(
            ("{a}个小区物业服务合同到期未续签，公共收益{b}个月没有公示。", "物业合同到期、公共收益未公示"),
            ("对物业企业的季度考核没有开展，居民{b}件投诉没有跟踪办理。", "物业考核未开展、投诉未跟踪"),
            ("小区电梯{a}部带故障运行，维修资金申请手续拖延{b}周。", "电梯带故障运行"),
        ),
        tasks=(
            Task("督促{a}个小区公示公共收益、重签合同", "公示公共收益、重签物业合同", "公共收益每季度公示",
                 (("other", "约谈物业企业负责人"), ("other", "指导召开业主大会")),
                 (("photo", "公共收益公示照片"), ("minutes", "约谈记录"))),
            Task("开展物业服务季度考核，逐件办理投诉", "开展物业季度考核", "投诉办结率百分之百",
                 (("campaign", "开展物业服务提升行动"), ("other", "考核结果向居民公布")),
                 (("document", "物业考核评分表"), ("survey", "居民回访记录"))),
        ),
        results=("公共收益已公示，物业合同已重新签订", "物业季度考核已开展，投诉逐件办结"),
    ),
    Theme(
        key="parking", name="停车管理", category="public_service", fits="u a t", code="A82",
        owner="urban-management-bureau", slots={"a": (20, 90), "b": (2, 5)}, money=(7_000, 84_000),
        basis="机动车停车场管理办法", rule="公共停车位管理办法", sources=("questionnaire", "petition", "field"),
        found=(
            ("公共停车位{a}个被{b}家单位长期占用，居民停车难反映强烈。", "公共停车位被长期占用"),
            ("自管停车场收费{wan}，收费标准没有公示，收支没有单独核算。", "停车收费标准未公示"),
            ("老旧小区未划停车位，车辆占用绿地{b}处，通道堵塞。", "车辆占用绿地和通道"),
        ),
        tasks=(
            Task("清理被占用的{a}个停车位，向居民开放", "清退占用、开放停车位", "公共停车位全部对居民开放",
                 (("other", "书面通知占用单位限期腾退"), ("other", "错时共享周边单位停车位")),
                 (("photo", "停车位腾退照片"), ("document", "错时停车协议"))),
            Task("公示停车收费标准，收支单独核算", "公示收费标准", "收费公开、单独核算",
                 (("other", "设置收费公示牌"), ("other", "停车收入单独记账并公开")),
                 (("photo", "收费公示牌照片"), ("document", "停车收支明细账"))),
        ),
        results=("被占用的停车位已腾退", "收费标准已公示，新增错时共享停车位"),
    ),
    Theme(
        key="school_canteen", name="学校食堂", category="finance", fits="s", code="A55",
        owner="education-bureau", slots={"a": (2, 6), "b": (3, 9)}, money=(10_000, 130_000),
        basis="中小学校食堂财务管理规定", rule="食堂采购和核算办法", sources=("finance", "questionnaire", "field"),
        found=(
            ("食堂{year}年结余{wan}用于教职工福利，没有用于改善学生伙食。", "食堂结余使用不当"),
            ("大宗食材由{a}家供应商长期供货，{b}年没有重新招标。", "食材供应商长期未招标"),
            ("家长委员会未参加食堂管理，陪餐记录缺少{b}周。", "陪餐和家长监督流于形式"),
        ),
        tasks=(
            Task("退还挪用的食堂结余，全部用于学生伙食", "食堂结余全部用于学生伙食", "结余退回食堂专账",
                 (("recovery", "把发放的福利退回食堂账户"), ("other", "每学期公布食堂收支")),
                 (("receipt", "资金退回凭证"), ("photo", "食堂收支公示照片"))),
            Task("重新公开招标选定食材供应商", "公开招标选定供应商", "供应商两年一招标",
                 (("other", "委托代理机构公开招标"), ("other", "家长委员会参加评审和验收")),
                 (("document", "食材采购中标通知书"), ("minutes", "家长委员会会议纪要"))),
        ),
        results=("结余已退回食堂账户", "食材已重新招标，家长参与验收"),
    ),
    Theme(
        key="admissions", name="招生与课后服务", category="integrity", fits="s d", code="A45",
        owner="education-bureau", slots={"a": (2, 5), "b": (6, 28)}, money=(5_000, 60_000),
        basis="义务教育招生入学工作规定", rule="招生和收费公示制度", sources=("petition", "documents", "questionnaire"),
        found=(
            ("转学插班没有公开学位余量，{b}名学生转入的审核材料不全。", "转学插班审核不规范"),
            ("课后服务收费{wan}的分配方案没有征求家长意见，{a}个学期未公示。", "课后服务收费未公示"),
            ("招生咨询电话{a}次无人接听，政策答复口径不一致。", "招生政策答复口径不一"),
        ),
        tasks=(
            Task("复核{b}名转学学生材料，公布学位余量", "复核转学材料、公布学位", "转学审核材料齐全",
                 (("draw_inferences", "对三年来的转学档案全面复核"), ("other", "每学期公布学位余量")),
                 (("document", "转学档案复核表"), ("photo", "学位余量公示照片"))),
            Task("公示课后服务收支", "公示课后服务收支", "每学期公示一次",
                 (("other", "召开家长代表会议征求意见"), ("education", "组织教职工廉洁教育")),
                 (("minutes", "家长代表会议记录"), ("photo", "收支公示照片"))),
        ),
        results=("转学审核已规范，学位余量公开", "课后服务收支每学期公示"),
    ),
)
