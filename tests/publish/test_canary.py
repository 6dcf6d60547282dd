import re
from datetime import date

import pytest
from tests.publish.building import build, labels, pages_of
from tests.publish.canary import AS_OF, HIDDEN_IDS, grow, leaves, written

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SMALL = 1000
HIDDEN = ("office", "sums")
GATED = ("gated", "month")


def spellings(value):
    """The ways a page might print a secret value; nothing for a code, a flag or a small number."""
    if isinstance(value, bool) or (isinstance(value, int) and value < SMALL):
        return set()
    if isinstance(value, int):
        return {str(value), f"{value:,}"}
    if DAY.fullmatch(value):
        day = date.fromisoformat(value)
        return {value, f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}", f"{day:%Y/%m/%d}"}
    if re.fullmatch(r"[0-9]{7,}\.[0-9]+", value):
        whole = value.split(".")[0]
        return {whole, f"{int(whole):,}"}
    return {value} if len(value) > 4 and not re.fullmatch(r"[a-z_]+", value) else set()


def secrets(records, kept):
    """Every spelling of the values of these visibilities that is no spelling of a value anyone may see."""
    every = list(leaves(records))
    open_ = {word for leaf in every if leaf.visibility not in kept for word in spellings(leaf.value)}
    own = {word for leaf in every if leaf.visibility in kept and not leaf.coded for word in spellings(leaf.value)}
    return own - open_


def told(texts, words):
    everything = "\n".join(texts)
    return sorted(word for word in words if word in everything)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("canary")
    records = grow()
    ledger = written(records, folder / "ledger", opened=True)
    return records, pages_of(ledger, AS_OF), ledger


def test_every_field_nobody_else_may_see_is_in_the_ledger(opened):
    records, _, _ = opened
    filled = {re.sub(r"/[0-9]+(?=/|$)", "", leaf.pointer).strip("/").replace("/", ".") for leaf in leaves(records)}
    unfilled = [
        f"{kind}: {place}"
        for kind, place, field in labels().fields()
        if field.visibility in HIDDEN and field.ref is None and "*" not in place
        if not any(one == place or one.startswith(f"{place}.") for one in filled)
    ]

    assert unfilled == []
    assert len(secrets(records, HIDDEN)) > 500


def test_with_the_gate_open_the_texts_are_shown_and_their_days_are_not(opened):
    records, pages, _ = opened
    public = records["problems/R13-05/R13-05-9137.yaml"]["public"]

    page = pages["problems/r13-05-gushan-1/index.md"]
    assert public["title"] in page
    assert public["result"] in page
    assert records["rounds/R13-05/round.yaml"]["topic"] in pages["rounds/r13-05/index.md"]
    assert "2024年9月" in page
    assert told(pages.values(), spellings("2024-09-05") | spellings("2024-09-15")) == []


def test_no_page_tells_what_is_the_offices_or_only_in_sums(opened):
    records, pages, _ = opened

    assert told(pages.values(), secrets(records, HIDDEN)) == []


def test_no_page_or_address_holds_an_id_of_a_record(opened):
    _, pages, _ = opened

    assert told([*pages.values(), *pages], {form for id_ in HIDDEN_IDS for form in (id_, id_.lower())}) == []


def test_with_the_gate_shut_no_text_or_month_of_the_inspection_is_told(tmp_path):
    records = grow()
    pages = pages_of(written(records, tmp_path, opened=False), AS_OF)
    gated = {word for word in secrets(records, (*HIDDEN, *GATED)) if word not in from_the_round(records)}

    assert told(pages.values(), gated) == []
    assert [path for path in pages if path.startswith("problems/r")] == []
    assert "2024年9月" not in "\n".join(pages.values())


def from_the_round(records):
    """A round has no notice: it is known from its announcement, its topic by a publication of its own."""
    round_ = records["rounds/R13-05/round.yaml"]
    shown = (round_["topic"], round_["announced"], *round_["onsite"].values())
    return {word for value in shown for word in spellings(value)}


@pytest.mark.slow
def test_no_file_of_the_built_site_tells_it_either(opened, tmp_path):
    records, pages, ledger = opened
    site = build(ledger, AS_OF, tmp_path)
    ours = [path for path in site.rglob("*") if path.is_file() and path.suffix in {".html", ".xml", ".css", ".json"}]

    assert len(ours) > len(pages)
    hidden = secrets(records, HIDDEN) | set(HIDDEN_IDS)
    assert told([path.read_text(encoding="utf-8") for path in ours], hidden) == []
