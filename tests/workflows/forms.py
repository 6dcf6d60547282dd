"""Forms as a person fills them in, and as a forge hands them on."""

from pathlib import Path

from inspection.office.forms.drawn import PROMISED, issue_forms
from inspection.read.parsing import parse
from inspection.read.schema import Schemas

PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS = Schemas.in_folder(PROJECT / "schemas")
SIGNERS = """\
keys:
  - {role: unit, unit: qinglan-community, from: 2024-01-01, account: yz-qinglan}
  - {role: unit, unit: wutong-village, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample02", from: 2024-01-01, account: yz-wutong}
  - {role: unit, unit: lanpu, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample03", from: 2024-01-01, until: 2024-11-30, account: yz-old}
  - {role: unit, unit: lanpu, key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample04", from: 2024-12-01, account: yz-lanpu}
"""  # noqa: E501 - one key, one line


def form(name: str) -> dict:
    """The issue form of a name, as the forge reads it."""
    text = dict(issue_forms(SCHEMAS))[f".github/ISSUE_TEMPLATE/{name}.yml"]
    data = parse(text.encode()).data
    assert data is not None
    return data


def filled(name: str, **given: str) -> str:
    """The text of the issue a forge makes of a form; an answer's name is its id, `_` for `-`."""
    lines = []
    for part in form(name)["body"]:
        attributes = part["attributes"]
        if part["type"] == "markdown":
            continue
        if part["type"] == "checkboxes":
            answer = given.get("promise", f"- [X] {PROMISED}")
        elif part["type"] == "dropdown" and "default" in attributes:
            answer = attributes["options"][attributes["default"]]
        else:
            answer = given.get(part["id"].replace("-", "_"), "") or "_No response_"
        lines += [f"### {attributes['label']}", "", answer, ""]
    return "\r\n".join(lines)
