"""Logs to build others from, as plain data."""

from tests.derive.making import Plain, entry

START = [entry("06-20", "start")]
ACHIEVED = [*START, entry("07-20", "achieve", note="主体完成", next="2024-08-10", done=["M1"])]
SUBMIT = entry("08-16", "submit", vouched="书记", evidence=["E1"], done=["M1"])
SUBMITTED = [*START, SUBMIT]
AGREED = [*SUBMITTED, entry("08-19", "agree", "discipline", how="on_site")]
CLOSED = [*AGREED, entry("08-20", "close", "office", how="documents")]
SUSTAIN = entry(
    "08-01", "sustain", "office", reason="historic", check="2025-08-01", evidence=["E1"], agreed=["discipline"]
)
LONG = [*START, SUSTAIN]
M9 = {"id": "M9", "text": "再次公示"}
REOPEN = entry("10-01", "reopen", "office", visit="V2024-003", due="2024-12-01", add=[M9])
ASK = entry("08-10", "ask", until="2024-09-20", reason="funding")
ASKED = [*START, ASK]


def without(fields: Plain, *names: str) -> Plain:
    """Return an entry without some of its fields."""
    return {name: value for name, value in fields.items() if name not in names}
