import pytest
from tests.rules.edited import DISTRICT, LANPU, LETTER, P1, P2, P4, PERSON, POLICY, QINGLAN, UNIT, edited, text_of

from inspection.change import Change, ChangeKind, Topic
from inspection.history.changes import changes
from inspection.labelling import load
from inspection.model.ledger import Ledger

LABELS = load()
PARTY = "publication: {party: {approved: 2024-12-10, by: leading_group, published: 2024-12-12}}\n"
OUTPUT = "outputs: [{kind: difficulty_solved, date: 2024-12-20, quantity: 4, title: 停车难}]\n"
P5 = "problems/R13-02/R13-02-0005.yaml"
SELF_CHECK, VISIT, ROUND = "common/C13-01/wutong-village.yaml", "visits/2024/V2024-001.yaml", "rounds/R13-02/round.yaml"
REPORT = "      - {date: 2024-12-20, action: report, by: unit, note: 已拟定讨论方案}\n"


def told(*edits: tuple[str, str, str], **how) -> list[Change]:
    return changes(edited(), edited(*edits, **how), LABELS)


def said(*edits: tuple[str, str, str], **how) -> list[str]:
    return [one.zh for one in told(*edits, **how)]


def entry(text: str) -> str:
    return f"      - {{date: 2024-12-27, {text}}}\n"


def test_nothing_is_said_of_a_ledger_that_did_not_change():
    assert told() == []


@pytest.mark.parametrize(
    ("path", "text", "zh", "en"),
    [
        (P2, "action: report, by: unit, note: x, done: [M1]", "报告进展，完成措施 M1", "reports progress, done: M1"),
        (
            P2,
            "action: achieve, by: unit, note: x, next: 2025-03-01",
            "基本完成，剩余一步 2025-03-01 前完成",
            "basically achieved, the remaining step by 2025-03-01",
        ),
        (
            P2,
            "action: submit, by: unit, vouched: x, evidence: [E1]",
            "申请销号，佐证 1 份",
            "asks to be closed, 1 pieces of evidence",
        ),
        (
            P4,
            "action: agree, by: discipline, how: on_site",
            "纪检监察机关同意销号（现场核查）",
            "close-out agreed by Discipline inspection (on site)",
        ),
        (P4, "action: return, by: office, note: x", "巡察办退回", "returned by Inspection office"),
        (
            P4,
            "action: close, by: office, how: documents",
            "巡察办销号（查阅资料）",
            "closed by Inspection office (documents)",
        ),
        (
            P2,
            "action: sustain, by: leading_group, reason: historic, check: 2025-06-30, evidence: [E1]",
            "巡察工作领导小组转为长期坚持，理由：历史遗留问题，2025-06-30 前复查",
            "made long-term by Leading group, reason: Historic, to be looked at again by 2025-06-30",
        ),
        (
            P1,
            "action: reopen, by: discipline, visit: V2024-001, due: 2025-02-01, add: [{id: M9, text: x}]",
            "纪检监察机关要求重新整改，期限 2025-02-01，依据 V2024-001",
            "reopened by Discipline inspection, due 2025-02-01, on V2024-001",
        ),
        (
            P2,
            "action: ask, by: unit, until: 2025-09-20, reason: third_party",
            "申请延期至 2025-09-20，理由：第三方原因",
            "asks for time until 2025-09-20, reason: Third party",
        ),
        (P2, "action: refuse, by: office, note: x", "巡察办不同意延期", "more time refused by Inspection office"),
        (
            P2,
            "action: replan, by: office, add: [{id: M3, text: x}], drop: [M2], reason: x",
            "调整措施，增加 M3，取消 M2",
            "measures changed, added M3, dropped M2",
        ),
        (
            P2,
            "action: assign, by: office, lead: lanpu, responsible: 分管副主任, reason: x",
            "调整责任，牵头单位改为兰浦街道党工委，责任岗位改为分管副主任",
            "assigned anew, lead: lanpu, post: 分管副主任",
        ),
        (
            P2,
            "action: supervise, by: office, how: urging, note: x",
            "巡察办督导（督促催办）",
            "supervised by Inspection office (urging)",
        ),
        (
            P2,
            "action: withdraw, by: leading_group, paper: reopening-order, into: R13-02-0004",
            "撤销事项，并入 R13-02-0004，依据文件 reopening-order",
            "withdrawn into R13-02-0004 by paper reopening-order",
        ),
        (
            P2,
            "action: correct, by: office, entry: 2, set: {date: 2024-12-19}, reason: x",
            "更正第 2 条（报告进展）：日期",
            "corrects entry 2 (report progress): Date",
        ),
        (
            P2,
            "action: correct, by: office, entry: 2, void: true, reason: x",
            "作废第 2 条（报告进展）",
            "voids entry 2 (report progress)",
        ),
    ],
)
def test_every_entry_of_an_item_has_its_sentence(path, text, zh, en):
    (one,) = told((path, "", entry(text)))

    assert (one.zh.partition("：")[2], one.en.partition(": ")[2]) == (zh, en)
    assert one.zh.partition("：")[0] == f"{path[-16:-5]} 第1项"
    assert (one.day, one.kind, one.id) == ("2024-12-27", ChangeKind.ADDED, f"{path[-16:-5]}/1")


