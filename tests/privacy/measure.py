"""How well the privacy detectors do on the corpus: `python -m tests.privacy.measure [--wrong]` prints the table.

The corpus is a file per kind of text; a line holds the codes that must be found (`-` for none), a tab, the text. Every
text is held against every detector, except that posts (PRV08) are looked for only in public texts about villages, so
only in `posts.tsv`. `likeness.tsv` (PRV05) holds pairs: expected, statement, public text.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from inspection.rules.privacy.addresses import home_addresses
from inspection.rules.privacy.folding import Match, folded
from inspection.rules.privacy.likeness import nearly_equal
from inspection.rules.privacy.marks import classification_marks
from inspection.rules.privacy.names import personal_names
from inspection.rules.privacy.numbers import card_numbers, identity_numbers
from inspection.rules.privacy.posts import single_posts
from inspection.rules.privacy.telephones import landlines, mobile_numbers

CORPUS = Path(__file__).parent / "corpus"
DETECTORS: dict[str, Callable[[str], Iterator[Match]]] = {
    "PRV01": identity_numbers,
    "PRV02": mobile_numbers,
    "PRV02L": landlines,
    "PRV03": card_numbers,
    "PRV04": classification_marks,
    "PRV06": personal_names,
    "PRV07": home_addresses,
    "PRV08": single_posts,
}


class Text(NamedTuple):
    """A text of the corpus, and what must be found in it."""

    file: str
    expected: frozenset[str]
    said: str


class Score(NamedTuple):
    """How often a detector was right; `found` and `missed` count the texts that hold the thing."""

    found: int
    missed: int
    false: int
    quiet: int

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)


def texts() -> list[Text]:
    """Return the corpus of single texts."""
    rows = []
    for path in sorted(CORPUS.glob("*.tsv")):
        if path.stem != "likeness":
            for line in path.read_text(encoding="utf-8").splitlines():
                if not line.startswith("#"):
                    codes, said = line.split("\t")
                    rows.append(Text(path.stem, frozenset(codes.split(",")) - {"-"}, said))
    return rows


def pairs() -> list[tuple[bool, str, str]]:
    """Return the corpus of pairs: whether they are nearly equal, the statement, the public text."""
    lines = (CORPUS / "likeness.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(alike == "PRV05", statement, public) for alike, statement, public in rows]


def judged(code: str) -> Iterator[tuple[bool, bool, str]]:
    """Yield for each text of a rule: whether something must be found, whether something is, and the text."""
    if code == "PRV05":
        yield from (
            (alike, nearly_equal(public, statement), f"{statement} / {public}") for alike, statement, public in pairs()
        )
        return
    for text in texts():
        if code != "PRV08" or text.file == "posts":
            yield code in text.expected, any(DETECTORS[code](folded(text.said))), text.said


def score(code: str) -> Score:
    """Return how a detector does on the corpus."""
    verdicts = [(must, does) for must, does, _ in judged(code)]
    return Score(*(verdicts.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))))


CODES = sorted([*DETECTORS, "PRV05"])


def table() -> list[str]:
    """Return the lines of the table in docs/privacy.md."""
    names = {"PRV02": "PRV02 手机 mobile", "PRV02L": "PRV02 固话 landline"}
    lines = [
        "| 规则 Rule | 应报 positive | 报出 found | 漏报 missed | 误报 false | 不应报 negative "
        "| 准确率 precision | 召回率 recall |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for code in CODES:
        one = score(code)
        counts = f"{one.found + one.missed} | {one.found} | {one.missed} | {one.false} | {one.false + one.quiet}"
        lines.append(f"| {names.get(code, code)} | {counts} | {one.precision:.1%} | {one.recall:.1%} |")
    return lines


def wrong() -> Iterator[str]:
    """Yield the texts on which a detector is wrong."""
    for code in CODES:
        for must, does, said in judged(code):
            if must != does:
                yield f"{code} {'missed' if must else 'false'}: {said}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(wrong() if "--wrong" in sys.argv else table()) + "\n")
