"""Run `inspection changes` without installing the project: `python scripts/changes.py main`."""

import sys

from inspection.cli import main

sys.exit(main(["changes", *sys.argv[1:]]))