def test_a_start_has_its_sentence_too():
    base = edited((P5, text_of(P5)[text_of(P5).index("    log:") :], ""))

    assert "R13-02-0005 第1项：启动整改" in [one.zh for one in changes(base, edited(), LABELS)]


def test_an_extension_says_from_when_to_when_and_why():
    ask = "      - {date: 2024-12-23, action: ask, by: unit, until: 2025-09-20, reason: third_party, note: x}\n"
    more = ask + entry("action: extend, by: office, until: 2025-09-20")

    asked, extended = told((P2, "", more))
    assert asked.topic is None
    assert extended.zh == "R13-02-0002 第1项：期限由 2025-06-30 延至 2025-09-20，理由：第三方原因"
    assert extended.en == "R13-02-0002 item 1: due day extended from 2025-06-30 to 2025-09-20, reason: Third party"
    assert extended.topic is Topic.EXTENSION


def test_an_entry_added_above_others_is_the_only_change():
    start = "      - {date: 2024-11-14, action: start, by: unit}\n"
    added = "      - {date: 2024-11-20, action: supervise, by: office, how: liaison, note: x}\n"

    (one,) = told((P2, start, start + added))
    assert (one.zh, one.pointer) == ("R13-02-0002 第1项：巡察办督导（对接联系）", "/items/0/log/1")


@pytest.mark.parametrize(
    ("path", "old", "new", "zh"),
    [
        (LETTER, "", "  - {date: 2024-12-20, action: withdraw, by: office}\n", "函件 L2024-002：撤回（巡察办）"),
        (PERSON, "", "  - {date: 2024-12-20, action: leave, reason: rotation}\n", "人员 T-0001：出库，正常轮换"),
        (
            QINGLAN,
            "",
            "progress: [{date: 2024-12-20, by: unit}]\n",
            "R13-02 青岚社区党总支：持续整改报告（报告日期 2024-12-20，报告主体 责任单位）",
        ),
        (
            QINGLAN,
            "",
            "again: {ordered: 2024-12-20, by: leading_group, because: grade}\n",
            "R13-02 青岚社区党总支：巡察工作领导小组责令再次整改（测评等次较低）",
        ),
        (
            QINGLAN,
            "parent: 2024-10-23}",
            "parent: 2024-10-23, audit: 2024-10-24}",
            "R13-02 青岚社区党总支：反馈 · 抄送日期 · 审计机关：2024-10-24",
        ),
        (QINGLAN, "", PARTY, "R13-02 青岚社区党总支：巡察工作领导小组 2024-12-10 批准党内公开，2024-12-12 公开"),
        (
            QINGLAN,
            "",
            "responses: [{month: 2024-12, received: 3, answered: 3}]\n",
            "R13-02 青岚社区党总支：公开后群众反映（月份 2024-12，收到件数 3，答复件数 3）",
        ),
        (UNIT, "", "left: 2024-12-20\n", "青岚社区党总支：退出日期：2024-12-20"),
        (
            SELF_CHECK,
            "progress: [",
            "progress: [{date: 2024-12-28, rectified: 2}, ",
            "C13-01 梧桐村党支部自查：已整改 2 个",
        ),
        (VISIT, "", "team: S1\n", "督查 V2024-001：督导组名称：S1"),
        (ROUND, "", OUTPUT, "轮次 R13-02：巡察成果（成果种类 推动解决难题，日期 2024-12-20，数量 4，名称 停车难）"),
        (POLICY, "review: 10wd", "review: 15wd", "政策 2021-09-28：期限 · 审核期限：10wd → 15wd"),
        (
            POLICY,
            "closing: {bodies: [office, discipline]",
            "closing: {bodies: [office]",
            "政策 2021-09-28：各类单位职责 · 通用要求 · 销号要求 · 主体：巡察办、纪检监察机关 → 巡察办",
        ),
        (
            P2,
            "",
            "acknowledged: [{rule: DUE08, date: 2024-12-01, by: office, reason: 合同未到期}]\n",
            "R13-02-0002：巡察办承认 DUE08，理由：合同未到期",
        ),
        (P2, "names_person: false", "names_person: false\nprominent: true", "R13-02-0002：典型案例：否 → 是"),
        (P2, "物业服务合同续签未经", "物业合同续签未经", "R13-02-0002：问题表述有改动（原文见差异）"),
        (
            P1,
            "disclosure: {society: shown}",
            "disclosure: {society: withheld, reason: privacy}",
            "R13-02-0001：公开决定 · 向社会公开：公开 → 不公开",
        ),
    ],
)
def test_every_kind_of_record_has_its_sentences(path, old, new, zh):
    assert said((path, old, new))[0] == zh


