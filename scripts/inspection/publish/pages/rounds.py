"""The list of rounds, and a page for each."""

from collections.abc import Iterator

from inspection.publish.charted import by_category
from inspection.publish.pages.given import Given, Made
from inspection.publish.pages.parts import parts
from inspection.publish.tallies import grouped, tally


def pages(given: Given) -> Iterator[Made]:
    """Yield the list of rounds, then each round with the units it reached and their shown problems."""
    rows = [(one, tally(given.problems_by_round.get(one.id, ()))) for one in given.view.rounds.values()]
    yield "rounds/index.md", "rounds.md", {"rounds": rows}
    for round_, counts in rows:
        problems = given.problems_by_round.get(round_.id, [])
        own = grouped(problems, lambda one: one.unit)
        inspections = given.inspections_by_round.get(round_.id, ())
        reached = [(one, tally(own.get(one.unit, ()))) for one in inspections]
        first, *more = parts(problems, f"rounds/{round_.id.lower()}")
        values = {
            "round": round_,
            "tally": counts,
            "reached": reached,
            "part": first,
            "chart": by_category(problems, given.words),
        }
        yield first.path, "round.md", values
        for part in more:
            yield part.path, "more.md", {"round": round_, "unit": None, "part": part}
