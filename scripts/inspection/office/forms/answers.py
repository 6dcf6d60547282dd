"""What a submitted form says, as the forge gives it: its headings, and below each what was answered."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from inspection.finding import Words
from inspection.office.forms.drawn import PROMISED
from inspection.office.forms.questions import ABOUT, FORMS, NEW_EVIDENCE, PROMISE, RECORD, Form, questions
from inspection.read.schema import Schemas

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"### (.+?)\s*")
_EMPTY = frozenset({"_No response_", "_no response_", "None"})
MOST = 20_000
"""Characters of a form; nobody writes more of one fact."""


class Complaint(NamedTuple):
    """Why a form is not taken, and how it is mended."""

    said: Words
    mend: Words


class NotTakenError(Exception):
    """A form that is not taken, with all that can be said of it at once."""

    def __init__(self, *complaints: Complaint) -> None:
        """Keep the complaints."""
        super().__init__(complaints[0].said.zh)
        self.complaints = complaints


class Answers(NamedTuple):
    """A submitted form.

    Attributes:
        form: Which form it is.
        record: The id it is about.
        given: What was answered, by the label of the question; questions without an answer are left out.
    """

    form: Form
    record: str
    given: Mapping[str, str]


def answers(body: str, schemas: Schemas) -> Answers:
    """Read a submitted form.

    Args:
        body: The text of the issue.
        schemas: Whatever the forms were made from.

    Raises:
        NotTakenError: It is none of our forms, or what must be answered is not.
    """
    if len(body) > MOST:
        raise NotTakenError(_complaint("内容太长", "写得短一些，材料另送", "too long", "write less"))
    known = {one.name: one for one in FORMS}
    sections = _sections(body, _headings(schemas))
    form = known.get(sections.get(ABOUT, ""))
    if form is None:
        wrong = Words("这不是系统的报送单，看不出要办什么", "this is none of the forms")
        names = "、".join(known)
        raise NotTakenError(Complaint(wrong, Words(f"请关闭本单，点「新建」选一张表：{names}", "choose a form")))
    wanted = questions(form, schemas)
    missing = [one.label for one in wanted if one.required and one.label not in sections]
    record = sections.get(RECORD[form.kind], "")
    missing = [*([] if record else [RECORD[form.kind]]), *missing]
    promised = PROMISED in sections.get(PROMISE, "") and "[ ]" not in sections.get(PROMISE, "")
    complaints = [
        *(_complaint(f"「{label}」没有填", "补上再保存", f"{label} is missing", "add it") for label in missing),
        *([] if promised else [_complaint("没有勾选承诺", "核对以后勾上", "nothing was promised", "tick the box")]),
    ]
    if complaints:
        raise NotTakenError(*complaints)
    return Answers(form, record, sections)


def _headings(schemas: Schemas) -> set[str]:
    labels = {one.label for form in FORMS for one in questions(form, schemas)}
    return {ABOUT, NEW_EVIDENCE, PROMISE, *RECORD.values(), *labels}


def _sections(body: str, headings: set[str]) -> dict[str, str]:
    """Return the text below each heading we know; whatever else looks like a heading is part of an answer."""
    found: dict[str, list[str]] = {}
    here: list[str] = []
    for line in _COMMENT.sub("", body.replace("\r\n", "\n").replace("\r", "\n")).split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading is None or heading[1] not in headings:
            here.append(line)
            continue
        if heading[1] in found:
            said = f"「{heading[1]}」出现了两次"
            raise NotTakenError(_complaint(said, "只留一个", f"{heading[1]} stands there twice", "keep one"))
        here = found[heading[1]] = []
    texts = {heading: "\n".join(lines).strip() for heading, lines in found.items()}
    return {heading: text for heading, text in texts.items() if text and text not in _EMPTY}


def _complaint(zh: str, mend_zh: str, en: str, mend_en: str) -> Complaint:
    return Complaint(Words(zh, en), Words(mend_zh, mend_en))
