"""Run `inspection statistics` without installing the project: `python scripts/compute_statistics.py`."""

import sys

from inspection.cli import main

sys.exit(main(["statistics", *sys.argv[1:]]))
