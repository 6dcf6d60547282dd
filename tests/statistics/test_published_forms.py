"""Forms in which offices publish figures: a pilot apart from the rollout, a township's own rounds, two terms in one."""

from datetime import date

from inspection.derive.figures.leaves import percent, plain
from inspection.derive.grouped import grouped
from inspection.derive.statistics import statistics, statistics_of_period

DAY = date(2024, 12, 31)


def by(ledger, dimension):
    """The plain figures of each group on the day."""
    return {
        one.group[dimension]: {key: plain(figure) for key, figure in one.figures.items()}
        for one in grouped(ledger, statistics(ledger, DAY), (dimension,))
    }


def test_a_pilot_is_told_apart_by_phase_and_its_townships_by_its_days(small):
    small.round("R13-01", phase="pilot", onsite={"from": "2022-03-01", "to": "2022-03-31"}, announced="2022-02-20")
    small.round("R13-05", phase="rollout")
    for number in range(1, 5):
        town = f"town-{number}"
        small.unit(town, "township")
        for place, round_ in (("a", "R13-01"), ("b", "R13-01"), ("c", "R13-05")):
            small.unit(f"village-{number}{place}", parent=town)
            small.inspection(f"village-{number}{place}", round_, mode="one_to_many")
    ledger = small.ledger()

    assert by(ledger, "phase")["pilot"]["modes"] == {"one_to_many": {"inspections": 8}}
    assert by(ledger, "phase")["rollout"]["modes"] == {"one_to_many": {"inspections": 4}}
    pilot = statistics_of_period(ledger, date(2022, 1, 1), date(2022, 12, 31)).plain()
    assert pilot["modes"] == {"one_to_many": {"inspections": 8, "parents": 4}}


def test_the_rounds_a_township_ran_are_told_by_who_organized_them(small):
    del small.files["rounds/R13-05/round.yaml"]
    for number in range(1, 4):
        name = f"R13-1{number}"
        organizer = "qinghe-town" if number < 3 else "office"
        small.round(name, kind="roving", organizer=organizer)
        small.unit(f"village-1{number}")
        small.inspection(f"village-1{number}", name, mode="township_led")
    figures = by(small.ledger(), "organizer")

    assert figures["qinghe-town"]["rounds"]["by_kind"] == {"roving": 2}
    assert figures["qinghe-town"]["modes"] == {"township_led": {"inspections": 2}}
    assert figures["office"]["rounds"]["total"] == 1


def test_special_rounds_of_two_terms_are_counted_in_one_period(small):
    small.round("R12-09", kind="special", onsite={"from": "2020-03-04", "to": "2020-04-30"}, announced="2020-02-20")
    small.round("R13-06", kind="special")
    figures = statistics_of_period(small.ledger(), date(2019, 1, 1), DAY).plain()

    assert figures["rounds"]["by_kind"] == {"regular": 1, "special": 2}


def test_rates_are_published_with_one_decimal_in_words_and_two_in_tables():
    assert [percent(213, 349, 1), percent(1695, 1883, 1), percent(1828, 1883, 1)] == ["61.0", "90.0", "97.1"]
    assert percent(688, 697) == "98.71"
