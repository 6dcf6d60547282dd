from datetime import date

from tests.derive.making import FAR, entry, lived

from inspection.derive.state import Why
from inspection.derive.status import Status

START = entry("06-20", "start")
REPORT = entry("07-01", "report", note="推进", done=["M1"])
SUBMIT = entry("08-16", "submit", vouched="书记", evidence=["E1"])
AGREE = entry("08-19", "agree", "discipline", how="on_site")
CLOSE = entry("08-20", "close", "office")


def correct(day, number, by="office", **what):
    return entry(day, "correct", by, entry=number, reason="记错", **what)


def facts(life):
    agreed = tuple(one.entry for one in life.agreed)
    return life.status, life.due, life.lead, agreed, life.outstanding, life.check, life.closing_submit


def test_a_voided_entry_never_was():
    wrong = entry("07-02", "achieve", note="完成", next="2024-08-01")
    life = lived([START, REPORT, wrong, correct("07-03", 3, void=True)])

    assert life.refusals == ()
    assert facts(life) == facts(lived([START, REPORT]))


def test_a_set_entry_is_as_if_written_rightly():
    wrong = {**SUBMIT, "date": "2034-08-16", "vouched": "主任"}
    right = correct("08-17", 3, set={"date": "2024-08-16", "vouched": "书记"})
    life = lived([START, REPORT, wrong, right, AGREE, CLOSE])

    assert life.refusals == ()
    assert facts(life) == facts(lived([START, REPORT, SUBMIT, AGREE, CLOSE]))


def test_a_correction_counts_from_its_own_day():
    log = [START, REPORT, SUBMIT, correct("08-18", 3, void=True)]

    assert lived(log, date(2024, 8, 17)).status is Status.SUBMITTED
    assert lived(log, date(2024, 8, 18)).status is Status.IN_PROGRESS


def test_the_later_of_two_corrections_prevails():
    ask = entry("08-01", "ask", until="2024-09-01", reason="policy")
    early, late = (
        correct(day, 2, set={"until": until}) for day, until in (("08-02", "2024-09-10"), ("08-03", "2024-09-20"))
    )

    assert lived([START, ask, early, late]).asks[0].until == date(2024, 9, 20)
    assert lived([START, ask, late, early]).asks[0].until == date(2024, 9, 20)
    assert lived([START, ask, late, early], date(2024, 8, 2)).asks[0].until == date(2024, 9, 10)


def test_a_voided_correction_leaves_the_entry_as_it_was():
    log = [START, REPORT, correct("07-02", 2, void=True), correct("07-03", 3, void=True)]

    assert lived(log[:3]).outstanding == ("M1",)
    assert lived(log).outstanding == ()
    assert lived([*log, correct("07-04", 4, void=True)]).outstanding == ("M1",)


def test_a_correction_can_be_corrected():
    by_unit = correct("07-02", 2, by="unit", void=True)

    assert lived([START, REPORT, by_unit]).outstanding == ()
    assert lived([START, REPORT, by_unit, correct("07-03", 3, set={"by": "office"})]).outstanding == ("M1",)


def test_a_correction_that_may_not_be_made_changes_nothing():
    life = lived([START, REPORT, correct("07-02", 2, by="unit", void=True)])

    assert life.outstanding == ()
    assert [(one.place, one.fault.why) for one in life.refusals] == [(2, Why.BODY)]


def test_the_corrected_log_must_be_legal_again():
    life = lived([START, REPORT, SUBMIT, correct("08-17", 1, void=True), correct("08-17", 2, void=True)])

    assert [(one.place, one.fault.why) for one in life.refusals] == [(2, Why.STATUS)]
    assert life.status is Status.NOT_STARTED


def test_a_refused_move_that_is_voided_is_forgotten():
    assert lived([START, entry("06-21", "start"), correct("06-22", 2, void=True)]).refusals == ()


def bad(*corrections):
    return [(one.place, one.fault.field, one.fault.why) for one in lived([START, REPORT, *corrections]).refusals]


def test_a_correction_names_an_entry_before_it():
    assert bad(correct("07-02", 3, void=True)) == [(2, "entry", Why.BAD_CORRECTION)]
    assert bad(correct("07-02", 4, void=True)) == [(2, "entry", Why.BAD_CORRECTION)]


def test_a_correction_voids_or_sets():
    assert bad(correct("07-02", 2, void=True, set={"note": "x"})) == [(2, "void", Why.BAD_CORRECTION)]
    assert bad(correct("07-02", 2, set={})) == [(2, "set", Why.BAD_CORRECTION)]


def test_what_a_correction_sets_must_be_an_entry():
    for wrong in ({"date": "soon"}, {"colour": "red"}, {"action": "dance"}, {"action": "correct"}, {"done": "M1"}):
        assert bad(correct("07-02", 2, set=wrong)) == [(2, "set", Why.BAD_CORRECTION)]


def test_a_void_entry_is_not_corrected_again():
    assert bad(correct("07-02", 2, void=True), correct("07-03", 2, set={"note": "x"})) == [
        (3, "entry", Why.BAD_CORRECTION)
    ]


def test_entries_are_read_by_day_then_position():
    log = [REPORT, START, entry("07-01", "replan", "office", drop=["M1"], reason="取消")]

    assert [one.place for one in lived(log).moves] == [1, 0, 2]


def test_an_entry_moved_to_another_day_keeps_its_place_among_those_of_the_day():
    log = [{**START, "date": "2024-07-01"}, REPORT, correct("07-02", 1, set={"date": "2024-07-01"})]

    assert [one.place for one in lived(log).moves] == [0, 1, 2]
    assert lived(log, FAR).refusals == ()
