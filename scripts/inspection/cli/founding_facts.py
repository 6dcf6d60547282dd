"""What an office says of itself when its ledger begins: by options, or asked on a terminal."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

import click

from inspection.cli.options import DAY
from inspection.cli.session import Options, today_in
from inspection.errors import UsageError
from inspection.model.ledger import Ledger
from inspection.office.founding.beginning import Facts
from inspection.templates import one_line
from inspection.workdays import add_months

_MONTHS_OF_A_TERM = 60


class _Question(NamedTuple):
    """One thing to know: its option, how it is asked, what is taken when nothing is said."""

    option: str
    zh: str
    en: str
    kind: click.ParamType[Any] = click.STRING
    default: Callable[[Mapping[str, Any]], Any] | None = None


def facts_of(said: Mapping[str, Any], options: Options) -> Facts:
    """Return the facts; what is missing is asked for on a terminal.

    Raises:
        UsageError: Something that must be known is missing and nobody can be asked, or the days are in no order.
    """
    today = options.today or today_in(Ledger())
    asked = dict(said)
    _refuse_gaps([one for one in _questions(today) if asked[one.option] is None and one.default is None])
    for question in _questions(today):
        if asked[question.option] is None:
            asked[question.option] = _answer(question, asked, options.language)
    facts = _facts(asked)
    if not facts.began < facts.ends:
        raise UsageError(f"本届届满（{facts.ends}）要晚于开始（{facts.began}）", "the term ends before it began")
    return facts


def _questions(today: date) -> tuple[_Question, ...]:
    return (
        _Question("name", "区县名称（如 云渚区）", "District, in Chinese"),
        _Question("office", "巡察机构全称", "Inspection office", default=_office),
        _Question("term", "区委届次（如 13）", "Number of the term", click.IntRange(1)),
        _Question("began", "本届开始的日期（如 2021-09-28）", "First day of the term", DAY),
        _Question("ends", "本届届满的日期", "Last day of the term", DAY, _end),
        _Question("base_frozen", "巡察对象底数冻结的日期", "Day the base was fixed", DAY, partial(_frozen, today)),
        _Question(
            "url", "公开网站的网址（没有就直接回车）", "Address of the public site (may stay empty)", default=_nothing
        ),
        _Question("telephone", "受理反映的办公电话（可空）", "Office telephone (may stay empty)", default=_nothing),
        _Question("post", "来信地址（可空）", "Address for letters (may stay empty)", default=_nothing),
        _Question("email", "办公邮箱（可空）", "E-mail (may stay empty)", default=_nothing),
    )


def _refuse_gaps(gaps: Sequence[_Question]) -> None:
    """Stop where something must be said and nobody can be asked, naming all of it."""
    if gaps and not sys.stdin.isatty():
        options = [f"--{one.option.replace('_', '-')}" for one in gaps]
        asked = "；".join(f"{option} {one.zh}" for option, one in zip(options, gaps, strict=True))
        raise UsageError(f"还缺：{asked}", f"still missing: {', '.join(options)}")


def _answer(question: _Question, asked: Mapping[str, Any], language: str) -> Any:
    default = question.default(asked) if question.default is not None else None
    if sys.stdin.isatty():
        words = question.en if language == "en" else question.zh
        return click.prompt(words, type=question.kind, default=default, show_default=default not in (None, ""))
    return default


def _facts(asked: Mapping[str, Any]) -> Facts:
    contact = {name: one_line(asked[name]) for name in ("telephone", "post", "email") if asked[name]}
    site = one_line(asked["url"])
    return Facts(
        name=one_line(asked["name"]),
        office=one_line(asked["office"]),
        term=asked["term"],
        began=asked["began"],
        ends=asked["ends"],
        frozen=asked["base_frozen"],
        site=f"{site.rstrip('/')}/" if site else "",
        contact=contact,
        name_en=one_line(asked["name_en"]),
        office_en=one_line(asked["office_en"]),
    )


def _office(asked: Mapping[str, Any]) -> str:
    return f"{asked['name']}委巡察工作领导小组办公室"


def _end(asked: Mapping[str, Any]) -> date:
    return add_months(asked["began"], _MONTHS_OF_A_TERM) - timedelta(days=1)


def _frozen(today: date, asked: Mapping[str, Any]) -> date:
    began: date = asked["began"]
    ends: date = asked["ends"]
    return min(max(today, began), ends)


def _nothing(_asked: Mapping[str, Any]) -> str:
    return ""
