"""Run `inspection site` without installing the project: `python scripts/build_site.py`."""

from inspection.cli import run

run("site")
