import copy
import gzip
import re
from calendar import month_name
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from tests.publish.building import labels, pages_of_both
from tests.publish.canary import AS_OF, HIDDEN_IDS, grow, leaves, written

from inspection.cli import main
from inspection.model.kinds import kind_at

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
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
        return full_days(value) | months(value)
    if MONTH.fullmatch(value):
        return months(value)
    if re.fullmatch(r"[0-9]{7,}\.[0-9]+", value):
        whole, in_ten_thousands = value.split(".")[0], Decimal(value) / 10000
        return {whole, f"{int(whole):,}", f"{in_ten_thousands:.2f}", f"{in_ten_thousands:.4f}"}
    return {value} if len(value) > 4 and not re.fullmatch(r"[a-z_]+", value) else set()


def full_days(value):
    day = date.fromisoformat(value)
    spelled = (f"{day.year}年{day.month}月{day.day}日", f"{day.day} {month_name[day.month]} {day.year}")
    return {value, *spelled, f"{day:%Y%m%d}", f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}"}


def months(value):
    year, month = int(value[:4]), int(value[5:7])
    return {
        f"{year}年{month}月",
        f"{month_name[month]} {year}",
        f"{year}年{month:02}月",
        f"{year}-{month:02}",
        f"{year}/{month:02}",
        f"{year}.{month:02}",
    }


def secrets(records, kept):
    """Every spelling of the values of these visibilities that is no spelling of a value anyone may see."""
    every = list(leaves(records))
    open_ = {word for leaf in every if leaf.visibility not in kept for word in spellings(leaf.value)}
    own = {word for leaf in every if leaf.visibility in kept and not leaf.coded for word in spellings(leaf.value)}
    return own - open_


def told(texts, words):
    everything = "\n".join(texts)
    return sorted(word for word in words if word in everything and (not ENGLISH.match(word) or alone(word, everything)))


ENGLISH = re.compile(r"[0-9] [A-Z]")


def alone(word, everything):
    """Whether it stands there as itself: the 5th of a month is within the 15th."""
    return re.search(rf"(?<![0-9]){re.escape(word)}", everything) is not None


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("canary")
    records = grow()
    ledger = written(records, folder / "ledger", opened=True)
    return records, pages_of_both(ledger, AS_OF), ledger


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
    assert "September 2024" in pages["en/problems/r13-05-gushan-1/index.md"]
    shown_to_the_month = [leaf.value for leaf in leaves(records) if leaf.visibility == "month"]
    assert len(shown_to_the_month) > 10
    assert told(pages.values(), {word for value in shown_to_the_month for word in full_days(value)}) == []


def test_no_page_tells_what_is_the_offices_or_only_in_sums(opened):
    records, pages, _ = opened

    assert told(pages.values(), secrets(records, HIDDEN)) == []


def test_no_page_or_address_holds_an_id_of_a_record(opened):
    _, pages, _ = opened

    assert told([*pages.values(), *pages], {form for id_ in HIDDEN_IDS for form in (id_, id_.lower())}) == []


def test_with_the_gate_shut_no_text_or_month_of_the_inspection_is_told(tmp_path):
    records = grow()
    pages = pages_of_both(written(records, tmp_path, opened=False), AS_OF)
    gated = {word for word in secrets(records, (*HIDDEN, *GATED)) if word not in by_other_gates(records)}

    assert told(pages.values(), gated) == []
    assert [path for path in pages if "problems/r" in path] == []
    assert told(pages.values(), {"2024年9月", "September 2024"}) == []


def by_other_gates(records):
    """A round is known from its announcement; its topic and a common problem's title have publications of their own."""
    round_ = records["rounds/R13-05/round.yaml"]
    title = records["common/C13-93/common.yaml"]["title"]
    shown = (round_["topic"], round_["announced"], *round_["onsite"].values(), title)
    return {word for value in shown for word in spellings(value)}


# What decides what is public, or how an item's life goes: it may change a page.
DECIDING = re.compile(
    r"/items/[0-9]+/(log|lead)|/publication|/feedback/by|/duties|/closing_on_site|/organizer|/signing"
)


SUMS = ("index.md", "figures/index.md")
OVERVIEWS = ("index.md", "en/index.md")


def flipped(records):
    """The records with every flag and code that is the office's or only in sums turned into another."""
    turned = copy.deepcopy(records)
    count = 0
    for leaf in leaves(records):
        other = another(leaf, kind_at(leaf.path)[0].name)
        if leaf.visibility in HIDDEN and other is not None and not DECIDING.match(leaf.pointer):
            holder, parts = turned[leaf.path], leaf.pointer.split("/")[1:]
            for part in parts[:-1]:
                holder = holder[int(part) if isinstance(holder, list) else part]
            holder[int(parts[-1]) if isinstance(holder, list) else parts[-1]] = other
            count += 1
    return turned, count


def another(leaf, kind):
    if isinstance(leaf.value, bool):
        return not leaf.value
    vocabulary = labels().field(kind, leaf.pointer).vocabulary
    if vocabulary is None or kind in ("district", "policy"):
        return None
    return next((code for code in reversed(labels().codes[vocabulary]) if code != leaf.value), None)


def test_no_flag_or_code_of_the_office_changes_a_page_of_a_record(opened, tmp_path):
    records, pages, _ = opened
    turned, count = flipped(records)
    changed = pages_of_both(written(turned, tmp_path, opened=True), AS_OF)

    assert count > 100
    assert set(changed) == set(pages)
    assert {path for path in pages if pages[path] != changed[path]} <= {*SUMS, *(f"en/{one}" for one in SUMS)}
    assert [records_of(changed[path]) for path in OVERVIEWS] == [records_of(pages[path]) for path in OVERVIEWS]


def records_of(overview):
    """The part of the overview that counts shown problems only."""
    return re.split("## (?:按轮次|By round)", overview)[1]


@pytest.mark.slow
def test_no_file_the_command_makes_tells_it_either(opened, tmp_path):
    records, pages, _ = opened
    written(records, tmp_path / "ledger", opened=True)
    given = ["--ledger", str(tmp_path / "ledger"), "--out", str(tmp_path / "build"), "--today", AS_OF.isoformat()]
    assert main(["site", *given]) == 0
    files = [path for path in (tmp_path / "build").rglob("*") if path.is_file()]

    assert len(files) > 2 * len(pages)
    hidden = secrets(records, HIDDEN) | set(HIDDEN_IDS) | {id_.lower() for id_ in HIDDEN_IDS}
    hidden -= {"R13-05"}  # the plan's own word for a round that was announced since
    ours = [path for path in files if not OF_THE_PROGRAM.match(path.relative_to(tmp_path / "build").as_posix())]
    assert told([*map(content, ours), *map(str, ours)], hidden) == []


OF_THE_PROGRAM = re.compile(r"site/(en/)?assets/(javascripts|stylesheets|images)/|(pages(-en)?|site(/en)?)/rules/")
"""What no ledger has a part in: the theme's files, and the pages of the rules, whose examples are cases of ours."""


def content(path):
    if path.suffix == ".parquet":
        with duckdb.connect() as database:
            return str(database.sql(f"FROM '{path}'").fetchall())
    raw = path.read_bytes()
    if (
        path.suffix == ".png"
    ):  # a picture of figures that stand on the overview; what is told in it would be its metadata
        return raw.decode("latin-1")
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
