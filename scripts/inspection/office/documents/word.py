"""The door to Word: a template and plain values become a document, and whatever the ledger holds stays text."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from inspection.errors import CannotRunError
from inspection.templates import one_line

_SAME_DAY = (2024, 1, 1, 0, 0, 0)
_SYNTAX = {"{": "&#123;", "}": "&#125;", "%": "&#37;"}
_PLACEHOLDER = re.compile(r"\{[{%].*?[%}]\}")
_TAG = re.compile(r"<[^>]+>")
LONGEST_EXCERPT = 60


def render(name: str, template: bytes, values: Mapping[str, Any]) -> bytes:
    """Return a Word document: a template with its values in place. The same input gives the same bytes.

    Args:
        name: What to call the template in a message.
        template: The template's bytes.
        values: What it prints; see `inspection.office.documents.paper.Value`.

    Raises:
        CannotRunError: The template is no Word document, or a placeholder of it is broken or names nothing.
    """
    made = BytesIO()
    try:
        document = DocxTemplate(BytesIO(template))
        document.get_docx()
    except (zipfile.BadZipFile, SyntaxError, LookupError, ValueError) as error:
        raise CannotRunError(
            f"模板 {name} 不是完好的 Word 文档（.docx），无法套打；请用 Word 重新另存，或恢复原来的模板",
            f"the template {name} is no sound Word document (.docx); save it again in Word, or restore it",
        ) from error
    try:
        document.render(dict(values), jinja_env=_environment())
        document.save(made)
    except (TemplateError, SyntaxError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise _mend(name, template, error) from error
    return settled(made.getvalue())


def settled(package: bytes) -> bytes:
    """Return a Word document with its parts in one order and no time of the day in it."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            new.writestr(zipfile.ZipInfo(name, _SAME_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printed)


def _printed(value: object) -> object:
    """Return what a placeholder prints; texts on one line, and with nothing that a later pass could take for syntax."""
    if isinstance(value, StrictUndefined | Markup):
        return value
    if isinstance(value, str | int) and not isinstance(value, bool):
        text = str(escape(one_line(str(value))))
        return Markup("".join(_SYNTAX.get(char, char) for char in text))
    raise TypeError(f"{type(value).__name__} is no text")


def _mend(name: str, template: bytes, error: Exception) -> CannotRunError:
    """Say which placeholder of a template is wrong, and where it stands."""
    if isinstance(error, TemplateSyntaxError):
        near = _paragraph_at(error)
        return CannotRunError(
            f"模板 {name} 里「{near}」附近的占位符写坏了："
            "{{ }} 和 {% %} 要成对，if 和 for 要有对应的 endif、endfor；请在 Word 里改正",
            f"the template {name} has a broken placeholder near “{near}” ({error.message}): mend it in Word",
        )
    if isinstance(error, UndefinedError):
        wrong = (re.findall(r"'([^']*)'", error.message or "") or [""])[-1]
        shown = next((one for one in _placeholders(template) if re.search(rf"\b{re.escape(wrong)}\b", one)), wrong)
        return CannotRunError(
            f"模板 {name} 里的占位符「{shown}」没有对应的内容，不认识「{wrong}」；"
            "请在 Word 里改正，可用的名称见 docs/documents.md",
            f"the template {name} has a placeholder that names nothing: {shown} ({wrong}); see docs/documents.md",
        )
    return CannotRunError(
        f"模板 {name} 里有占位符不能套打：清单要用 for 逐条写，{{%p %}}、{{%tr %}} 要独占一段、一行；请在 Word 里改正",
        f"the template {name} has a placeholder that cannot be filled in ({error}): mend it in Word",
    )


def _paragraph_at(error: TemplateSyntaxError) -> str:
    paragraphs = (error.source or "").splitlines()
    here = paragraphs[error.lineno - 1] if 0 < error.lineno <= len(paragraphs) else ""
    return _TAG.sub("", here).strip()[:LONGEST_EXCERPT]


def _placeholders(template: bytes) -> list[str]:
    """Return the placeholders of a template's texts, as Word shows them."""
    found: list[str] = []
    with zipfile.ZipFile(BytesIO(template)) as package:
        for part in sorted(package.namelist()):
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", part):
                found += _PLACEHOLDER.findall(_TAG.sub("", package.read(part).decode("utf-8")))
    return found
