"""The options every command has, and days as people type them."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from inspection.cli.language import language_of
from inspection.cli.session import Options


class Day(click.ParamType[date]):
    """A day written `YYYY-MM-DD`."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with a sentence."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"「{value}」不是日期，请写成 2024-03-18 / not a day, write 2024-03-18", param, ctx)


DAY = Day()


def command_options(run: Callable[..., int]) -> Callable[..., int]:
    """Give a command `--ledger`, `--today` and `--language`, handed on together as `options`."""

    @click.option(
        "--ledger",
        type=click.Path(path_type=Path),
        help="台账目录（ledger/ 或它的上级）；默认从当前目录向上找 / the ledger folder, or the folder that holds it",
    )
    @click.option("--today", type=DAY, help="按哪一天判断；默认今天 / the day to judge by")
    @click.option("--language", type=click.Choice(["zh", "en"]), help="输出语言 / language of the output")
    @wraps(run)
    def taken(ledger: Path | None, today: date | None, language: str | None, **rest: Any) -> int:
        return run(options=Options(ledger, today, language or language_of()), **rest)

    return taken
