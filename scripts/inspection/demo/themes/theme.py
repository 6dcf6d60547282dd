"""The shape of a theme, and how its wordings are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One rectification task of a theme, from the words of the plan to the papers that prove it.

    Attributes:
        text: The task as the plan words it.
        public: The task as the notice words it.
        goal: What is reached when it is done.
        measures: Pairs of measure type and words.
        proofs: Pairs of evidence kind and title.
    """

    text: str
    public: str
    goal: str
    measures: tuple[tuple[str, str], ...]
    proofs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a theme shows: what is found, what is done about it, what the notice says of both.

    Attributes:
        found: The statement.
        title: The public title.
        result: The public result, once it is done.
        task: What is done about just this.
        quick: Whether it is small enough to be put right while the group is there.
    """

    found: str
    title: str
    result: str
    task: Task
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """What a problem may be about.

    Wordings hold slots: those of `slots`, and `{org}` (社区, 村, 镇 ...), `{people}` (居民, 村民 ...), `{board}` (the
    leading body), `{year}`, `{month}` and, where money is involved, `{wan}`.

    Attributes:
        key: A short name, unique.
        name: The theme in Chinese.
        category: A code of the policy's framework.
        fits: Letters of the units it may be found in: a agricultural community, u urban community, v village,
            t township or subdistrict, d department, s school, e state enterprise, k stock cooperative, h hospital.
        slots: Least and greatest whole number of each slot.
        wordings: The ways in which it shows.
        more: A task that suits all of them.
        rule: The title of the rule that the unit makes or revises.
        basis: The provision that was broken.
        code: The item of the common checklist it is found with.
        owner: The competent department.
        sources: Where such problems come to light.
        money: Least and greatest yuan involved, or nothing.
        person: A wording that speaks of a person, always 张某.
    """

    key: str
    name: str
    category: str
    fits: str
    slots: Mapping[str, tuple[int, int]]
    wordings: tuple[Wording, ...]
    more: Task
    rule: str
    basis: str
    code: str
    owner: str
    sources: tuple[str, ...] = ("documents", "talk", "field")
    money: tuple[int, int] | None = None
    person: Wording | None = None


def task(text: str, public: str, goal: str, measures: str, proofs: str) -> Task:
    """Return a task; measures and proofs are written `kind words|kind words`."""
    return Task(text, public, goal, _pairs(measures), _pairs(proofs))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    split = (part.split(" ", 1) for part in text.split("|"))
    return tuple((kind, words) for kind, words in split)


def filled(words: str, values: Mapping[str, str]) -> str:
    """Return the words with every slot filled in.

    Raises:
        KeyError: A slot without a value.
    """
    return words.format_map(values)
