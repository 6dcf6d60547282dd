"""`inspection demo`: a demonstration ledger of any size."""

import shutil
from pathlib import Path

import click

from inspection import demo
from inspection.cli.options import command_options
from inspection.cli.progress import tell
from inspection.cli.session import Options, say
from inspection.errors import CannotRunError


@click.command("demo")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--units", type=click.IntRange(30), default=demo.UNITS, show_default=True, help="单位数 / units")
@click.option("--problems", type=click.IntRange(1), default=demo.PROBLEMS, show_default=True, help="问题数 / problems")
@command_options
def demo_command(options: Options, folder: Path, units: int, problems: int) -> int:
    """在 DIR/ledger 生成虚构的云渚区台账。Make the ledger of the fictional district in DIR/ledger."""
    target = folder / "ledger"
    if target.exists():
        raise CannotRunError(
            f"{target} 已经存在，没有改动；请换一个空目录",
            f"{target} exists already and was left alone; name an empty folder",
        )
    tell("正在生成台账……", "making the ledger ...", options.language)
    fresh = folder / ".demo-fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    count = demo.write(fresh, units, problems)
    (fresh / "ledger").rename(target)
    fresh.rmdir()
    say(f"已生成 {count} 份记录：{target}" if options.language == "zh" else f"{count} records: {target}")
    return 0
