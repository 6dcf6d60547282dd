"""`inspection statistics --by` and `--public`, as they are typed."""

import csv
import io
import json

import pytest

from inspection.cli import main


def typed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["statistics", "--ledger", "ledger", "--language", "zh", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_group_is_named_as_people_name_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = typed(capsys, "--by", "parent", "--by", "category")

    assert code == 0
    heads = [line for line in out.splitlines() if line.startswith("== ")]
    assert any("（lingzhu） · " in head for head in heads)
    assert any(head.endswith(" · 工程项目") for head in heads)


def test_csv_has_a_column_for_each_dimension(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = typed(capsys, "--by", "round", "--by", "unit_kind", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))

    assert list(rows[0]) == ["round", "unit_kind", "key", "value"]
    found = sum(int(row["value"]) for row in rows if row["key"] == "problems.found")
    _, whole, _ = typed(capsys, "--format", "json")
    assert found == json.loads(whole)["problems"]["found"]


def test_json_says_of_which_day_the_groups_are(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = typed(capsys, "--by", "round", "--as-of", "2024-06-30", "--format", "json")
    told = json.loads(out)

    assert (told["as_of"], told["by"]) == ("2024-06-30", ["round"])
    assert [one["group"]["round"] for one in told["groups"]][:2] == ["R13-01", "R13-02"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--by", "round", "--by", "round"),
        ("--by", "round", "--by", "unit", "--by", "category"),
        ("--by", "round", "--public"),
        ("--by", "round", "--as-of", "2024-01-01", "--as-of", "2024-02-01"),
        ("--public", "--from", "2024-01-01"),
        ("--public", "--explain", "problems.found"),
    ],
)
def test_what_does_not_go_together_is_refused_in_one_sentence(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = typed(capsys, *arguments)

    assert (code, out) == (2, "")
    assert err.startswith("inspection: --")
    assert err.count("\n") == 1


def test_a_wrong_dimension_is_told_in_chinese_with_the_right_ones(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = typed(capsys, "--by", "township")

    assert "只能是 term、round、" in err
    assert "is not one of" not in err


def test_public_figures_keep_back_what_the_site_keeps_back(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = typed(capsys, "--public", "--format", "json")
    told = json.loads(out)["figures"]

    assert told["closure_rate"]["of"] == told["problems.total"]["n"]
    assert not [key for key in told if key.startswith(("clues", "people", "accountable", "forecast"))]


def test_public_figures_are_the_same_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    _, as_json, _ = typed(capsys, "--public", "--format", "json")
    _, as_csv, _ = typed(capsys, "--public", "--format", "csv")
    _, as_text, _ = typed(capsys, "--public")
    told = json.loads(as_json)["figures"]
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(as_csv))}

    assert {key: (row["n"], row["of"], row["value"], row["until"]) for key, row in rows.items()} == {
        key: tuple(one[part] or "" for part in ("n", "of", "value", "until")) for key, one in told.items()
    }
    assert len(as_text.splitlines()) == len(told)
    assert told["money.recovered"]["until"] == "2024-11"
    assert "，截至 2024-11 月末" in as_text
    assert told["problems.total"]["until"] is None