def test_a_new_problem_is_told_with_its_items_and_what_was_done():
    text = text_of(P2)

    assert said(more={"problems/R13-02/R13-02-0006.yaml": text}) == [
        "R13-02-0006：新问题（问题类别 合同管理，问题性质 个性问题，发现日期 2024-09-18）",
        "R13-02-0006 第1项：新增整改事项（分阶段整改），期限 2025-06-30，牵头青岚社区党总支，措施 2 条",
        "R13-02-0006 第1项：启动整改",
        "R13-02-0006 第1项：报告进展",
    ]


def test_the_stages_of_an_inspection_are_told_one_by_one():
    base = edited((QINGLAN, text_of(QINGLAN)[text_of(QINGLAN).index("feedback:") :], ""))

    assert [one.zh.split("：", 1)[1] for one in changes(base, edited(), LABELS)] == [
        "巡察组反馈，问题 3 个、意见 2 条，送达责任单位、主要负责人，签收责任单位、主要负责人、分管领导，"
        "抄送纪检监察机关、组织部门、上级党组织",
        "报送整改方案（2024-11-05）",
        "整改方案审核退回修改（巡察办、纪检监察机关、组织部门），纠正偏差 2 处，意见 1 条",
        "整改方案审核通过（巡察办、纪检监察机关、组织部门）",
        "召开专题组织生活会（2024-11-15）",
        "整改专题会议审核通过（巡察办、组织部门）",
    ]


def test_a_correction_speaks_for_the_value_it_mends():
    place = "{date: 2024-12-30, path: /evaluation/ballots/issued, was: 120, is: 121, why: 录入笔误, by: office}"
    edits = ((LANPU, "issued: 120", "issued: 121"), (LANPU, "", f"corrections: [{place}]\n"))

    (one,) = told(*edits)
    assert one.zh == "R13-01 兰浦街道党工委：更正整改质效测评 · 测评票 · 发出票数：120 → 121，原因：录入笔误"
    assert one.topic is Topic.CORRECTION


@pytest.mark.parametrize(
    ("edit", "topic"),
    [
        ((P2, REPORT, ""), Topic.REWRITTEN),
        ((P2, "due: 2025-06-30\n", "due: 2025-07-31\n"), Topic.REWRITTEN),
        ((LANPU, "issued: 120", "issued: 121"), Topic.REWRITTEN),
        ((POLICY, "review: 10wd", "review: 15wd"), Topic.POLICY),
        ((DISTRICT, "discipline: district-discipline", "discipline: audit-bureau"), Topic.POLICY),
        ((P1, "title: 集体房产出租未公开招租", "title: 集体房产出租没有公开招租"), Topic.PUBLIC),
        ((P4, "", entry("action: close, by: office, how: on_site")), Topic.CLOSING),
        ((P2, "", entry("action: refuse, by: office, note: x")), Topic.EXTENSION),
        ((P2, "", entry("action: correct, by: office, entry: 1, void: true, reason: x")), Topic.CORRECTION),
        ((P2, "", entry("action: report, by: unit, note: x")), None),
        ((UNIT, "", "left: 2024-12-20\n"), None),
    ],
)
def test_what_a_reviewer_must_look_at_first_has_its_topic(edit, topic):
    assert [one.topic for one in told(edit)] == [topic]


