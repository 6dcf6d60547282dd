"""How well the privacy detectors do on the corpus: `python -m tests.privacy.measure [--wrong]` prints the table.

The corpus is a file per kind of text; a line holds the codes that must be found (`-` for none), a tab, the text. Every
text is held against every detector, except that posts (PRV08) are looked for only in public texts about villages, so
only in `posts.tsv`. `likeness.tsv` (PRV05) holds pairs: expected, statement, public text.
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from inspection.rules.privacy.detect import DETECTIONS, detected
from inspection.rules.privacy.likeness import nearly_equal

CORPUS = Path(__file__).parent / "corpus"


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


@cache
def found_in(said: str) -> frozenset[str]:
    """Return what the detectors find in a text that anybody may read."""
    return frozenset(name for name, _ in detected(said, public=True))


def judged(code: str, file: str = "") -> Iterator[tuple[bool, bool, str]]:
    """Yield for each text of a rule (of one file): whether something must be found, whether something is, the text."""
    if code == "PRV05":
        yield from (
            (alike, nearly_equal(public, statement), f"{statement} / {public}") for alike, statement, public in pairs()
        )
        return
    for text in texts():
        if text.file == file if file else code != "PRV08" or text.file == "posts":
            yield code in text.expected, code in found_in(text.said), text.said


def score(code: str, file: str = "") -> Score:
    """Return how a detector does on the corpus, or on one file of it."""
    verdicts = [(must, does) for must, does, _ in judged(code, file)]
    return Score(*(verdicts.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))))


CODES = sorted(["PRV05", *(one.name for one in DETECTIONS)])
NAMES = {"PRV02": "PRV02 手机 mobile", "PRV02L": "PRV02 固话 landline"}
HEAD = (
    "| 规则 Rule | 应报 positive | 报出 found | 漏报 missed | 误报 false | 不应报 negative "
    "| 准确率 precision | 召回率 recall |"
)


def table(scores: Iterator[tuple[str, Score]]) -> list[str]:
    """Return the lines of a table of docs/privacy.md."""
    lines = [HEAD, "|---|---:|---:|---:|---:|---:|---:|---:|"]
    for name, one in scores:
        counts = f"{one.found + one.missed} | {one.found} | {one.missed} | {one.false} | {one.false + one.quiet}"
        lines.append(f"| {name} | {counts} | {one.precision:.1%} | {one.recall:.1%} |")
    return lines


def tables() -> str:
    """Return what stands between the marks in docs/privacy.md: the whole corpus, then the texts never tuned on."""
    everything = table((NAMES.get(code, code), score(code)) for code in CODES)
    unseen = table(iter([("PRV06", score("PRV06", "held_out"))]))
    said = "调校时没有看过的文本（`held_out.tsv`） Texts never used to tune (`held_out.tsv`):"
    return "\n".join([*everything, "", said, "", *unseen]) + "\n"


def wrong() -> Iterator[str]:
    """Yield the texts on which a detector is wrong."""
    for code in CODES:
        for must, does, said in judged(code):
            if must != does:
                yield f"{code} {'missed' if must else 'false'}: {said}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in wrong()) if "--wrong" in sys.argv else tables())
