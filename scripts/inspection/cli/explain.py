"""`inspection explain`: a rule's page."""

import click

from inspection.cli.examples import example_of
from inspection.cli.options import command_options
from inspection.cli.session import Options, say
from inspection.errors import UsageError
from inspection.finding import Severity
from inspection.report.text import WEIGHT
from inspection.rules.framework import Rule
from inspection.rules.registry import BY_CODE, RULES


@click.command()
@click.argument("code", required=False)
@command_options
def explain(options: Options, code: str | None) -> int:
    """说明一条规则：错在哪里、为什么、怎么改。Explain a rule; without CODE, list them all."""
    if code is None:
        for one in RULES:
            page = one.en if options.language == "en" else one.zh
            say(f"{one.code}  {WEIGHT[options.language][one.severity]}  {page.what}")
        return 0
    known = BY_CODE.get(code.upper())
    if known is None:
        raise UsageError(
            f"没有规则 {code}；运行 inspection explain 列出全部规则",
            f"no rule {code}; `inspection explain` lists them all",
        )
    say(_page(known, options.language) + _example(known.code, options.language))
    return 0


def _page(rule: Rule, language: str) -> str:
    severity = WEIGHT[language][Severity(rule.severity)]
    if language == "en":
        timed = " (depends on the day alone)" if rule.timed else ""
        return (
            f"{rule.code} {rule.name} · {severity}{timed}\n\n{rule.en.what}\n\n"
            f"Why: {rule.en.why}\n\nInstead: {rule.en.instead}"
        )
    timed = "（随日期变化）" if rule.timed else ""
    return f"{rule.code} · {severity}{timed}\n\n{rule.zh.what}\n\n为什么：{rule.zh.why}\n\n怎么改：{rule.zh.instead}"


def _example(code: str, language: str) -> str:
    """Return the rule's failing case, as the check shows it; nothing where no ledger alone breaks the rule."""
    example = example_of(code)
    if example is None:
        return ""
    said = (wording.en if language == "en" else wording.zh for wording in example.said)
    title = "Example:" if language == "en" else "例子："
    return "\n".join(["\n", title, *(f"    {line}" for line in example.lines), *(f"  {line}" for line in said)])
