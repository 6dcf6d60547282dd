from datetime import date
from decimal import Decimal

import pytest
from tests.office.writing_desk import added, before, context, item_that_is, schemas, written

from inspection.derive.digest import society_digest
from inspection.office.writing import Change, Fact, New, write
from inspection.office.writing.actions import ACTIONS
from inspection.office.writing.said import fields_said
from inspection.read.parsing import parse

TODAY = date(2024, 12, 31)


def path_of(item):
    problem = item.partition("/")[0]
    return f"problems/{problem[:6]}/{problem}.yaml"


def refusal(result):
    assert not result.ok
    (one,) = result.refused
    return one


def test_every_action_has_fields_its_schema_knows():
    wrong = []
    for kind, actions in ACTIONS.items():
        for action in actions:
            for part in action.of or ("",):
                named = {one.name for one in fields_said(schemas(), kind, action._replace(of=(part,) if part else ()))}
                said = {*action.names, *action.needs, *action.usual, *action.beside, action.day} - {""}
                wrong += [(kind, action.name, name) for name in said - named if action.form != "days"]
                wrong += [(kind, action.name)] if not named else []

    assert wrong == []


def test_every_action_of_every_log_is_in_the_table():
    codes = {
        "item": schemas().of("problem")["properties"]["items"]["items"]["properties"]["log"],
        "letter": schemas().of("letter")["properties"]["log"],
        "person": schemas().of("person")["properties"]["log"],
    }
    for kind, log in codes.items():
        known = {one["const"] for one in log["items"]["properties"]["action"]["oneOf"]}

        assert known <= {action.name for action in ACTIONS[kind]}


def test_a_move_is_one_line_more_and_no_other_byte():
    item = item_that_is("not_started")

    result = written(Fact(item, "start", {"by": "unit", "date": TODAY, "note": "已成立专班: 三人"}))

    assert result.ok
    entry = '- {date: 2024-12-31, action: start, by: unit, note: "已成立专班: 三人"}'
    assert added(result, path_of(item)).split() == f"log: {entry}".split()
    assert result.done[0].pointer == "/items/0/log/0"


def test_a_move_that_cannot_be_made_is_refused_with_those_that_can():
    said = refusal(written(Fact(item_that_is("closed"), "start", {"by": "unit", "date": TODAY})))

    assert "已完成" in said.said.zh
    assert "启动整改" in said.said.zh
    assert "重新整改（reopen，巡察办、纪检监察机关、巡察工作领导小组办理" in said.mend.zh


def test_a_move_by_a_body_that_may_not_make_it_is_refused_with_those_that_may():
    said = refusal(written(Fact(item_that_is("not_started"), "start", {"by": "audit", "date": TODAY})))

    assert "审计机关" in said.said.zh
    assert "责任单位、上级党组织、巡察组" in said.mend.zh


def test_nobody_closes_its_own_item():
    item = item_that_is("submitted")
    (problem,) = [one for one in context().head.problems.values() if one.id == item.partition("/")[0]]

    said = refusal(written(Fact(item, "close", {"by": problem.items[0].lead, "date": TODAY})))

    assert "牵头或配合本事项" in said.said.zh


def test_an_entry_before_others_is_refused_where_it_would_undo_them():
    item = item_that_is("closed")

    said = refusal(written(Fact(item, "start", {"by": "unit", "date": "2020-01-01"})))

    assert "此时是「正在整改」，不能启动整改" in said.said.zh
    assert "现在是「已完成」" in said.mend.zh


def test_what_is_missing_is_named():
    said = refusal(written(Fact(item_that_is("in_progress"), "achieve", {"by": "unit", "date": TODAY, "note": "完成"})))

    assert said.said.zh == "还缺 下一步日期（next）"


def test_several_moves_are_made_one_after_the_other_in_one_batch():
    item = item_that_is("not_started")
    ids = [one.id for one in context().head.problems[item[:-2]].items[0].measures]
    sha = "0" * 64

    result = written(
        Fact(item, "start", {"by": "unit", "date": TODAY}),
        Fact(item, "report", {"by": "unit", "date": TODAY, "note": "已完成", "done": ids}),
        Fact(item, "evidence", {"kind": "photo", "title": "照片", "date": TODAY, "sha256": sha}),
        Fact(item, "submit", {"by": "unit", "date": TODAY, "vouched": "书记", "evidence": ["E1"]}),
        Fact(item, "return", {"by": "office", "date": TODAY, "note": "缺原件"}),
    )

    assert (result.refused, result.errors) == ((), ())
    assert [entry.action for entry in result.ledger.problems[item[:-2]].items[0].log] == [
        "start", "report", "submit", "return",
    ]  # fmt: skip


