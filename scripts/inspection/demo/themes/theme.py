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
        found: Pairs of statement and public title, several wordings of the same thing.
        tasks: What is to be done, in the order of the plan.
        results: Public results.
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
    found: tuple[tuple[str, str], ...]
    tasks: tuple[Task, ...]
    results: tuple[str, ...]
    rule: str
    basis: str
    code: str
    owner: str
    sources: tuple[str, ...] = ("documents", "talk", "field")
    money: tuple[int, int] | None = None
    person: str | None = None


def filled(words: str, values: Mapping[str, str]) -> str:
    """Return the words with every slot filled in.

    Raises:
        KeyError: A slot without a value.
    """
    return words.format_map(values)
