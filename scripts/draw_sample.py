"""Run `inspection sample` without installing the project: `python scripts/draw_sample.py R13-05`."""

from inspection.cli import run

run("sample")
