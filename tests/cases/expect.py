"""Write what failing cases print: `python -m tests.cases.expect CODE ...`; read the difference before committing."""

import sys
import tempfile
from pathlib import Path

from tests.cases.cases import cases, check_case


def main(codes: list[str]) -> None:
    for case in cases():
        if case.fails and case.code in codes:
            with tempfile.TemporaryDirectory() as target:
                printed = check_case(case, Path(target)).printed(case.code)
            (case.folder / "expected.txt").write_text(printed, encoding="utf-8")
            sys.stdout.write(f"{case}\n{printed}")


if __name__ == "__main__":
    main(sys.argv[1:])