def test_records_that_are_gone_or_renamed_are_told():
    text = text_of(LETTER)
    (gone,) = told(without=(LETTER,))
    (renamed,) = told(without=(LETTER,), more={"letters/2024/L2024-009.yaml": text})

    assert (gone.kind, gone.zh) == (ChangeKind.RECORD_DELETED, f"函件 L2024-002：记录被删除（{LETTER}）")
    assert (renamed.kind, renamed.zh) == (ChangeKind.RECORD_RENAMED, f"函件 L2024-009：记录由 {LETTER} 改名")
    assert (gone.topic, renamed.topic) == (Topic.REWRITTEN, Topic.REWRITTEN)


def test_a_file_that_cannot_be_read_is_not_told_as_gone():
    assert changes(edited(), edited(without=(LETTER,)), LABELS, frozenset({LETTER})) == []


def test_each_change_names_the_unit_it_concerns():
    units = {one.unit for one in changes(Ledger(), edited(), LABELS)}

    assert units == {"", *edited().units}
    assert [one.unit for one in told((LETTER, "", "  - {date: 2024-12-20, action: withdraw, by: office}\n"))] == [
        "agriculture-bureau"
    ]


def test_a_change_holds_both_values_as_data():
    (one,) = told((P2, "due: 2025-06-30\n", "due: 2025-07-31\n"))
    (added,) = told((P2, "", entry("action: report, by: unit, note: x")))

    assert (one.before, one.after, one.pointer) == ("2025-06-30", "2025-07-31", "/items/0/due")
    assert added.before is None
    assert added.after == {"date": "2024-12-27", "action": "report", "by": "unit", "note": "x"}


SECRETS = ("13800138000", "11010519491231002X", "张伟民同志")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (P1, "title: 集体房产出租未公开招租", "title: 出租人电话 {}"),
        (P2, "due_reason: 原合同 2025 年 5 月到期", "due_reason: 联系 {}"),
        (P2, "responsible: 社区党总支书记", "responsible: 书记 {}"),
        (P2, "", "acknowledged: [{{rule: DUE08, date: 2024-12-01, by: office, reason: 见 {}}}]\n"),
        (P2, "", "      - {{date: 2024-12-27, action: report, by: unit, note: 见 {}}}\n"),
        (UNIT, "name: 青岚社区党总支", "name: 青岚社区 {}"),
        (P4, "title: 补充凭证", "title: 凭证 {}"),
    ],
)
@pytest.mark.parametrize("secret", SECRETS[:2])
def test_what_a_privacy_rule_flags_is_repeated_nowhere(path, old, new, secret):
    head = edited((path, old, new.format(secret)))
    found = [*changes(edited(), head, LABELS), *changes(head, edited(), LABELS), *changes(Ledger(), head, LABELS)]

    assert len(found) > 100
    assert [one for one in found if secret in repr(one)] == []


def test_a_bare_name_in_the_place_of_a_post_is_not_repeated():
    (one,) = told((P2, "responsible: 社区党总支书记", "responsible: 张伟民"))

    assert one.zh == "R13-02-0002 第1项：责任岗位：社区党总支书记 → （内容不予显示）"
    assert "张伟民" not in repr(one)


def test_a_public_text_that_repeats_a_statement_about_a_person_is_not_repeated():
    statement = "社区会计张某将租金存入个人账户长期未缴"
    person = (
        (
            P1,
            text_of(P1)[text_of(P1).index("statement:") : text_of(P1).index("checked_by")],
            f"statement: {statement}\n",
        ),
        (P1, "names_person: false", "names_person: true"),
    )
    base = edited(*person)
    head = edited(*person, (P1, "title: 集体房产出租未公开招租", "title: 社区会计张某将租金存入个人账户未缴"))

    (one,) = changes(base, head, LABELS)
    assert one.zh.endswith("→ （内容不予显示）")


def test_long_texts_are_cut():
    (one,) = told((P2, "due_reason: 原合同 2025 年 5 月到期", f"due_reason: {'很长的理由' * 30}"))

    assert len(one.zh) < 120
    assert "……" in one.zh


def test_every_sentence_is_there_in_both_languages():
    found = changes(Ledger(), edited(), LABELS) + changes(edited(), Ledger(), LABELS)

    assert len(found) > 140
    assert [one for one in found if "：" not in one.zh or ": " not in one.en or "None" in one.zh + one.en] == []
