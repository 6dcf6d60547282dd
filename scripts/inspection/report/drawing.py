"""The draw as text, as JSON, and as the lines of the visit's record."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Unit(NamedTuple):
    """One unit: its id and name, how many items are closed, and which were drawn."""

    id: str
    name: str
    closed: int
    drawn: tuple[str, ...]


class Drawn(NamedTuple):
    """What was drawn.

    Attributes:
        round: The round.
        seed: The commit the lot was cast by.
        sealed: Whether it is sealed, so that whoever draws could not choose it.
        as_of: The day, `YYYY-MM-DD`.
        share: The policy's share, such as `0.10`.
        units: In the order of their ids.
    """

    round: str
    seed: str
    sealed: bool
    as_of: str
    share: str
    units: Sequence[Unit]

    @property
    def items(self) -> tuple[str, ...]:
        """Every item drawn, by id."""
        return tuple(sorted(item for one in self.units for item in one.drawn))


def draw_text(drawn: Drawn, language: str) -> Iterator[str]:
    """Yield the draw for people: what it was made from, each unit, how to cast it again, and what to record."""
    say = _ZH if language == "zh" else _EN
    closed = sum(one.closed for one in drawn.units)
    yield say.head.format(drawn.round, drawn.as_of, closed, drawn.share, len(drawn.items))
    for one in drawn.units:
        chosen = "、".join(one.drawn) if language == "zh" else ", ".join(one.drawn)
        yield say.unit.format(one.name, one.id, one.closed, len(one.drawn)) + (f"{say.colon}{chosen}" if chosen else "")
    yield ""
    yield say.seed.format(drawn.seed)
    if not drawn.sealed:
        yield say.unsealed
    yield say.again.format(drawn.seed)
    yield say.record
    yield sample_line(drawn)


def sample_line(drawn: Drawn) -> str:
    """Return the field of the visit's record that says what was drawn, as YAML."""
    return f'sample: {{seed: "{drawn.seed}", drawn: [{", ".join(drawn.items)}]}}'


def draw_json(drawn: Drawn) -> str:
    """Return the draw for programs."""
    units = [{**one._asdict(), "drawn": list(one.drawn)} for one in drawn.units]
    told = {**drawn._asdict(), "units": units, "drawn": list(drawn.items)}
    return json.dumps(told, ensure_ascii=False, indent=2)


class _Said(NamedTuple):
    head: str
    unit: str
    colon: str
    seed: str
    unsealed: str
    again: str
    record: str


_ZH = _Said(
    "{0} 截至 {1} 已销号 {2} 项，按比例 {3} 抽取 {4} 项。",
    "  {0}（{1}）：已销号 {2} 项，抽取 {3} 项",
    "：",
    "种子：提交 {0}",
    "注意：这个提交不在封存之列，抽签的人可以挑选对自己有利的提交。不写 --seed 则用最近封存的提交。",
    "复核：每项的签是「{0} 事项编号」的 SHA-256，各单位取最小的几项；在这个提交上再运行一次，结果相同。",
    "登记督查时写入：",
)
_EN = _Said(
    "{0}: {2} items closed as of {1}; share {3}, drawn: {4}.",
    "  {0} ({1}): {2} closed, {3} drawn",
    ": ",
    "seed: commit {0}",
    "Beware: this commit is not sealed, so whoever draws may have chosen it; without --seed the last sealed is taken.",
    "To repeat it: an item's lot is the SHA-256 of `{0} ITEM`, and each unit's smallest are drawn.",
    "Record with the visit:",
)
