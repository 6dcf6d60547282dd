"""What was typed wrong, in Chinese; the library says it in English only."""

import re

import click


def usage_in_chinese(error: click.UsageError) -> str:
    """Return one sentence that says which option, argument or command is wrong, and the nearest right one."""
    match error:
        case click.NoSuchOption():
            near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有选项 {error.option_name}{near}"
        case click.NoSuchCommand():
            near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有命令 {error.command_name}{near}"
        case click.MissingParameter():
            return f"缺少 {_named(error)}"
        case click.BadParameter():
            return f"{_named(error)} 的值不对：{_allowed(error) or error.message}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 用法不对：{_in_chinese(error.message)}"
        case _:
            return f"命令写法不对：{_in_chinese(error.format_message())}"


_SENTENCES = (
    (re.compile(r"Got unexpected extra arguments? \((.+)\)"), r"多写了「\1」：前面少了选项，或带空格的内容没有加引号"),
    (re.compile(r"Option '.+' requires an argument\."), "后面要写内容"),
    (re.compile(r"Option '.+' requires (\d+) arguments\."), r"后面要写 \1 项内容"),
    (re.compile(r"Option '.+' does not take a value\."), "后面不写内容"),
)
"""What the library says in sentences of its own."""


def _in_chinese(message: str) -> str:
    for form, chinese in _SENTENCES:
        if found := form.fullmatch(message):
            return found.expand(chinese)
    return message


def _named(error: click.BadParameter) -> str:
    if error.param is None:
        return "参数"
    return error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name


def _allowed(error: click.BadParameter) -> str:
    match error.param.type if error.param is not None else None:
        case click.Choice(choices=choices):
            return f"只能是 {'、'.join(choices)}"
        case click.IntRange(min=least, max=most):
            lower = f"，不小于 {least}" if least is not None else ""
            upper = f"，不大于 {most}" if most is not None else ""
            return f"要写整数{lower}{upper}"
        case _:
            return ""
