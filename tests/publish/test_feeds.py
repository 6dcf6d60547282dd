from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from tests.publish.building import labels, view_of
from tests.publish.small import AS_OF, CLOSING, OTHER, ROUND, UNIT, approve, item, ledger_of, problem, records
from tests.publish.test_withheld import withheld
from tests.publish.town import town

from inspection.publish.feeds import DISTRICT, feeds, unit_feed
from inspection.publish.words import Words

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = {"url": "https://yunzhu.example/open/", "licence": "CC-BY-4.0"}


def with_site(data):
    data["district.yaml"] = {**data["district.yaml"], "site": SITE}
    return data


def view_with_site(ledger, day=AS_OF):
    view = view_of(ledger, day)
    return msgspec.structs.replace(view, district=msgspec.structs.replace(view.district, **SITE))


def feeds_of(ledger, day=AS_OF):
    view = view_with_site(ledger, day)
    return {path: etree.fromstring(content) for path, content in feeds(view, Words(view, labels(), "zh"))}


def told(feed):
    return [(entry.findtext(f"{ATOM}updated")[:10], entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary"))
            for entry in feed.iter(f"{ATOM}entry")]  # fmt: skip


def ids(feed):
    return [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]


@pytest.fixture(scope="module")
def district():
    """The feeds of a whole district, by path."""
    return feeds_of(town(24, 120))


def test_every_feed_is_what_rfc_4287_says(district):
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    broken = {path: str(schema.error_log) for path, feed in district.items() if not schema.validate(feed)}

    assert broken == {}


def test_what_the_schema_cannot_say_of_a_feed_holds_too(district):
    for path, feed in district.items():
        links = [(link.get("rel"), link.get("href")) for link in feed.findall(f"{ATOM}link")]
        assert ("self", f"https://yunzhu.example/open/{path}") in links
        assert len(set(ids(feed))) == len(ids(feed))
        assert feed.find(f"{ATOM}author") is not None
        days = [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")]
        assert days == sorted(days, reverse=True)
        assert feed.findtext(f"{ATOM}updated") >= max(days, default="")
        assert all(datetime.fromisoformat(one) <= datetime(2024, 12, 31, tzinfo=UTC) for one in days)
        assert {entry.find(f"{ATOM}link").get("rel") for entry in feed.iter(f"{ATOM}entry")} <= {"alternate"}


def test_there_is_one_for_the_district_and_one_for_each_unit(district):
    units = [unit_feed(unit) for unit in view_of(town(24, 120), AS_OF).units]

    assert list(district) == [DISTRICT, *units]
    assert 0 < len(ids(district[DISTRICT])) <= 50


def test_a_unit_above_tells_what_those_below_it_did():
    made = feeds_of(ledger_of(approve(records())))

    assert set(ids(made[unit_feed("beizhou")])) == {*ids(made[unit_feed(UNIT)]), *ids(made[unit_feed(OTHER)])}
    assert told(made[unit_feed("inspection-office")]) == []


def test_an_entry_tells_the_month_and_is_dated_by_what_could_be_known():
    data = approve(records())
    later = problem(2, item(1), item(2, *CLOSING[:2], *(
        {**entry, "date": "2024-11-18"} for entry in CLOSING[2:])))  # fmt: skip
    data[f"problems/{ROUND}/R13-05-0002.yaml"] = later
    feed = feeds_of(ledger_of(approve(data)))[unit_feed(UNIT)]

    assert told(feed) == [
        ("2024-11-01", "古山社区党总支：销号“公开标题2”", "2024年11月，巡察办销号（查阅资料）。"),
        ("2024-09-25", "古山社区党总支：公开整改情况", "2024年9月25日，第13届第5轮巡察的整改情况向社会公开。"),
        ("2024-09-25", "古山社区党总支：销号“公开标题1”", "2024年9月，巡察办销号（查阅资料）。"),
    ]
    assert ids(feed)[0] == "tag:yunzhu.example,2026:v1/problems/r13-05-gushan-2/2024-11/close/office/documents"


def test_as_days_pass_entries_keep_their_ids_and_days():
    ledger = ledger_of(approve(records()))
    before, after = (feeds_of(ledger, day)[DISTRICT] for day in (date(2024, 9, 25), AS_OF))

    assert etree.tostring(before) == etree.tostring(after)
    assert len(ids(before)) == 3


def retracted(*more):
    data = records()
    society = data[f"rounds/{ROUND}/{UNIT}.yaml"]["publication"]["society"]
    society[0]["retracted"] = {"date": "2024-11-01", "by": "leading_group", "reason": "表述不准确"}
    society.extend(more)
    return ledger_of(approve(data))


TAKEN_BACK = (
    "2024-11-01",
    "古山社区党总支：撤回整改情况",
    "2024年11月1日，巡察工作领导小组撤回2024年9月25日公开的第13届第5轮巡察整改情况。理由：表述不准确",
)


def test_a_notice_that_is_taken_back_is_an_entry_and_what_it_told_is_none():
    before, after = (
        feeds_of(retracted(), date(2024, month, day))[unit_feed(UNIT)] for month, day in ((10, 31), (11, 1))
    )

    assert TAKEN_BACK not in told(before)
    assert told(after) == [TAKEN_BACK]
    assert ids(after) == ["tag:yunzhu.example,2026:v1/notices/r13-05-gushan/2024-09-25/retracted"]


def test_that_a_notice_was_taken_back_stays_told_when_another_follows():
    again = {"approved": "2024-11-20", "by": "leading_group", "digest": "0" * 32, "published": "2024-11-25"}
    feed = feeds_of(retracted(again))[unit_feed(UNIT)]

    assert TAKEN_BACK in told(feed)
    assert ("2024-11-25", "古山社区党总支：公开整改情况") in [one[:2] for one in told(feed)]


def test_withheld_problems_change_no_byte_of_a_feed():
    without, with_ = (feeds_of(ledger_of(with_site(data))) for data in withheld(4))

    assert {path: etree.tostring(feed) for path, feed in without.items()} == {
        path: etree.tostring(feed) for path, feed in with_.items()
    }


def test_a_text_stays_a_text():
    data = records()
    public = {"number": 1, "title": "<script>alert(1)</script>]]>&amp;\u200b", "result": "x"}
    data[f"problems/{ROUND}/R13-05-0001.yaml"] = problem(1, item(1, *CLOSING), public=public)
    feed = feeds_of(ledger_of(approve(data)))[unit_feed(UNIT)]
    title = next(entry for entry in feed.iter(f"{ATOM}title") if "script" in (entry.text or ""))

    assert title.text == "古山社区党总支：销号“<script>alert(1)</script>]]>&amp; ”"
    assert len(title) == 0
    assert title.get("type") is None


def test_a_site_without_an_address_has_no_feeds():
    view = view_of(ledger_of(records()), AS_OF)

    assert list(feeds(view, Words(view, labels(), "zh"))) == []
