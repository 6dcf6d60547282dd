"""`python -m inspection`."""

from inspection.cli import run

run()
