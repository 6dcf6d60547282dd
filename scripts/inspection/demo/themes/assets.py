"""Collective assets: leases, registers, money kept off the books, dividends, compensation."""

# ruff: noqa: E501  a Chinese sentence counts double, and is read better whole
# fmt: off

from inspection.demo.themes.theme import Task, Theme

THEMES = (
    Theme(
        key="asset_lease", name="集体资产出租", category="collective_assets", fits="a v k", code="A56",
        owner="agriculture-bureau", slots={"a": (2, 6), "b": (7, 15)}, money=(18_000, 260_000),
        basis="农村集体资产管理办法关于公开招租的规定", rule="集体资产租赁管理办法", sources=("documents", "finance", "field"),
        found=(
            ("{org}集体{a}处经营性房产出租未公开招租，由干部与承租户当面商定租金，合同到期后也未重新签订。", "集体房产出租未公开招租"),
            ("{month}，{org}将{a}间沿街门面续租给原承租户，未经评估，也未经成员代表会议讨论，年租金{wan}低于周边同类房屋。", "门面续租未评估、未议决"),
            ("集体厂房{b}份租赁合同中有{a}份约定的租期超过十年，租金多年不变，少收租金{wan}。", "厂房租期过长、租金偏低"),
        ),
        tasks=(
            Task("对{a}处集体房产重新公开招租并补签合同", "集体房产重新公开招租", "出租房产全部进入公开交易平台",
                 (("draw_inferences", "逐处清理出租合同，结果张榜公示"), ("other", "委托评估后在交易平台公开招租")),
                 (("document", "公开招租公告"), ("document", "新签租赁合同"))),
            Task("核算并追收少收的租金", "依规追收少收的租金", "应收租金全部入账",
                 (("recovery", "按评估价核算差额，书面催收"), ("education", "对经办人员开展集体资产管理培训")),
                 (("receipt", "租金缴款凭证"), ("document", "租金核算表"))),
        ),
        results=("出租房产已全部公开招租并补签合同", "已重新评估并公开招租，少收的租金正在按合同补缴"),
    ),
    Theme(
        key="fixed_assets", name="固定资产", category="collective_assets", fits="a u v t d s h", code="A57",
        owner="finance-bureau", slots={"a": (4, 18), "b": (60, 240)}, money=(6_000, 90_000),
        basis="行政事业单位国有资产管理条例关于定期盘点的规定", rule="固定资产管理规定", sources=("finance", "documents", "field"),
        found=(
            ("固定资产账实不符，抽查{b}件资产，有{a}件空调、电脑等设备账上有记录而实物找不到。", "固定资产账实不符"),
            ("{year}年以来新购置的{a}件办公设备未登记入账，价值{wan}，保管责任人不明确。", "新购设备未登记入账"),
            ("资产台账自{month}起没有更新，已经报废的{a}台设备仍挂在账上，也未按程序报批处置。", "资产台账长期未更新"),
        ),
        tasks=(
            Task("开展固定资产全面清查，补登漏记的{a}件设备", "全面清查固定资产并补登台账", "账、卡、物三者相符",
                 (("draw_inferences", "逐件盘点，张贴资产标签"), ("other", "补办入账、报废手续")),
                 (("document", "固定资产盘点表"), ("photo", "资产标签照片"))),
            Task("落实资产保管和使用责任", "明确每件资产的保管人", "保管人签字确认率达到百分之百",
                 (("other", "逐件确定保管人并签字"), ("education", "组织资产管理员学习盘点办法")),
                 (("document", "保管责任确认表"), ("minutes", "资产管理工作会议纪要"))),
        ),
        results=("已完成全面盘点，账实相符", "漏记设备已补登，报废设备已按程序处置"),
    ),
    Theme(
        key="off_book", name="账外资金", category="finance", fits="a v k e", code="A49",
        owner="finance-bureau", slots={"a": (2, 5), "b": (3, 11)}, money=(9_000, 150_000),
        basis="会计法关于不得账外设账的规定", rule="收入收缴管理办法", sources=("finance", "audit", "petition"),
        found=(
            ("停车场、摊位等{a}项零星收入共{wan}未纳入财务账，直接用于日常开支。", "零星收入未入账"),
            ("{year}年收取的废旧物资处置款{wan}由经办人保管{b}个月后才交存，期间无任何登记。", "处置收入长期未上缴"),
            ("活动场地出借费用收取后未开票据，{a}笔共计{wan}没有记账。", "场地收费未开票、未记账"),
        ),
        tasks=(
            Task("将{a}项账外收入全部并入财务账", "账外收入全部入账", "收入做到应收尽收、应缴尽缴",
                 (("recovery", "逐笔核对，限期缴入对公账户"), ("accountability", "对经办人员作出处理")),
                 (("receipt", "银行缴款回单"), ("document", "收入核对明细表"))),
            Task("统一票据管理，实行收缴分离", "统一使用票据、收缴分离", "所有收入凭票据收取",
                 (("other", "全部收费改为扫码入对公账户"), ("education", "对收费人员开展财经纪律教育")),
                 (("document", "票据领用登记簿"), ("photo", "收费公示牌照片"))),
        ),
        results=("账外收入已全部缴入对公账户", "零星收入已纳入统一核算，票据规范使用"),
        person="经办人张某收取的场地费{wan}未及时上缴，在个人处存放{b}个月。",
    ),
    Theme(
        key="dividend", name="股份合作社分红", category="collective_assets", fits="a v k", code="A60",
        owner="agriculture-bureau", slots={"a": (2, 4), "h": (8, 60)}, money=(20_000, 320_000),
        basis="农村集体经济组织示范章程关于收益分配的规定", rule="股份合作社收益分配办法", sources=("documents", "petition", "talk"),
        found=(
            ("股份合作社{year}年度分红方案未提交股东代表大会表决，只由理事会研究后发放。", "分红方案未经股东代表大会表决"),
            ("股权台账未及时变更，{h}户因继承、迁出等原因应变更股权而未变更，分红发放对象不准确。", "股权台账未及时变更"),
            ("合作社连续{a}年未计提公积公益金，把可分配收益{wan}全部分配。", "未按章程计提公积公益金"),
        ),
        tasks=(
            Task("补开股东代表大会，审议并公示分红方案", "分红方案提交大会审议并公示", "分红方案程序合规、公开透明",
                 (("other", "召开股东代表大会审议方案"), ("other", "方案和结果在公开栏公示七天")),
                 (("minutes", "股东代表大会会议记录"), ("photo", "分红方案公示照片"))),
            Task("更新{h}户股权台账，纠正发放差错", "更新股权台账", "股权登记与成员情况一致",
                 (("draw_inferences", "入户核对成员和股权信息"), ("other", "按章程办理股权变更登记")),
                 (("document", "股权变更登记表"), ("survey", "入户核对记录"))),
        ),
        results=("分红方案已重新审议并公示", "股权台账已更新，分红对象已核准"),
    ),
    Theme(
        key="land_compensation", name="征地补偿", category="collective_assets", fits="a v t", code="A61",
        owner="planning-bureau", slots={"a": (2, 7), "h": (5, 32)}, money=(30_000, 680_000),
        basis="土地管理法实施条例关于补偿费用专款专用的规定", rule="征地补偿资金管理办法", sources=("finance", "petition", "talk"),
        found=(
            ("{year}年道路拓宽项目征地补偿款{wan}拨付到{org}后，{a}个月未发到{h}户群众手中。", "征地补偿款发放不及时"),
            ("青苗补偿清册中有{a}处面积与现场丈量记录不一致，发放前没有公示。", "青苗补偿清册不准确且未公示"),
            ("集体留存的征地补偿款{wan}与日常经费混用，未设专账核算。", "留存补偿款未专账核算"),
        ),
        tasks=(
            Task("核对补偿清册，将补偿款足额发放到{h}户", "补偿款足额发放到户", "补偿款全部到户、群众签字确认",
                 (("other", "会同规划资源部门复核面积和标准"), ("recovery", "对多发、错发的款项依规追回")),
                 (("receipt", "补偿款发放银行回单"), ("document", "复核后的补偿清册"))),
            Task("设立征地补偿资金专账", "设立专账、专款专用", "专账核算，季度公开",
                 (("other", "将留存款项转入专户"), ("other", "每季度公开收支情况")),
                 (("document", "专账账页"), ("photo", "公开栏照片"))),
        ),
        results=("补偿款已足额发放并公示", "已设立专账，多发款项已追回"),
    ),
)
