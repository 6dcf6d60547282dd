"""Every figure there is to be: computed, explained by records, told to the public or kept by the office on purpose."""

from datetime import date
from pathlib import Path

import pytest
from tests.office.register_books import demonstration

from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.statistics import FIGURES, statistics
from inspection.model.ledger import Ledger
from inspection.office.figure_rows import said_of
from inspection.publish.figure_rows import CHAPTERS
from inspection.publish.view.figures import SOURCES
from inspection.report.figures import flat

HOME = Path(__file__).resolve().parents[2]
TODAY = date(2024, 12, 31)

STAGES = ("feedback", "plan", "life_meeting", "report", "evaluation", "publication")
ASKED = {
    "units": "total by_kind by_class by_type parents",
    "coverage": "inspected base rate by_kind",
    "forecast": "planned rate",
    "rounds": "total by_kind groups",
    "modes": "",
    "extended": "units by_kind bodies problems",
    "checklists": "",
    "problems": "found fed_back withdrawn total closed long_term basically_done in_progress not_started overdue on_time"
    " prominent by_category by_nature",
    "closure_rate": "closed total rate",
    "progress_rate": "rate",
    "self_reported_rate": "rate",
    "items": "total closed due on_time on_time_rate extended returned reopened overdue reviews_overdue"
    " long_term_after_due",
    "immediate": "problems problems_closed items items_closed",
    "stages": " ".join(f"{stage}.{key}" for stage in STAGES for key in ("done", "due", "by_kind")),
    "signatures": "leader_in_charge attended",
    "reviews": " ".join(f"{paper}.{key}" for paper in ("plan", "life_meeting", "report")
                        for key in ("organizations", "deviations", "opinions")),
    "opinions": "",
    "outputs": "",
    "matters": "received answered",
    "activities": "",
    "announcements": "sheets",
    "briefings": "batches documents",
    "training": "lessons lecturers person_times",
    "visits": "total by_kind units_by_kind teams checked results",
    "false_closure_rate": "found drawn rate low high",
    "common": "total batches addressed submitted completed late found measures institutions cases persons"
    " before_inspection",
    "letters": "total by_kind suggestions accepted overdue campaigns",
    "clues": "pieces persons filed_pieces filed_persons handled sanctioned judicial by_level",
    "money": "recovered refunded saved",
    "institutions": "new revised",
    "accountable": "organizations persons",
    "satisfaction": "units mean rate",
    "people": "leaders members specialists auditors attached eliminated person_times person_times_by_system"
    " discipline_served discipline_total",
    "departures": "acknowledged exceptions corrections voided withdrawn beyond_limit backdated",
}  # fmt: skip
"""What a district is to be told, and what of each."""

KEPT = {
    "forecast", "modes", "checklists", "signatures", "reviews", "opinions", "briefings", "visits", "common", "letters",
    "clues", "accountable", "people",
}  # fmt: skip
"""What the office keeps: rounds nobody was told of, counts of papers, and what is told by half-years only."""


def below(figures, path):
    for part in path.split("."):
        assert part in figures, path
        figures = figures[part]
    return figures


@pytest.mark.parametrize("ledger", [Ledger(), demonstration()], ids=["empty", "demonstration"])
def test_every_figure_that_is_asked_for_is_there_and_no_other(ledger):
    figures = statistics(ledger, TODAY).plain()

    assert ASKED.keys() == FIGURES.keys()
    for key, parts in ASKED.items():
        for part in parts.split():
            below(figures, f"{key}.{part}")


def test_every_figure_is_explained_by_the_ids_of_records():
    ledger = demonstration()
    made = statistics(ledger, TODAY)
    known = {"district", *ledger.units, *ledger.problems, *ledger.rounds, *ledger.commons, *ledger.letters}
    known |= {*ledger.visits, *ledger.people, *ledger.checklists, *(policy.id for policy in ledger.policies)}
    known |= {visit.team for visit in ledger.visits.values()}
    paths = tuple(sorted(f"{path}/" for path in paths_of(ledger)))
    leaves = [(key, value) for key, value in flat(made.plain()) if key.split(".")[0] in FIGURES]

    counted = [key for key, value in leaves if value not in (0, None) and not key.endswith((".rate", ".low", ".high"))]
    assert len(counted) > 150
    assert [key for key in counted if value_of(leaves, key) != "0.00" and not made.ids(key)] == []
    strangers = {id_ for key in counted for id_ in made.ids(key)
                 if not known & {id_, id_.partition("/")[0]} and not id_.startswith(paths)}  # fmt: skip
    assert strangers == set()


def paths_of(ledger):
    """The paths of the records that may depart from a rule."""
    many = (*ledger.problems.values(), *ledger.inspections.values(), *ledger.rounds.values(), *ledger.policies)
    return {one.path for one in many}


def value_of(leaves, key):
    return dict(leaves)[key]


def test_every_figure_has_its_formula_in_words():
    assert [row.key for row in CATALOGUE if row.key.split(".")[0] in FIGURES and not said_of(row.key).formula_zh] == []


def test_every_figure_is_told_to_the_public_or_kept_on_purpose():
    told = {source.key.split(".")[0] for source in SOURCES}

    assert told | KEPT == FIGURES.keys()
    assert told & KEPT == set()
    assert told == {key for _, keys in CHAPTERS for key in keys}
