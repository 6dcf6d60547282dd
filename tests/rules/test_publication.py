from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.ledgers import base, found, places

from inspection.derive.digest import society_digest
from inspection.derive.lives import Lives
from inspection.derive.publications import standing
from inspection.model.inspections import PartyPublication, Publication, Retraction, SocietyPublication
from inspection.model.record import PlainPublication

KEY = ("R13-02", "qinglan-community")
TODAY = date(2024, 12, 31)
PATH = "rounds/R13-02/qinglan-community.yaml"


def digest():
    lives = Lives(base(), TODAY)
    problems = [one for one in base().problems.values() if (one.round, one.unit) == KEY]
    return society_digest(problems, {one.id: lives.withdrawn(one) for one in problems})


def entry(**changes):
    usual = {
        "approved": date(2024, 12, 10), "by": "leading_group", "digest": digest(), "published": date(2024, 12, 13),
        "until": date(2025, 1, 6), "channels": ("website",),
    }  # fmt: skip
    return SocietyPublication(**(usual | changes))


PARTY = PartyPublication(approved=date(2024, 12, 10), by="leading_group", published=date(2024, 12, 12))
OLD = {"digest": "0" * 32, "published": date(2024, 12, 11)}


def published(*society, party=PARTY, **changes):
    inspection = replace(base().inspections[KEY], publication=Publication(party=party, society=society), **changes)
    contact = replace(base().district.contact, email="office@yunzhu.example")
    district = replace(base().district, contact=contact)
    return replace(base(), inspections=base().inspections | {KEY: inspection}, district=district)


def retracted(one):
    return replace(one, retracted=Retraction(date=date(2024, 12, 20), by="leading_group", reason="文本有误"))


@pytest.mark.parametrize(
    ("society", "pointers"),
    [
        ([entry()], []),
        ([entry(**OLD)], ["/publication/society/0/digest"]),
        ([entry(**OLD), entry()], []),
        ([entry(), entry(**OLD)], []),
        ([entry(), entry(digest="0" * 32, published=date(2024, 12, 16))], ["/publication/society/1/digest"]),
        ([entry(), retracted(entry(digest="0" * 32, published=date(2024, 12, 16)))], []),
        ([retracted(entry(**OLD))], []),
        ([entry(digest="0" * 32, published=None)], []),
        ([entry(digest="0" * 32, approved=date(2025, 1, 2), published=date(2025, 1, 3))], []),
    ],
)
def test_only_the_newest_publication_that_stands_must_be_of_the_texts(society, pointers):
    assert [pointer for _, pointer in places(found("PUB01", published(*society)))] == pointers


def test_a_publication_before_feedback_is_named_and_feedback_on_the_same_day_is_not():
    given = base().inspections[KEY].feedback.date
    early = replace(PARTY, approved=date(2024, 10, 1), published=date(2024, 10, 20))

    assert places(found("PUB01", published(party=early))) == [(PATH, "/publication/party/published")]
    assert found("PUB01", published(party=replace(early, published=given))) == []
    assert places(found("PUB01", published(entry(), party=None, feedback=None))) == [
        (PATH, "/publication/society/0/published")
    ]


def test_the_body_is_compared_by_the_unit_behind_it_and_what_is_only_approved_waits():
    assert places(found("PUB01", published(party=replace(PARTY, by="office")))) == [(PATH, "/publication/party/by")]
    assert found("PUB01", published(party=replace(PARTY, by="office", published=None))) == []


def test_a_topic_and_a_common_title_need_the_same_approval():
    plain = PlainPublication(approved=date(2024, 9, 2), by="office", published=date(2024, 9, 1))
    round_ = replace(base().rounds["R13-02"], publication=plain)
    common = replace(base().commons["C13-01"], publication=plain)
    ledger = replace(base(), rounds=base().rounds | {"R13-02": round_}, commons=base().commons | {"C13-01": common})

    assert places(found("PUB01", ledger)) == [
        ("common/C13-01/common.yaml", "/publication/by"),
        ("common/C13-01/common.yaml", "/publication/published"),
        ("rounds/R13-02/round.yaml", "/publication/by"),
        ("rounds/R13-02/round.yaml", "/publication/published"),
    ]


def test_the_party_comes_first_and_the_same_day_is_no_earlier():
    assert found("PUB03", published(entry())) == []
    assert found("PUB03", published(entry(published=PARTY.published))) == []
    for party in (None, replace(PARTY, published=None), replace(PARTY, published=date(2024, 12, 14))):
        assert places(found("PUB03", published(entry(), party=party))) == [(PATH, "/publication/society/0/published")]


def test_the_period_ends_no_sooner_than_the_policys_last_working_day():
    assert found("PUB03", published(entry(until=date(2025, 1, 6)))) == []
    assert places(found("PUB03", published(entry(until=date(2025, 1, 5))))) == [(PATH, "/publication/society/0/until")]
    assert found("PUB03", published(entry(until=None))) == []


def test_the_contact_is_asked_for_once_something_is_public():
    without = published(entry())
    without = replace(without, district=replace(without.district, contact=None))

    assert places(found("PUB03", without)) == [("district.yaml", "")]
    assert found("PUB03", replace(without, inspections=base().inspections)) == []


def test_entries_stand_from_their_approval_until_they_are_retracted():
    ledger = published(retracted(entry()), entry(published=None))
    inspection = ledger.inspections[KEY]

    assert [place for place, _ in standing(inspection, date(2024, 12, 9))] == []
    assert [place for place, _ in standing(inspection, date(2024, 12, 19))] == [1, 0]
    assert [place for place, _ in standing(inspection, date(2024, 12, 20))] == [1]


def test_texts_of_which_one_could_not_be_read_are_not_compared():
    ledger = published(entry(digest="0" * 32))

    assert len(found("PUB01", ledger)) == 1
    assert found("PUB01", ledger, broken=frozenset({"problems/R13-02/R13-02-0009.yaml"})) == []
    assert len(found("PUB01", ledger, broken=frozenset({"problems/R13-01/R13-01-0009.yaml"}))) == 1
