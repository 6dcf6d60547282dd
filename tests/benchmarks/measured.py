"""Results as a run might have measured them."""

from datetime import date

from benchmarks.results import Corpus, Machine, Result, Row

MACHINE = Machine(cores=2, python="3.11.7", memory=23.5, system="Linux x86_64")


def row(size, task, *seconds, memory=None):
    return Row(size, task, seconds, memory)


def result(*rows, versions=None):
    sizes = sorted({each.size for each in rows})
    corpora = tuple(Corpus(size, size + 658, size * 2_000) for size in sizes)
    return Result(date(2026, 11, 22), MACHINE, corpora, rows, versions or {})


WHOLE = result(
    row(10_000, "floor", 0.2, 0.1, 0.3, 0.2, 0.4),
    row(10_000, "cold", 3.0, 3.2, 2.9, 3.1, 9.0, memory=250.0),
    row(10_000, "warm", 1.0, 1.0, 1.0, 1.0, 1.0, memory=150.0),
    row(10_000, "changed", 1.5, 1.4, 1.6, 1.5, 1.5, memory=300.4),
    row(10_000, "check-jsonschema", 120.0, 130.0, 124.0),
    row(50_000, "floor", 1.0, 1.0, 1.0, 1.0, 1.0),
    row(50_000, "cold", 15.5, 15.5, 15.5, 15.5, 15.5, memory=1500.0),
    row(50_000, "warm", 5.0, 5.0, 5.0, 5.0, 5.0, memory=600.0),
    row(50_000, "changed", 7.5, 7.5, 7.5, 7.5, 7.5, memory=900.0),
    versions={"yamllint": "1.38.0", "check-jsonschema": "0.39.0"},
)
