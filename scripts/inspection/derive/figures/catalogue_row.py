"""What is said of one key of the figures."""

from typing import NamedTuple


class Row(NamedTuple):
    """One key, in words for people.

    Attributes:
        key: Its path, such as `problems.overdue`. The keys of a `by_...` group repeat those beside the group and are
            said once: `coverage.base` speaks for `coverage.by_kind.community.base` too.
        zh: Its Chinese label.
        en: Its English label.
        formula_zh: How it is counted, in words; empty where the label says it all.
        formula_en: The same in English.
        without_zh: What is not in it; empty where nothing needs saying.
        without_en: The same in English.
        codes: The code list the keys below it come from (a `$def` of the common schema), where they are codes; `id`
            where they are ids of records.
        of: For a rate, the keys of its n and its N: beside it, or from the top.
    """

    key: str
    zh: str
    en: str
    formula_zh: str = ""
    formula_en: str = ""
    without_zh: str = ""
    without_en: str = ""
    codes: str = ""
    of: tuple[str, str] | tuple[()] = ()
