"""Which figures a period counts by their own days, and which day decides, in words.

What is not named here a period takes as it stands on its last day.
"""

from typing import Literal, NamedTuple


class Dated(NamedTuple):
    """One key that a period counts.

    Attributes:
        key: Its path, such as `problems.found`; it speaks for the keys below it that are not named themselves.
        adds: `each`: every entry has one day, so the figures of two periods add up; `once`: what stands in both periods
            counts once in both together, so only the ids behind the figures do.
        zh: Which day decides.
        en: The same in English.
    """

    key: str
    adds: Literal["each", "once"]
    zh: str
    en: str


_LAST_DAY = ("最后一个驻点日在期间内", "last day on site in the period")
_WITHIN = ("期间内", "in the period")
_OWN = ("各条自己的日期在期间内", "own day in the period")
_FED_BACK = ("期间内反馈，后来撤销的除外", "fed back in the period, those withdrawn since left out")
_HAPPENED = ("期间内发生，后来撤销的事项除外", "happened in the period, items withdrawn since left out")
_REVIEWED = ("审核日在期间内", "reviewed in the period")
_VISITED = ("结束日在期间内", "ended in the period")
_ISSUED = ("期间内印发", "issued in the period")
_HANDED_IN = ("期间内报送", "handed in in the period")
_SENT = ("期间内发出，后来撤回的除外", "issued in the period, those withdrawn since left out")
_PAPERS = ("plan", "life_meeting", "report")

PERIODS: tuple[Dated, ...] = (
    Dated("rounds", "each", *_LAST_DAY),
    Dated("modes", "each", *_LAST_DAY),
    Dated("modes.parents", "once", *_LAST_DAY),
    Dated("extended", "once", *_LAST_DAY),
    Dated("extended.problems", "each", "期间内发现", "found in the period"),
    Dated("problems.found", "each", *_WITHIN),
    Dated("problems.fed_back", "each", *_WITHIN),
    Dated("problems.prominent", "each", *_FED_BACK),
    Dated("problems.by_category", "each", *_FED_BACK),
    Dated("problems.by_nature", "each", *_FED_BACK),
    Dated("items.extended", "once", *_HAPPENED),
    Dated("items.returned", "once", *_HAPPENED),
    Dated("items.reopened", "once", *_HAPPENED),
    Dated("signatures", "each", "签收、参加日在期间内", "signed, attended in the period"),
    Dated("reviews", "each", *_REVIEWED),
    *(Dated(f"reviews.{paper}.organizations", "once", *_REVIEWED) for paper in _PAPERS),
    Dated("opinions", "each", "期间内反馈", "fed back in the period"),
    Dated("outputs", "each", *_OWN),
    Dated("matters", "each", "月份在期间内结束", "months that ended in the period"),
    Dated("activities", "each", *_OWN),
    Dated("announcements", "each", *_OWN),
    Dated("briefings", "each", *_OWN),
    Dated("training", "each", *_OWN),
    Dated("visits", "each", *_VISITED),
    Dated("visits.units_by_kind", "once", *_VISITED),
    Dated("visits.teams", "once", *_VISITED),
    Dated("common.total", "each", *_ISSUED),
    Dated("common.batches", "once", *_ISSUED),
    Dated("common.addressed", "each", *_ISSUED),
    *(Dated(f"common.{key}", "each", *_HANDED_IN) for key in ("submitted", "found", "measures", "institutions")),
    *(Dated(f"common.{key}", "each", *_HANDED_IN) for key in ("cases", "persons", "before_inspection")),
    *(Dated(f"letters.{key}", "each", *_SENT) for key in ("total", "by_kind", "suggestions")),
    Dated("letters.accepted", "each", "期间内认可，仍为最后一步", "accepted in the period, and nothing after it"),
    Dated("letters.campaigns", "each", "专项治理在期间内开始", "campaigns begun in the period"),
    Dated("clues", "each", "期间内移送；办理结果计期间内增加的数", "handed over in the period; what its results added"),
    Dated("money", "each", *_OWN),
    Dated("institutions", "each", *_OWN),
    Dated("accountable", "each", *_OWN),
    Dated("people.eliminated", "once", "期间内出库", "left in the period"),
    Dated("people.person_times", "each", *_LAST_DAY),
    Dated("people.person_times_by_system", "each", *_LAST_DAY),
    Dated("people.discipline_served", "once", *_LAST_DAY),
    *(Dated(f"departures.{key}", "each", *_OWN) for key in ("acknowledged", "corrections", "voided")),
    Dated("departures.withdrawn", "each", *_WITHIN),
    Dated("departures.beyond_limit", "each", "期间内准予延期", "granted in the period"),
    Dated("departures.backdated", "each", "期间内录入", "recorded in the period"),
)


def dated(key: str) -> Dated | None:
    """Return what is said of a key, or of the nearest above it; nothing where a period takes it as of its last day."""
    while key not in _BY_KEY and "." in key:
        key = key.rpartition(".")[0]
    return _BY_KEY.get(key)


_BY_KEY = {one.key: one for one in PERIODS}
