"""Daye (S4): townships inspect their villages in turn; half a year of it."""

from tests.replays.office import Office, term, unit, villages
from tests.replays.records import day, done, fed_back, inspection, issued, letter, planned, problem, round_, shares

from inspection.office.writing import Fact

TODAY = "2023-06-30"
TOWNS = 6
ROUNDS_OF_THE_FIRST = (4, 4, 4, 4, 4, 3, 3)
"""Villages in each of the seven rounds of one township: 26 of them."""
OTHER_ROUNDS = 17


def replay():
    """Return the office after half a year: 24 rounds, 300 problems, of which 48 were fed back and put right in time."""
    office = Office(TODAY, term(13, "2021-09-28", "2026-09-27"))
    office.record(
        *(unit(f"town-{number}", f"第{number}镇", "township", in_base=False) for number in range(1, TOWNS + 1)),
        *villages(1, 26, "town-1"),
        *(act for town in range(2, TOWNS + 1) for act in villages(*_villages_of(town), f"town-{town}")),
    )
    office.record(*_first_township())
    office.record(*_other_townships())
    _letters(office)
    _clues(office)
    return office


def _villages_of(town):
    first = 27 + (town - 2) * 4
    return first, first + 3


def _first_township():
    first, found = 1, shares(48, 26)
    for number, villages_ in enumerate(ROUNDS_OF_THE_FIRST, start=1):
        name, entered = f"R13-{number:02}", day("2023-01-03", 10 * (number - 1))
        yield _roving(name, "town-1", entered)
        for village in range(first, first + villages_):
            share = found[village - 1]
            given = day(entered, 10)
            yield inspection(
                name,
                f"village-{village:03}",
                mode="township_led",
                onsite={"from": entered, "to": day(entered, 6)},
                feedback=fed_back(given, village, share),
                plan=planned(day(given, 7)),
            )
            for _ in range(share):
                yield problem(name, f"village-{village:03}", day(entered, 3), _item(f"village-{village:03}", given))
        first += villages_


def _item(village, given):
    return done(village, day(given, 60), day(given, 15), day(given, 30), day(given, 35))


def _other_townships():
    """Yield rounds that ended without feedback so far: what they found is found, and not fed back."""
    for number in range(OTHER_ROUNDS):
        town = 2 + number % (TOWNS - 1)
        name, entered = f"R13-{8 + number:02}", day("2023-05-10", number)
        village = f"village-{_villages_of(town)[0] + number // (TOWNS - 1):03}"
        yield _roving(name, f"town-{town}", entered)
        yield inspection(name, village, mode="township_led", onsite={"from": entered, "to": day(entered, 6)})
        for _ in range(shares(252, OTHER_ROUNDS)[number]):
            yield problem(name, village, day(entered, 3))


def _roving(name, town, entered):
    return round_(name, entered, day(entered, 6), kind="roving", organizer=town)


def _letters(office):
    kinds = ["discipline_suggestion"] * 3 + ["assignment"] * 24
    office.record(*issued(office.record(*(letter(kind, "audit-bureau") for kind in kinds)), "2023-06-20"))


def _clues(office):
    office.record(
        Fact(
            "R13-01",
            "clue",
            {
                "transferred": "2023-02-01",
                "level": "village",
                "to": "discipline",
                "pieces": 5,
                "persons": 19,
                "results": [],
            },
        )
    )
    office.record(
        Fact(
            "R13-01",
            "clue-result",
            {
                "date": "2023-05-20",
                "filed": {"pieces": 5, "persons": 19},
                "handled": 19,
                "sanctioned": 7,
                "judicial": 0,
            },
            {"clue": "1"},
        )
    )