def test_an_act_that_is_refused_leaves_the_others_alone():
    item = item_that_is("not_started")

    result = written(
        Fact(item, "start", {"by": "unit", "date": TODAY}),
        Fact(item, "start", {"by": "unit", "date": TODAY}),
        Fact(item, "report", {"by": "unit", "date": TODAY, "note": "进展正常"}),
    )

    assert [one.act for one in result.done] == [0, 2]
    assert [one.act for one in result.refused] == [1]
    assert not result.ok


@pytest.mark.parametrize("text", ["电话 13800138000", "身份证 11010519491231002X"])
def test_a_private_text_is_refused_before_it_is_written_and_not_repeated(text):
    result = written(Fact(item_that_is("in_progress"), "report", {"by": "unit", "date": TODAY, "note": text}))

    assert not result.ok
    assert [one.code[:3] for one in result.errors] == ["PRV"]
    assert text.split()[1] not in result.errors[0].message.zh


def test_what_only_warns_is_told_and_written():
    result = written(Fact(item_that_is("in_progress"), "report", {"by": "unit", "date": TODAY, "note": "张小明已退款"}))

    assert result.ok
    assert "PRV06" in [one.code for one in result.warnings]


def test_errors_the_ledger_had_before_keep_nobody_from_writing():
    item = item_that_is("not_started")
    known = before()
    error = next(iter(known.found or ()))
    before_with = known._replace(found=[*(known.found or ()), error])

    assert write(before_with, [Fact(item, "start", {"by": "unit", "date": TODAY})]).ok


def test_the_digest_of_an_approval_is_that_of_the_texts():
    target = "R13-05/civil-affairs-bureau"

    result = written(Fact(target, "approve", {"approved": TODAY, "by": "leading_group"}))

    head, lives = context().head, context().lives
    mine = [one for one in head.problems.values() if (one.round, one.unit) == tuple(target.split("/"))]
    digest = society_digest(mine, {one.id: lives.withdrawn(one) for one in mine})
    assert f'digest: "{digest}"' in added(result, f"rounds/{target}.yaml")


def test_the_next_ids_are_given():
    base = {
        "unit": "civil-affairs-bureau", "category": "finance", "nature": "individual", "source": "documents",
        "found": TODAY, "in_feedback": False, "names_person": False,
    }  # fmt: skip

    result = written(
        New("problem", {**base, "statement": "账目不清。"}, home="R13-07"),
        New("problem", {**base, "statement": "手续不全。"}, home="R13-07"),
        New("letter", {"kind": "reminder", "from": "office", "to": "civil-affairs-bureau", "subject": "催办"}),
        New("person", {"system": "audit", "home": "audit-bureau"}),
        New("round", {"kind": "regular", "organizer": "office", "onsite": {"from": "2025-03-01", "to": "2025-04-30"}}),
        judged=False,
    )

    last = max(one.id for one in context().head.problems.values() if one.round == "R13-07")
    assert result.refused == ()
    first, second, letter, person, round_ = [one.target.name for one in result.done]
    assert [first, second] == [f"R13-07-{int(last[-4:]) + more:04}" for more in (1, 2)]
    assert letter == f"L2024-{len([one for one in context().head.letters if one.startswith('L2024')]) + 1:03}"
    assert person == f"T-{max(int(one[2:]) for one in context().head.people) + 1:04}"
    assert round_ == "R13-09"


def test_ids_within_a_record_are_given():
    item = item_that_is("in_progress")
    problem = item.partition("/")[0]
    new = {
        "kind": "phased", "task": "完善制度", "due": "2025-03-01", "lead": "civil-affairs-bureau",
        "measures": [{"text": "修订"}, {"text": "培训"}],
    }  # fmt: skip

    result = written(Fact(problem, "item", new), judged=False)

    made = result.ledger.problems[problem].items[-1]
    assert made.id == max(one.id for one in context().head.problems[problem].items) + 1
    assert [one.id for one in made.measures] == ["M1", "M2"]


