"""Run `inspection record` without installing the project: `python scripts/record_fact.py R13-05-0137/1`."""

from inspection.cli import run

run("record")
