"""Run `inspection evidence` without installing the project: `python scripts/compare_evidence.py ARCHIVE`."""

from inspection.cli import run

run("evidence")
