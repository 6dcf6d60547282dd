"""Units and rounds as the public knows them."""

from collections.abc import Iterator
from datetime import date

from inspection.model.ledger import Ledger
from inspection.model.rounds import Round
from inspection.model.units import Unit
from inspection.publish.view.gate import round_exists, title_released
from inspection.publish.view.shapes import Gone, PublicRound, PublicUnit


def public_units(ledger: Ledger, as_of: date) -> dict[str, PublicUnit]:
    """Return the units that had joined the register by the day, each with all below it, in the order of the tree."""
    known = {unit.id: unit for unit in ledger.units.values() if unit.joined <= as_of}
    below: dict[str | None, list[str]] = {}
    for unit in known.values():
        below.setdefault(_above(unit, known), []).append(unit.id)
    placed: dict[str, PublicUnit] = {}
    for root in [*below.get(None, ()), *known]:  # a circle has no root: its units come last, each by itself
        if root not in placed:
            for id_ in _tree(root, below, set()):
                placed[id_] = _unit(known[id_], known, tuple(_tree(id_, below, set())), as_of)
    return placed


def _above(unit: Unit, known: dict[str, Unit]) -> str | None:
    return unit.parent if unit.parent in known and unit.parent != unit.id else None


def _tree(root: str, below: dict[str | None, list[str]], seen: set[str]) -> Iterator[str]:
    if root not in seen:
        seen.add(root)
        yield root
        for child in below.get(root, ()):
            yield from _tree(child, below, seen)


def _unit(unit: Unit, known: dict[str, Unit], family: tuple[str, ...], as_of: date) -> PublicUnit:
    gone = None
    if unit.left is not None and unit.left < as_of:
        gone = Gone(day=unit.left, into=unit.succeeded_by if unit.succeeded_by in known else None)
    return PublicUnit(
        id=unit.id,
        name=unit.name,
        kind=unit.kind,
        body=unit.body,
        class_=unit.class_,
        type=unit.type,
        joined=unit.joined,
        in_base=unit.in_base,
        gone=gone,
        parent=_above(unit, known),
        family=family,
    )


def public_rounds(ledger: Ledger, units: dict[str, PublicUnit], as_of: date) -> dict[str, PublicRound]:
    """Return the rounds the public knows of on the day, the latest first, with the public units they reached."""
    known = [round_ for round_ in ledger.rounds.values() if round_exists(round_, as_of)]
    known.sort(key=lambda one: (one.onsite.from_, one.id), reverse=True)
    return {one.id: _round(ledger, one, units, as_of) for one in known}


def _round(ledger: Ledger, round_: Round, units: dict[str, PublicUnit], as_of: date) -> PublicRound:
    announced = round_.announced if round_.announced is not None and round_.announced <= as_of else None
    return PublicRound(
        id=round_.id,
        kind=round_.kind,
        topic=round_.topic if title_released(ledger, round_.publication, as_of) else None,
        announced=announced,
        began=round_.onsite.from_,
        ended=round_.onsite.to,
        units=tuple(unit for unit in units if (round_.id, unit) in ledger.inspections),
    )
