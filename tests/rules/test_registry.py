from collections import Counter

import pytest

from inspection.finding import Severity
from inspection.rules.framework import CODES, page, rule
from inspection.rules.registry import BY_CODE, RULES


def test_every_rule_has_a_published_code_of_its_own():
    assert Counter(one.code for one in RULES).most_common(1)[0][1] == 1
    assert set(BY_CODE) - set(CODES) == set()


def test_the_published_codes_are_those_of_the_families_in_order():
    assert CODES[:2] == ("YML01", "YML02")
    assert CODES[-1] == "CHG08"
    assert len(CODES) == len(set(CODES)) == 115


WHOLE = (
    "YML", "SCH", "EXC", "REF", "COV", "RND", "TEA", "TAL", "CHK", "INS", "EVA", "PRB", "LIF", "DUE", "CMN", "LTR",
    "VIS", "CLU", "PRV", "PUB", "CHG",
)  # fmt: skip


@pytest.mark.parametrize("family", WHOLE)
def test_a_family_is_there_whole(family):
    assert [one.code for one in RULES if one.code.startswith(family)] == [
        code for code in CODES if code.startswith(family)
    ]


def test_no_two_rules_share_a_name():
    assert [name for name, count in Counter(one.name for one in RULES).items() if count > 1] == []


TIMED = {
    "COV03", "RND10", "RND11", "INS02", "INS03", "INS04", "INS07", "INS08", "INS10", "EVA03", "LIF08", "LIF10", "LIF13",
    "DUE01", "DUE02", "DUE03", "DUE04", "DUE06", "CMN01", "LTR02", "VIS01", "VIS02", "CLU02",
}  # fmt: skip


def test_the_rules_that_depend_on_the_day_alone_say_so():
    assert {one.code for one in RULES if one.timed} == TIMED & set(BY_CODE)


PRACTICES = {
    "RND02": ("S0",), "RND03": ("S1",), "RND04": ("S0",), "RND05": ("S1",), "RND06": ("S0",), "RND07": ("S1",),
    "RND08": ("S4",), "RND09": ("S0",), "RND10": ("S4",), "RND11": ("S1",), "TEA01": ("S0",), "TEA02": ("S0",),
    "TEA03": (), "TEA04": ("S3", "S4"), "TEA05": ("S3", "S4"), "TEA06": ("S3",), "TEA07": ("S3",), "TEA08": ("S3",),
    "TAL01": ("S0",), "TAL02": ("S1", "S3"), "TAL03": ("S0",), "TAL04": ("S0",), "CHK01": ("S0",), "CHK02": ("S0",),
    "CHK03": (), "CHK04": ("S0",), "PRB02": ("S2",), "PRB03": ("S3",), "PRB04": ("S2", "S3"),
    "INS01": ("S3",), "INS02": (), "INS03": ("S0",), "INS04": (), "INS05": ("S0",), "INS06": ("S0",), "INS07": (),
    "INS08": ("S3",), "INS09": (), "INS10": ("S1",), "EVA01": ("S0",), "EVA02": ("S0",), "EVA03": (),
    "CMN01": ("S2",), "CMN02": ("S2",), "CMN03": ("S2",), "CMN04": ("S2",), "LTR01": (), "LTR02": (), "LTR03": (),
    "VIS01": ("S3",), "VIS02": (), "CLU01": ("S4",), "CLU02": (),
}  # fmt: skip


@pytest.mark.parametrize("code", PRACTICES)
def test_a_rule_names_the_practices_it_comes_from(code):
    assert BY_CODE[code].practice == PRACTICES[code]


def test_a_page_needs_its_six_paragraphs():
    with pytest.raises(ValueError, match="XYZ01: a rule's docstring is what, Why:, Instead:, and the same in Chinese"):
        page("XYZ01", "Only what.\n\nWhy: because.")


def test_a_rule_is_made_of_a_function_and_its_page():
    @rule("XYZ01", Severity.NOTE, timed=True, practice="S0 S1")
    def something_wrong(_context):
        """What is wrong.

        Why: because.

        Instead: do
        otherwise.

        错了。

        为什么：因为。

        怎么改：改。
        """
        return iter(())

    assert something_wrong.name == "something_wrong"
    assert something_wrong.practice == ("S0", "S1")
    assert something_wrong.en == ("What is wrong.", "because.", "do otherwise.")
    assert something_wrong.zh == ("错了。", "因为。", "改。")
