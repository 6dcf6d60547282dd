import subprocess
import sys
from pathlib import Path

from inspection.dictionary import dictionary
from inspection.labelling import load

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_committed_page_is_what_the_schemas_say():
    assert PAGE.read_text(encoding="utf-8") == dictionary(load())


def test_the_page_is_printed_by_the_module_itself():
    printed = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "inspection.dictionary"], check=True, capture_output=True
    )

    assert printed.stdout.decode("utf-8") == PAGE.read_text(encoding="utf-8")


def test_every_field_and_every_code_stands_on_the_page():
    labels, page = load(), dictionary(load())
    rows = page.splitlines()
    lists = {row.rpartition(" ")[2].strip("`") for row in rows if row.startswith("### ") and row.endswith("`")}

    assert "### 问题 Problem" in rows
    assert set(labels.codes) - lists == set()
    assert [each for codes in labels.codes.values() for each in codes if f"\n| `{each}` | " not in page] == []


def test_a_row_shows_name_label_type_audience_and_help():
    assert (
        "| **`category`** | 问题类别<br>Category | [问题类别 Category](#问题类别-category-category) | `gated` "
        "| 按现行类别框架选择。<br>Category, from the framework in use. |"
    ) in dictionary(load()).splitlines()


def test_what_comes_twice_in_a_kind_is_shown_once():
    page = dictionary(load())

    assert page.count("`plan.reviews.decision`") == 1
    assert "`report.reviews.decision`" not in page
    assert "列表 List: 审核记录 Review，同 as in `plan.reviews`" in page
