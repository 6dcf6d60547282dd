"""A file line by line: what its comments hold, and what a file holds that is no record yet.

PRV05 and PRV08 are about fields and are not found this way.
"""

from collections.abc import Iterator

from inspection.finding import Finding, Mark, Severity, Words
from inspection.rules.privacy import RULES
from inspection.rules.privacy.detect import BY_NAME, detected

_UNSURE = frozenset({"PRV02L", "PRV06", "PRV07"})
"""What only warns where nobody knows who reads the line."""
_OF_A_CONTACT = frozenset({"PRV02L", "PRV07"})
"""What belongs in the office's own contact, and nobody knows which line is the contact's."""
_INSTEAD = {rule.code: Words(rule.zh.instead, rule.en.instead) for rule in RULES}


def in_lines(path: str, data: bytes, known: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Yield what the detectors find in the lines of a file; nothing of it is repeated.

    Args:
        path: Relative to the ledger folder.
        data: The file's bytes, whatever they are.
        known: Codes that were found in the file's fields already.
    """
    beside = _OF_A_CONTACT if path == "district.yaml" else frozenset()
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        for name in sorted({name for name, _ in detected(line)} - beside):
            code, what = name[:5], BY_NAME[name].what
            if code not in known:
                yield Finding(
                    code=code,
                    severity=Severity.WARNING if name in _UNSURE else Severity.ERROR,
                    path=path,
                    message=Words(f"这一行里有{what.zh}（内容不予显示）", f"the line holds {what.en} (not shown)"),
                    help=_INSTEAD[code],
                    mark=Mark(number, 1),
                )
