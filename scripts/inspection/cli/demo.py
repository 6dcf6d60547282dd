"""`inspection demo`: a demonstration ledger of any size."""

import shutil
from pathlib import Path

import click

from inspection import demo
from inspection.cli.options import command_options
from inspection.cli.progress import Count, tell
from inspection.cli.session import Options, say
from inspection.errors import CannotRunError

NOT_COMMITTED = "/.cache/\n/build/\n/private/\n"
"""What commands make beside the ledger; told to this clone alone, so that the history stays the ledger's own."""


@click.command("demo")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--units", type=click.IntRange(30), default=demo.UNITS, show_default=True, help="单位数 / units")
@click.option("--problems", type=click.IntRange(1), default=demo.PROBLEMS, show_default=True, help="问题数 / problems")
@click.option("--history", is_flag=True, help="连同三年的签名提交 / with its three years of signed commits")
@command_options
def demo_command(options: Options, folder: Path, units: int, problems: int, history: bool) -> int:
    """在 DIR/ledger 生成虚构的云渚区台账。Make the ledger of the fictional district in DIR/ledger.

    --history 把 DIR 建成 Git 仓库。With --history DIR becomes a Git repository.
    """
    made = [folder / "ledger", *([folder / ".git"] if history else [])]
    for target in made:
        if target.exists():
            raise CannotRunError(
                f"{target} 已经存在，没有改动；请换一个空目录",
                f"{target} exists already and was left alone; name an empty folder",
            )
    tell("正在生成台账……", "making the ledger ...", options.language)
    fresh = folder / ".demo-fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    said = _history(fresh, units, problems, options) if history else _ledger(fresh, units, problems, options)
    for target in made:
        (fresh / target.name).rename(target)
    fresh.rmdir()
    say(f"{said}{folder if history else made[0]}")
    return 0


def _ledger(fresh: Path, units: int, problems: int, options: Options) -> str:
    count = demo.write(fresh, units, problems)
    return f"{count} records: " if options.language == "en" else f"已生成 {count} 份记录："


def _history(fresh: Path, units: int, problems: int, options: Options) -> str:
    try:
        from inspection.demo.history import replay
    except ImportError:
        raise CannotRunError(
            "缺少签名用的 cryptography：先运行 make setup", "cryptography, which signs, is missing: run make setup"
        ) from None
    count = Count("已写入 {} / {} 次登记", "{} of {} acts written", options.language)
    try:
        made = replay(fresh, units, problems, progress=count)
    except FileNotFoundError:
        raise CannotRunError("找不到 git 命令：先安装 Git", "the command git was not found: install Git") from None
    exclude = fresh / ".git" / "info" / "exclude"
    exclude.parent.mkdir(exist_ok=True)
    exclude.write_text(NOT_COMMITTED, encoding="utf-8")
    if options.language == "en":
        return f"{made.commits} signed commits, {made.merges} of them merges, {made.files} records: "
    return f"已生成 {made.commits} 次签名提交（其中合并 {made.merges} 次）、{made.files} 份记录："
