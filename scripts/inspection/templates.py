"""Templates: strict, and whatever is printed stays inert in Markdown and in HTML.

Everything a template prints goes through `inert`, unless it is a whole number or one of the few `Markup` values the
filters here make of checked text. There is no other way for a text of the ledger to reach a page.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

_PUNCTUATION = re.compile(
    r"(?P<harmless>(?<=[0-9A-Za-z])-(?=[0-9A-Za-z])|(?<=[0-9])\.(?=[0-9])|(?<=[0-9])%|,)|[!-/:-@\[-`{-~]"
)
_SPOKEN = re.compile(r"`([A-Za-z0-9_./<>* -]+)`")
_ADDRESS = re.compile(
    r"(?:\.\./)*[a-z0-9_-]+(?:/[a-z0-9_-]+)*\.(?P<form>md|html|csv|json|parquet|xml)(?:\?[a-z_]+=[a-z_]+|#[a-z0-9_-]+)?"
)
_REMEMBERED = 20_000
"""Texts whose harmless form is remembered: names of units, words for codes."""
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@lru_cache(_REMEMBERED)
def inert(text: str) -> Markup:
    """Return a text that shows as itself wherever it is put: in Markdown, in HTML, in an attribute, in a heading.

    Punctuation becomes numeric character references, which neither a Markdown parser nor an HTML parser reads as
    syntax; controls, direction marks and line breaks become blanks, and blanks are joined.
    """
    return _referred(one_line(text))


def one_line(text: str) -> str:
    """Return a text as it shows: controls, direction marks and line breaks become blanks, and blanks are joined."""
    return " ".join(_visible(text).split())


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(char) in _INVISIBLE else char for char in text)


def _referred(line: str) -> Markup:
    """Return a line with its punctuation as character references, where it could mean anything."""
    return Markup(_PUNCTUATION.sub(lambda one: one[0] if one["harmless"] else f"&#{ord(one[0])};", line))


def spoken(text: str) -> Markup:
    """Return our own prose made inert, with words between backticks set as code."""
    parts = [_referred(part) for part in _SPOKEN.split(one_line(text))]
    return Markup("").join(Markup("<code>%s</code>") % part if place % 2 else part for place, part in enumerate(parts))


@lru_cache(_REMEMBERED)
def in_chinese(text: str) -> Markup:
    """Return a Chinese text made inert, marked as Chinese for a page in another language."""
    return Markup('<span lang="zh-CN">%s</span>') % inert(text)


def translator(language: str) -> Callable[..., Markup]:
    """Return `tr(zh, en, **values)`: our own words in one language, values made inert in the places of their names.

    Whole numbers have their thousands set apart, as in all sentences.

    What it returns is printed as it stands, so both texts are written in the template itself, never values.
    """

    def tr(zh: str, en: str, **values: object) -> Markup:
        text = en if language == "en" else zh
        return Markup(
            text.format(**{name: _printed(counted(value)) for name, value in values.items()}) if values else text
        )

    return tr


def counted(value: object) -> object:
    """Return a whole number as sentences have it, thousands set apart; anything else as it is."""
    return Markup(f"{value:,}") if isinstance(value, int) and not isinstance(value, bool) else value


def address(target: str, form: str = "md") -> Markup:
    """Return the relative address of a page, harmless wherever it is put.

    Args:
        target: The address, with a place in the page or one choice of what it lists where it has them.
        form: `md` for a Markdown link, which the site generator follows; `html` for a page of the other edition; of a
            file that is no page, how its name ends.

    Raises:
        ValueError: It is no plain relative address of a page.
    """
    match = _ADDRESS.fullmatch(target)
    if match is None or match["form"] != form:
        raise ValueError(f"no address of a page: {target!r}")
    return Markup(target)


def _printed(value: object) -> object:
    if hasattr(value, "__html__"):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(str(value))
    if isinstance(value, str):
        return inert(value)
    return inert(str(value)) if isinstance(value, StrictUndefined) else _unprintable(value)


def _unprintable(value: object) -> object:
    raise TypeError(f"a page cannot print {type(value).__name__}")


class Templates:
    """A set of templates.

    Args:
        sources: The text of each template by its name.
        filters: Further filters by name; they may return `Markup` only for text they made themselves.
        language: Which of its two texts `tr` prints: `zh` or `en`.
    """

    def __init__(
        self, sources: Mapping[str, str], filters: Mapping[str, Callable[..., Any]], language: str = "zh"
    ) -> None:
        """Compile nothing yet."""
        self._environment = Environment(
            loader=DictLoader(dict(sources)),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters.update({"spoken": spoken, "address": address, **filters})
        self._environment.globals["tr"] = translator(language)

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return a template's text with its values in place.

        Raises:
            jinja2.TemplateError: The template is broken, missing, or names a value it was not given.
        """
        return self._environment.get_template(name).render(values)


_ELEMENTS = frozenset({"svg", "title", "desc", "defs", "pattern", "g", "path", "line", "rect", "text"})
_ATTRIBUTES = {
    **dict.fromkeys(("class", "id", "aria-labelledby"), re.compile(r"[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*")),
    **dict.fromkeys(("x", "y", "x2", "y2", "width", "height", "font-size"), re.compile(r"-?[0-9]+(?:\.[0-9]+)?")),
    "viewBox": re.compile(r"0 0 [0-9]+ [0-9]+"),
    "d": re.compile(r"[MLHVAZhvlaz0-9.,-]+"),
    "transform": re.compile(r"translate\(-?[0-9.]+,-?[0-9.]+\)"),
    "fill": re.compile(r"url\(#[a-z][a-z0-9-]*\)"),
    "role": re.compile("img"),
    "text-anchor": re.compile("middle|end"),
    "patternUnits": re.compile("userSpaceOnUse"),
    "lang": re.compile("zh-CN"),
}


def picture(drawing: Element) -> Markup:
    """Return a drawing as HTML: of the few elements and attributes a chart needs, its texts inert.

    It holds no style, no script and no address, so it follows the page's colours and its content policy.

    Raises:
        ValueError: An element or an attribute is none of those.
    """
    if drawing.tag not in _ELEMENTS:
        raise ValueError(f"no element of a chart: {drawing.tag!r}")
    for name, value in drawing.items():
        if name not in _ATTRIBUTES or _ATTRIBUTES[name].fullmatch(value) is None:
            raise ValueError(f"no attribute of a chart: {name}={value!r}")
    attributes = "".join(f' {name}="{value}"' for name, value in drawing.items())
    inside = Markup("").join([inert(drawing.text or ""), *map(picture, drawing)])
    return Markup(f"<{drawing.tag}{attributes}>{inside}</{drawing.tag}>")


def drawn_before(svg: str) -> Markup:
    """Return a drawing that `picture` returned in an earlier run."""
    return Markup(svg)
