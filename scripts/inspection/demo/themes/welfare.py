"""Welfare: lists, subsidies, public-interest posts, relief goods."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="low_income", name="低保名单", category="welfare_lists", fits="a u v", code="A71",
        owner="civil-affairs-bureau", slots={"a": (2, 7), "h": (18, 86)}, money=(3_000, 46_000),
        basis="社会救助暂行办法关于动态管理的规定", rule="低保对象动态管理制度", sources=("big_data", "extension", "petition"),
        found=(
            ("{h}户低保对象中有{a}户家庭收入、财产状况已经变化，未及时退出，多领低保金{wan}。", "低保对象未及时退出"),
            ("低保年度复核走过场，抽查{h}户档案，{a}户没有入户核查记录。", "低保复核缺少入户核查"),
            ("{a}户符合条件的困难家庭未纳入低保，{org}干部对政策不熟悉，没有主动上门。", "困难家庭未及时纳入低保"),
        ),
        tasks=(
            Task("对{h}户低保对象逐户复核，该退的退、该保的保", "逐户复核低保对象", "低保对象认定准确率百分之百",
                 (("draw_inferences", "会同民政部门逐户入户核查"), ("recovery", "多领的低保金依规追回")),
                 (("survey", "低保入户核查表"), ("receipt", "低保金退回凭证"))),
            Task("长期公示低保名单，接受群众监督", "低保名单长期公示", "公示栏名单与系统一致",
                 (("other", "每季度更新公示名单"), ("other", "公布举报和咨询渠道")),
                 (("photo", "低保公示照片"), ("document", "名单比对情况表"))),
        ),
        results=("已逐户复核，对象进出及时", "多领的低保金已追回，名单长期公示"),
        person="工作人员张某的亲属不符合条件仍享受低保，共领取{wan}，入户核查表由其代签。",
    ),
    Theme(
        key="disability", name="残疾人补贴", category="subsidies", fits="a u v t", code="A73",
        owner="civil-affairs-bureau", slots={"a": (2, 6), "b": (3, 11)}, money=(1_200, 18_000),
        basis="困难残疾人生活补贴和重度残疾人护理补贴管理规定", rule="残疾人两项补贴核对制度", sources=("big_data", "documents"),
        found=(
            ("{a}名领取护理补贴的对象去世后未及时停发，多发{b}个月，共{wan}。", "补贴对象去世后未及时停发"),
            ("残疾人两项补贴申请办理超时，{a}件从受理到发放用了{b}个月。", "残疾人补贴办理超时"),
            ("残疾人证等级变更后未调整补贴标准，{a}人发放不准，差额{wan}。", "补贴标准未随等级调整"),
        ),
        tasks=(
            Task("追回多发的补贴，补发少发的补贴", "追回多发、补发少发的补贴", "补贴发放准确到人",
                 (("recovery", "上门说明政策，追回多发款项"), ("other", "对少发的按月补发到位")),
                 (("receipt", "补贴退回凭证"), ("document", "补贴补发花名册"))),
            Task("建立与民政、卫健信息的按月比对", "按月比对数据", "次月起停发，不再多发",
                 (("other", "每月比对死亡、迁移和等级变更信息"), ("education", "培训经办人员")),
                 (("document", "信息比对记录"), ("minutes", "业务培训签到及记录"))),
        ),
        results=("多发补贴已追回，少发的已补发", "已建立按月比对机制，发放准确"),
    ),
    Theme(
        key="public_posts", name="公益岗位", category="subsidies", fits="a u v t", code="A74",
        owner="human-resources-bureau", slots={"a": (2, 5), "b": (8, 26)}, money=(8_000, 98_000),
        basis="公益性岗位开发管理办法", rule="公益性岗位人员考核管理办法", sources=("talk", "finance", "field"),
        found=(
            ("{b}名公益岗位人员中有{a}名长期不到岗，补贴照常发放{wan}。", "公益岗位人员不到岗仍领补贴"),
            ("公益岗位招聘未公开发布信息，{a}人不属于就业困难人员。", "公益岗位招聘不公开"),
            ("公益岗位人员没有考勤，{b}人的日常工作无人安排、无人考核。", "公益岗位管理考核缺失"),
        ),
        tasks=(
            Task("清退不符合条件的{a}名公益岗位人员", "清退不符合条件的人员", "岗位人员全部符合条件",
                 (("recovery", "追回不到岗期间的补贴"), ("other", "空缺岗位面向社会公开招聘")),
                 (("receipt", "岗位补贴退回凭证"), ("document", "公开招聘公告"))),
            Task("建立公益岗位考勤和考核", "建立考勤考核", "按考勤发放补贴",
                 (("other", "每日签到，每月考核"), ("other", "岗位职责和人员上墙公示")),
                 (("document", "考勤考核表"), ("photo", "岗位公示照片"))),
        ),
        results=("不符合条件的人员已清退", "岗位公开招聘，按考勤发放补贴"),
    ),
    Theme(
        key="farm_subsidy", name="惠农补贴发放", category="subsidies", fits="v a t", code="A75",
        owner="agriculture-bureau", slots={"a": (3, 12), "b": (15, 90)}, money=(5_000, 76_000),
        basis="耕地地力保护补贴实施办法", rule="惠农补贴申报公示制度", sources=("documents", "petition", "big_data"),
        found=(
            ("{year}年耕地地力保护补贴申报面积与确权面积不一致，{a}户多报{b}亩，多领{wan}。", "耕地补贴面积虚报"),
            ("补贴清册未经公示即上报，{a}户群众不知道自己的补贴金额。", "补贴清册未公示"),
            ("土地流转后补贴归谁领取没有约定，原承包户与经营主体之间的{a}起争议无人协调。", "流转土地补贴争议未处理"),
        ),
        tasks=(
            Task("重新核实{a}户补贴面积，追回多领补贴", "核实补贴面积、追回多领补贴", "补贴面积与实际一致",
                 (("draw_inferences", "实地丈量并逐户签字确认"), ("recovery", "追回多领的补贴资金")),
                 (("document", "面积核实表"), ("receipt", "补贴资金退回凭证"))),
            Task("补贴清册公示到组到户", "补贴清册公示到户", "公示期满无异议后上报",
                 (("other", "在各组公示七天并留存照片"), ("other", "设立政策咨询点")),
                 (("photo", "补贴公示照片"), ("document", "公示无异议证明"))),
        ),
        results=("补贴面积已核实，多领资金已追回", "补贴清册已公示到组到户"),
    ),
    Theme(
        key="relief", name="救助慰问物资", category="welfare_lists", fits="u a v", code="A77",
        owner="civil-affairs-bureau", slots={"a": (3, 9), "b": (30, 180)}, money=(2_000, 26_000),
        basis="社会捐赠和救助物资管理规定", rule="救助慰问物资管理办法", sources=("talk", "documents", "petition"),
        found=(
            ("{year}年春节慰问物资{b}份，发放登记表只有{a}份有签名，其余去向不清。", "慰问物资发放登记不全"),
            ("临时救助申请由经办人一人审核，{a}件没有民主评议记录。", "临时救助审核程序不全"),
            ("爱心企业捐赠物资价值{wan}未登记入库，发放对象未公示。", "捐赠物资未登记、未公示"),
        ),
        tasks=(
            Task("核清{b}份物资去向，补齐发放登记", "核清物资去向", "每份物资可查到领取人",
                 (("other", "逐户电话和入户核对"), ("accountability", "对登记不实的责任人批评教育")),
                 (("survey", "物资领取核对表"), ("document", "批评教育记录"))),
            Task("实行双人发放、当场签收", "双人发放、当场签收", "发放名单公示",
                 (("other", "物资入库、出库分别登记"), ("other", "发放名单公示五天")),
                 (("document", "物资出入库登记簿"), ("photo", "发放公示照片"))),
        ),
        results=("物资去向已核清，发放名单已公示", "救助审核和物资发放程序已规范"),
    ),
)
