"""The notice on paper holds what the public may know of one inspection, and nothing else."""

import copy

import pytest
from tests.office.desks import labels
from tests.office.paper_desks import document, text_of
from tests.publish.small import AS_OF, CLOSING, OTHER, ROUND, UNIT, approve, item, ledger_of, problem, records

from inspection.office.documents.notice import notice_paper
from inspection.office.documents.publishing import as_published, awaiting
from inspection.publish.view import public_view

HERE = f"rounds/{ROUND}/{UNIT}.yaml"
HIDDEN = "不能出现的文字"


def shown(data):
    view = public_view(ledger_of(approve(copy.deepcopy(data))), AS_OF)
    notice = next(one for one in view.notices if one.unit == UNIT)
    return text_of(document(notice_paper(view, notice, labels())))


def with_withheld():
    hidden = problem(31, item(1, *CLOSING, task=HIDDEN), shown=False, statement=HIDDEN, public=None)
    other = problem(32, item(1, *CLOSING), unit=OTHER, public={"number": 1, "title": HIDDEN, "result": HIDDEN})
    return {**records(), f"problems/{ROUND}/R13-05-0031.yaml": hidden, f"problems/{ROUND}/R13-05-0032.yaml": other}


def test_it_tells_the_public_texts_of_its_problems():
    said = shown(records())

    assert "公开标题1" in said
    assert "公开任务1" in said
    assert [word for word in ("内部表述", "内部任务", "R13-05-0", "E1", "书记") if word in said] == []


def test_withheld_problems_and_other_units_are_not_in_it():
    assert HIDDEN not in shown(with_withheld())
    assert shown(with_withheld()) == shown(records())


def test_no_internal_text_of_the_ledger_is_in_it():
    data = records()
    internal = set()
    for path, record in data.items():
        if path.startswith("problems/"):
            record["statement"] = f"内部{len(internal)}号表述"
            internal.add(record["statement"])

    assert [text for text in internal if text in shown(data)] == []


def unpublished():
    data = approve(copy.deepcopy(records()))
    del data[HERE]["publication"]["society"][0]["published"]
    return data


def test_an_approved_one_that_is_not_out_reads_as_if_it_came_out_today():
    ledger = ledger_of(unpublished())
    inspection = ledger.inspections[(ROUND, UNIT)]
    waits = awaiting(inspection, AS_OF)

    assert [one for one in public_view(ledger, AS_OF).notices if one.unit == UNIT] == []
    view = public_view(as_published(ledger, inspection, waits, AS_OF), AS_OF)
    notice = next(one for one in view.notices if one.unit == UNIT)
    assert "2024年12月31日" in text_of(document(notice_paper(view, notice, labels())))


@pytest.mark.parametrize("change", [{"by": "office"}, {"digest": "0" * 32}, {"retracted": {
    "date": "2024-10-01", "by": "leading_group", "reason": "核实"}}])  # fmt: skip
def test_whatever_shuts_the_gate_shuts_it_for_paper_too(change):
    data = unpublished()
    data[HERE]["publication"]["society"][0].update(change)
    ledger = ledger_of(data)
    inspection = ledger.inspections[(ROUND, UNIT)]
    waits = awaiting(inspection, AS_OF)
    ledger = as_published(ledger, inspection, waits, AS_OF) if waits is not None else ledger

    assert [one for one in public_view(ledger, AS_OF).notices if one.unit == UNIT] == []