@pytest.mark.parametrize("number", ["0001", "0007", "0014", "0027", "0050"])
def test_a_new_record_is_laid_out_as_the_demonstration_is(number):
    path = f"problems/R13-05/R13-05-{number}.yaml"
    text = before().read(path)
    data = parse(text).data
    assert data is not None
    mixed = dict(sorted(data.items(), reverse=True))

    result = write(before()._replace(read=lambda _path: b""), [New("problem", mixed, "R13-05-9999")], judged=False)

    assert result.files["problems/R13-05/R13-05-9999.yaml"] == text


@pytest.mark.parametrize(
    ("yuan", "shown"), [(Decimal("12000.50"), "12000.50"), (Decimal("12000"), "12000"), (0.5, "0.5"), ("1.10", "1.10")]
)
def test_numbers_and_days_may_come_as_python_has_them(yuan, shown):
    item = item_that_is("in_progress")

    result = written(Fact(item, "money", {"date": TODAY, "kind": "recovered", "yuan": yuan}))

    assert f"{{date: 2024-12-31, kind: recovered, yuan: {shown}}}" in added(result, path_of(item))


def test_a_correction_keeps_the_old_value_beside_the_new_one():
    target = "R13-05/civil-affairs-bureau"

    result = written(
        Fact(target, "correct", {"date": TODAY, "path": "/feedback/date", "is": "2024-05-16", "why": "抄错"})
    )

    assert result.ok
    assert "was: 2024-05-17, is: 2024-05-16" in added(result, f"rounds/{target}.yaml")
    assert result.ledger.inspections["R13-05", "civil-affairs-bureau"].feedback.date == date(2024, 5, 16)


def test_what_is_recorded_already_is_not_recorded_again():
    said = refusal(written(Fact("R13-05", "hear", {"reported": TODAY})))

    assert said.said.zh == "「听取汇报日期」已有记载，不能再写"
    assert said.mend.zh == "写错了的，用 inspection record R13-05 更正"


def test_a_letter_goes_its_way_and_no_other():
    new = New(
        "letter", {"kind": "reminder", "from": "office", "to": "civil-affairs-bureau", "subject": "催办"}, "L2024-990"
    )
    issue = Fact("L2024-990", "issue", {"date": TODAY, "by": "office", "number": "云巡催〔2024〕1号"})

    result = written(new, issue, Fact("L2024-990", "accept", {"date": TODAY, "by": "office"}))

    assert [one.act for one in result.done] == [0, 1]
    assert refusal(result).mend.zh == "现在可以：签收、撤回"
    assert result.ledger.letters["L2024-990"].number == "云巡催〔2024〕1号"


def test_the_first_fact_of_a_return_makes_its_file():
    (unit,) = [one for one in context().head.units if one == "lanting"]

    result = written(Fact(f"C13-04/{unit}", "submit", {"submitted": TODAY, "found": 0}), judged=False)

    assert result.files[f"common/C13-04/{unit}.yaml"] == b"submitted: 2024-12-31\nfound: 0\n"


def test_a_changed_cell_changes_its_value_alone():
    item = item_that_is("in_progress")

    result = written(Change(item, "/responsible", "党支部书记"), judged=False)

    old, new = (side[path_of(item)].decode().splitlines() for side in (result.old, result.files))
    assert [line for line in new if line not in old] == ["    responsible: 党支部书记"]
    assert len(old) == len(new)


def test_a_protected_fact_is_not_changed_but_corrected():
    problem = next(one for one in context().head.problems.values() if one.round == "R13-05" and one.in_feedback)

    result = written(Change(problem.id, "/statement", "改写过的表述。\n"))

    assert not result.ok
    assert {one.code for one in result.errors} == {"CHG03"}


def test_records_and_actions_that_are_not_there_are_named():
    assert "没有事项 9" in refusal(written(Fact("R13-05-0007/9", "start", {}))).said.zh
    assert "没有「dance」这个动作" in refusal(written(Fact("R13-05-0007/1", "dance", {}))).said.zh
    assert "还没有 L2024-998" in refusal(written(Fact("L2024-998", "issue", {}))).said.zh


def test_two_hundred_problems_are_judged_once():
    body = {
        "unit": "lanting", "category": "finance", "nature": "individual", "source": "documents", "found": TODAY,
        "in_feedback": False, "names_person": False, "statement": "账目不清。",
    }  # fmt: skip
    asked = []

    class Counting:
        def recall(self, key):
            asked.append(key)

        def keep(self, key, seen):
            pass

    result = write(before()._replace(memory=Counting()), [New("problem", body, home="R13-07") for _ in range(200)])

    assert len(result.done) == 200
    assert len(asked) < 3 * len(context().contents) + 1000
