"""The ledger as far as the public knows that it exists.

A round nobody was told of must not show as a number either: one more problem found, one more training, one more unit
covered would announce it. So it is taken out before anything is counted.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from inspection.model.ledger import Ledger
from inspection.model.matters import Visit
from inspection.model.problems import Problem
from inspection.publish.view.gate import round_exists


def known_to_the_public(ledger: Ledger, as_of: date) -> Ledger:
    """Return the ledger without the rounds the public does not know of on the day, and without what they found."""
    known = {id_: round_ for id_, round_ in ledger.rounds.items() if round_exists(round_, as_of)}
    problems = {id_: one for id_, one in ledger.problems.items() if one.round in known}
    return msgspec.structs.replace(
        ledger,
        rounds=known,
        inspections={key: one for key, one in ledger.inspections.items() if one.round in known},
        problems=problems,
        visits={id_: _seen(visit, problems) for id_, visit in ledger.visits.items()},
    )


def _seen(visit: Visit, problems: Mapping[str, Problem]) -> Visit:
    """Return a visit with its looks at items of known rounds only."""
    looks = tuple(one for one in visit.checked if one.item.rpartition("/")[0] in problems)
    return visit if len(looks) == len(visit.checked) else msgspec.structs.replace(visit, checked=looks)
