"""Run `inspection check` without installing the project: `python scripts/check.py`."""

import sys

from inspection.cli import main

sys.exit(main(["check", *sys.argv[1:]]))
