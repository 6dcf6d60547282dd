"""Run `inspection site` without installing the project: `python scripts/build_site.py`."""

import sys

from inspection.cli import main

sys.exit(main(["site", *sys.argv[1:]]))
