import json

import pytest
from jsonschema import Draft202012Validator

from inspection.change import TOPICS, Change, ChangeKind, Topic
from inspection.labelling import SCHEMAS
from inspection.report.changes import Summary, document, text
from inspection.report.comment import inert, markdown
from inspection.report.figures import Moved, moved

GITHUB = 65_536
SCHEMA = json.loads((SCHEMAS / "output" / "changes.schema.json").read_text("utf-8"))
COMMIT = "3b15364d6e" * 4


def change(number=1, unit="gushan", topic=None, zh="R13-05-0137 第1项：启动整改"):
    return Change(
        path="problems/R13-05/R13-05-0137.yaml",
        id="R13-05-0137/1",
        unit=unit,
        pointer=f"/items/0/log/{number}",
        kind=ChangeKind.ADDED,
        after={"date": "2024-06-20"},
        day="2024-06-20",
        topic=topic,
        zh=zh,
        en="R13-05-0137 item 1: rectification started",
    )


def summary(*told, figures=(), head=None, unread=()):
    topics = {topic: said[0] for topic, said in TOPICS.items()}
    units = {"gushan": "古山社区党总支"}
    return Summary(COMMIT, head, told, topics, units, figures, "2024-12-31", unread)


FIGURE = Moved("closure_rate.rate", "整改完成率", "61.0%（213/349）", "61.3%（214/349）")


def test_text_begins_with_what_must_be_looked_at_and_goes_on_by_unit():
    told = (change(), change(2, unit="", topic=Topic.CLOSING))

    assert list(text(summary(*told, figures=[FIGURE], head=COMMIT), "zh")) == [
        "本次变更：2 处变更，涉及 1 个单位（3b15364d6e → 3b15364d6e，数字截至 2024-12-31）",
        "",
        "先看这些：销号、长期坚持、重新整改、并入",
        "  2024-06-20 R13-05-0137 第1项：启动整改",
        "",
        "数字变化",
        "  整改完成率  61.0%（213/349） → 61.3%（214/349）",
        "",
        "古山社区党总支（1）",
        "  2024-06-20 R13-05-0137 第1项：启动整改",
        "",
        "全区（1）",
        "  2024-06-20 R13-05-0137 第1项：启动整改",
    ]


def test_nothing_changed_is_said():
    assert list(text(summary(), "zh")) == ["台账内容没有变化。"]
    assert markdown(summary(), "en") == "## This change\n\nNothing in the ledger has changed.\n"


def test_a_comment_folds_the_units_with_much_to_say():
    page = markdown(summary(*(change(number) for number in range(13)), change(unit="")), "zh")

    assert "<details><summary>古山社区党总支（13）</summary>\n\n- 2024-06-20 R13-05-0137" in page
    assert page.count("<details>") == page.count("</details>") == 1
    assert "**全区（1）**\n\n- 2024-06-20" in page


@pytest.mark.parametrize("units", [1, 40, 900])
def test_a_comment_stays_below_what_github_takes_and_counts_what_it_leaves_out(units):
    told = [change(number, unit=f"unit-{number % units}", topic=Topic.CLOSING) for number in range(4000)]
    page = markdown(summary(*told, figures=[FIGURE] * 100), "zh")
    left_out = sum(int(line.split(" ")[1]) for line in page.splitlines() if line.startswith("另有"))

    assert len(page) < GITHUB
    assert page.count("\n- ") + left_out == 2 * len(told)
    assert page.count("<details>") == page.count("</details>")


def test_a_file_that_cannot_be_read_is_named_before_anything_else():
    page = markdown(summary(change(), unread=["problems/R13-05/R13-05-0138.yaml"]), "zh")

    assert "**注意：1 份文件读不出来，其中的变更不在此列，数字也不含它们：problems/R13-05/R13-05-0138.yaml**" in page


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<img src=x onerror=y>", "\\<img src=x onerror=y\\>"),
        ("[a](https://b.c)", "\\[a\\](https:\\//b.c)"),
        ("看 www.b.c", "看 www\\.b.c"),
        ("@octocat #12", "＠octocat ＃12"),
        ("a | b\n# c", "a \\| b ＃ c"),
        ("`code` *b* _c_ ~d~ &lt;", "\\`code\\` \\*b\\* \\_c\\_ \\~d\\~ \\&lt;"),
        ("2024-08-26 → R13-05-0137/1", "2024-08-26 → R13-05-0137/1"),
    ],
)
def test_a_text_of_the_ledger_is_inert_in_a_comment(written, shown):
    assert inert(written) == shown
    assert shown in markdown(summary(change(zh=written)), "zh")


def test_json_is_valid_by_its_schema():
    told = (change(), change(topic=Topic.POLICY))
    plain = [{**{name: getattr(one, name) for name in Change.__struct_fields__}, "kind": str(one.kind)} for one in told]
    said = json.loads(document(summary(*told, figures=[FIGURE]), plain))

    Draft202012Validator.check_schema(SCHEMA)
    assert list(Draft202012Validator(SCHEMA).iter_errors(said)) == []
    assert said["summary"] == {"changes": 2, "units": 1, "first": 1}


def test_the_schema_knows_every_kind_and_topic():
    known = SCHEMA["$defs"]["change"]["properties"]

    assert known["kind"]["enum"] == [str(kind) for kind in ChangeKind]
    assert known["topic"]["enum"] == [*(str(topic) for topic in Topic), None]
    assert set(SCHEMA["$defs"]["change"]["required"]) == set(Change.__struct_fields__)


class Row:
    def __init__(self, key, zh, of=()):
        self.key, self.zh, self.en, self.codes, self.of = key, zh, zh, "", of


ROWS = [
    Row("rate", "完成率"),
    Row("rate.rate", "比例", ("closed", "total")),
    Row("rate.closed", "完成"),
    Row("rate.total", "总数"),
]


def test_figures_that_differ_are_told_with_n_and_total():
    before = {"as_of": "2024-12-31", "rate": {"closed": 1, "total": 2, "rate": "50.00"}}
    after = {"as_of": "2024-12-31", "rate": {"closed": 2, "total": 4, "rate": "50.00"}}

    assert list(moved(before, after, ROWS, "zh")) == [
        Moved("rate.closed", "完成率 · 完成", "1", "2"),
        Moved("rate.total", "完成率 · 总数", "2", "4"),
        Moved("rate.rate", "完成率 · 比例", "50.00%（1/2）", "50.00%（2/4）"),
    ]
    assert list(moved(before, before, ROWS, "zh")) == []
