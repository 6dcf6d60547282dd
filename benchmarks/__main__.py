"""`python -m benchmarks [SUBJECT...]`: measure, keep the results, and write docs/performance.md."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import HOME, FailedError
from benchmarks.page import page
from benchmarks.plan import Plan
from benchmarks.results import keep, kept
from benchmarks.subjects import SUBJECTS

PROBLEMS = (1_000, 10_000, 50_000)
ROUNDS = 5


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; 2 when something could not be measured."""
    options = _parser().parse_args(words)
    plan = Plan(options.problems, options.rounds, not options.no_peers, options.cache, _tell)
    results = options.cache / "results"
    try:
        for name in options.subjects or SUBJECTS:
            keep(results, name, SUBJECTS[name].measure(plan))
        known = {name: result for name in SUBJECTS if (result := kept(results, name)) is not None}
        options.page.write_text(page(known), encoding="utf-8", newline="\n")
    except (FailedError, OSError) as error:
        _tell(str(error))
        return 2
    _tell(f"wrote {options.page}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure, and write the page of figures.")
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", type=_subject, help=", ".join(SUBJECTS))
    parser.add_argument("--problems", type=_sizes, default=PROBLEMS, help="sizes of the ledgers, such as 1000,10000")
    parser.add_argument("--rounds", type=_count, default=ROUNDS, help="how often each task is run")
    parser.add_argument("--no-peers", action="store_true", help="measure no other programs")
    parser.add_argument("--cache", type=Path, default=HOME / ".cache" / "benchmarks", help="where ledgers are kept")
    parser.add_argument("--page", type=Path, default=HOME / "docs" / "performance.md", help="the page to write")
    return parser


def _subject(text: str) -> str:
    if text not in SUBJECTS:
        raise argparse.ArgumentTypeError(f"no subject {text}: choose from {', '.join(SUBJECTS)}")
    return text


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_count(part) for part in text.split(","))


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("1 is the least")
    return number


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
