from dataclasses import replace

import pytest
from tests.publish.building import said, templates, view_of
from tests.publish.small import AS_OF, CLOSING, ROUND, approve, item, ledger_of, problem, records

from inspection.cli.printing import write_site
from inspection.publish.charted.chart import Picture
from inspection.publish.pages import Remembered, site_pages
from inspection.templates import Templates


def view(data=None):
    return view_of(ledger_of(approve(data or records())), AS_OF)


def printed(monkeypatch, before, seen, words=None, language="zh"):
    """Return the pages of a view, and which of them were printed and not taken from those before."""
    fresh = []
    render = Templates.render
    monkeypatch.setattr(Templates, "render", lambda self, *given: fresh.append(given) or render(self, *given))
    remembered = Remembered(before)
    pages = dict(site_pages(seen, words or said(), language, remembered))
    monkeypatch.undo()
    return pages, remembered.pages, len(fresh)


@pytest.fixture
def first(monkeypatch):
    return printed(monkeypatch, {}, view())


def test_what_is_made_from_the_same_is_not_printed_again(monkeypatch, first):
    pages, kept, count = first
    again, _, fresh = printed(monkeypatch, kept, view())

    assert (count, fresh) == (len(pages), 0)
    assert again == pages


def test_after_one_problem_changed_the_pages_that_show_it_are_printed_and_no_others(monkeypatch, first):
    data = records()
    data[f"problems/{ROUND}/R13-05-0003.yaml"] = problem(1, item(1, *CLOSING), unit="lianhu")
    pages, _, fresh = printed(monkeypatch, first[1], view(data))
    differ = {path for path in pages if pages[path] != first[0][path]}

    assert pages == printed(monkeypatch, {}, view(data))[0]
    assert {"problems/r13-05-lianhu-1/index.md", "units/lianhu/index.md", "index.md"} <= differ
    assert len(differ) <= fresh < len(pages) - 4


def test_another_word_template_unit_or_language_prints_every_page(monkeypatch, first):
    data = records()
    data["units/lianhu.yaml"]["name"] = "莲湖新村党总支"
    own = records()
    own["policy/2021-09-28.yaml"]["labels"] = {"phased": {"zh": "分步整改"}}
    changed = said()._replace(templates={**templates(), "head.md": templates()["head.md"] + "\n"})
    counts = [
        printed(monkeypatch, first[1], view(data))[2],
        printed(monkeypatch, first[1], view(own))[2],
        printed(monkeypatch, first[1], view(), changed)[2],
        printed(monkeypatch, first[1], view(), language="en")[2],
    ]

    assert counts == [len(first[0])] * 4


def test_a_schema_s_words_are_part_of_what_a_page_is_made_from(monkeypatch, first):
    labels = said().labels
    roles = {code: replace(one, label=one.label._replace(zh="别名")) for code, one in labels.codes["role"].items()}
    words = said()._replace(labels=replace(labels, codes={**labels.codes, "role": roles}))

    assert printed(monkeypatch, first[1], view(), words)[2] == len(first[0])


def test_the_same_files_are_written_with_and_without_memory_and_with_a_damaged_one(tmp_path):
    seen, memory = view(), tmp_path / "memory"

    def written(name, *more):
        count = write_site(seen, said(), tmp_path / name, *more)
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        return count, {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files}

    plain = written("plain")
    assert written("first", memory) == plain
    assert written("second", memory) == plain
    for kept in memory.iterdir():
        kept.write_bytes(kept.read_bytes()[:-7])
    assert written("damaged", memory) == plain


@pytest.mark.parametrize("left", ["whole", "without its tables", "with a table somebody changed"])
def test_what_is_written_over_an_earlier_site_is_what_is_written_afresh(tmp_path, left):
    def written(seen, name, *more):
        write_site(seen, said(), tmp_path / name, *more)
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        return {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files}

    data = records()
    data[f"problems/{ROUND}/R13-05-0003.yaml"]["category"] = "finance"
    tables = tmp_path / "site" / "pages" / "data" / "v1"
    written(view(), "site", tmp_path / "memory")
    if left == "without its tables":
        tables.rename(tmp_path / "lost")
    if left == "with a table somebody changed":
        (tables / "units.json").write_bytes(b"[]")

    assert written(view(data), "site", tmp_path / "memory") == written(view(data), "fresh")


def test_a_page_that_is_gone_is_forgotten(monkeypatch, first):
    data = records()
    data[f"problems/{ROUND}/R13-05-0003.yaml"]["disclosure"]["society"] = "withheld"
    pages, kept, _ = printed(monkeypatch, first[1], view(data))

    assert set(kept) == set(pages)
    assert "problems/r13-05-lianhu-1/index.md" not in kept


def test_of_a_page_printed_again_only_pictures_that_tell_something_new_are_drawn(monkeypatch):
    drawn = []
    monkeypatch.setattr(Picture, "drawn", lambda self: drawn.append(self.given) or f"<svg>{self.given}</svg>")
    pictures = [Picture("bars", (number,)) for number in range(3)]

    def printed(before, made_from, shown):
        remembered = Remembered(before)
        text = remembered.page("index.md", made_from, lambda: "".join(remembered.drawn(one) for one in shown))
        return text, remembered.pages

    first, kept = printed({}, b"first", pictures[:2])
    again, _ = printed(kept, b"again", pictures[1:])

    assert drawn == [(0,), (1,), (2,)]
    assert (first, again) == ("<svg>(0,)</svg><svg>(1,)</svg>", "<svg>(1,)</svg><svg>(2,)</svg>")
