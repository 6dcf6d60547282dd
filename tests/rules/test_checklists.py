from datetime import date

from msgspec.structs import replace
from tests.rules.ledgers import base, found, places

ROUND = base().rounds["R13-02"]
PATH = "rounds/R13-02/round.yaml"
LISTS = base().checklists
COMMON = LISTS["common-2024"]


def pinning(*names, **changes):
    rounds = base().rounds | {"R13-02": replace(ROUND, checklists=names, **changes)}
    return replace(base(), rounds=rounds)


def with_lists(ledger, *checklists):
    return replace(ledger, checklists=LISTS | {one.id: one for one in checklists})


def missing(ledger, **other):
    return sorted(one.message.en for one in found("CHK01", ledger, **other))


NO_LIST = [
    "R13-02 visits 梧桐村党支部 (wutong-village), village, and pins no such checklist in force on 2024-08-28",
    "R13-02 visits 青岚社区党总支 (qinglan-community), agricultural community, and pins no such checklist in force on "
    "2024-08-28",
]


def test_each_kind_and_class_of_unit_needs_a_checklist_of_its_own():
    assert missing(pinning()) == NO_LIST
    assert missing(pinning("common-2024")) == []
    assert missing(pinning("agricultural-2024")) == []


def test_a_checklist_is_for_the_classes_it_names():
    urban = replace(base().units["qinglan-community"], class_="urban")
    ledger = replace(pinning("agricultural-2024"), units=base().units | {urban.id: urban})

    assert missing(ledger) == [
        "R13-02 visits 青岚社区党总支 (qinglan-community), urban community, and pins no such checklist in force on "
        "2024-08-28"
    ]


def test_a_list_of_talks_is_no_supervision_checklist():
    assert missing(with_lists(pinning("common-2024"), replace(COMMON, kind="talk"))) == NO_LIST


def test_a_checklist_is_in_force_from_its_day_until_another_replaces_it():
    def effective(day):
        return missing(with_lists(pinning("common-2024"), replace(COMMON, effective=day)))

    def replaced(day):
        newer = replace(COMMON, id="common-2025", replaces="common-2024", effective=day)
        return missing(with_lists(pinning("common-2024"), newer))

    assert effective(date(2024, 8, 28)) == []
    assert effective(date(2024, 8, 29)) == NO_LIST
    assert replaced(date(2024, 8, 29)) == []
    assert replaced(date(2024, 8, 28)) == NO_LIST


def test_a_checklist_that_could_not_be_read_is_not_missing():
    assert missing(pinning("common-2099")) == NO_LIST
    assert missing(pinning("common-2099"), broken=frozenset({"checklists/common-2099.yaml"})) == []


def test_a_unit_that_only_answers_needs_no_checklist():
    inspection = replace(base().inspections["R13-02", "wutong-village"], reach="answering")
    ledger = replace(pinning(), inspections=base().inspections | {("R13-02", "wutong-village"): inspection})

    assert missing(ledger) == NO_LIST[1:]


def test_a_round_is_judged_from_its_announcement():
    assert missing(pinning(), today=date(2024, 8, 27)) == []
    assert missing(pinning(), today=date(2024, 8, 28)) == NO_LIST


def test_collective_assets_may_stand_in_any_checklist_that_applies():
    assert places(found("CHK02", pinning("common-2024"))) == [(PATH, "/checklists")]
    assert found("CHK02", pinning("agricultural-2024")) == []
    finance = replace(LISTS["agricultural-2024"], id="finance-2024", kind="finance")
    assert found("CHK02", with_lists(pinning("common-2024", "finance-2024"), finance)) == []


def test_codes_are_unique_within_a_checklist_across_its_aspects():
    (aspect,) = COMMON.aspects
    again = replace(COMMON, aspects=(aspect, aspect))

    assert [pointer for _, pointer in places(found("CHK03", with_lists(base(), again)))] == [
        "/aspects/1/items/0/code",
        "/aspects/1/items/1/code",
    ]


def test_only_a_checklist_in_force_grows_old():
    today = date(2025, 1, 2)

    assert [path for path, _ in places(found("CHK04", base(), today))] == [
        "checklists/agricultural-2024.yaml",
        "checklists/common-2024.yaml",
    ]
    assert found("CHK04", base(), date(2025, 1, 1)) == []
    assert found("CHK04", base(), date(2022, 12, 31)) == []


def test_a_checklist_that_names_itself_stays_in_force():
    assert len(found("CHK04", with_lists(base(), replace(COMMON, replaces="common-2024")), date(2025, 1, 2))) == 3
