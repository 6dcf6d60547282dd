"""`inspection init`: a new district's repository, whole and valid, or nothing at all."""

import shutil
from datetime import date
from pathlib import Path

import click

from inspection.cli.founding import commit, furnish, settle
from inspection.cli.founding_facts import facts_of
from inspection.cli.options import DAY, command_options
from inspection.cli.progress import tell
from inspection.cli.register_file import NotTakenError, no_units, units_in
from inspection.cli.session import PROGRAM, Options, say, today_in
from inspection.errors import CannotRunError
from inspection.model.ledger import Ledger
from inspection.office.founding.beginning import BASIS, Facts
from inspection.office.founding.register import Register


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="区县名称，如 云渚区 / the district, in Chinese")
@click.option("--name-en", default="", help="区县英文名称 / the district, in English")
@click.option("--office", help="巡察机构全称 / full name of the inspection office")
@click.option("--office-en", default="", help="巡察机构英文名称 / the office, in English")
@click.option("--term", type=click.IntRange(1), help="区委届次，如 13 / number of the committee's term")
@click.option("--began", type=DAY, help="本届开始的日期 / first day of the term")
@click.option("--ends", type=DAY, help="本届届满的日期；默认五年 / last day of the term; five years")
@click.option("--base-frozen", type=DAY, help="巡察对象底数冻结的日期；默认今天 / day the base of coverage was fixed")
@click.option("--url", help="公开网站的网址；没有就不写 / address of the public site, if there is one")
@click.option("--telephone", help="受理反映的办公电话 / office telephone for the public")
@click.option("--post", help="来信地址 / address for letters")
@click.option("--email", help="办公邮箱 / e-mail of the office")
@click.option(
    "--units",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="单位清单（xlsx 或 csv），表头写 单位名称、单位类别、上级单位…… / the district's units, a workbook or CSV",
)
@command_options
def init_command(options: Options, folder: Path, units: Path | None, **said: str | int | date | None) -> int:
    """给一个区县建一套新的台账仓库。Make the repository of a new district.

    里面有程序、网站、工作流、提交前检查、编辑器设置、本办说明和一本空的台账，已经提交一次。在终端上，没有写的会逐项询问。
    It holds the program, site, workflows, hook, editor settings, a README for the office and an empty, valid ledger,
    committed once. On a terminal it asks for what is missing.
    """
    target = folder.resolve()
    _refuse_taken(target, folder)
    facts = facts_of(said, options)
    try:
        register = units_in(units, facts) if units is not None else no_units()
        _found(target, facts, register, options)
    except NotTakenError as error:
        for line in error.lines(options.language):
            say(line)
        return 1
    _next_steps(folder, facts, register, options.language)
    return 0


def _refuse_taken(target: Path, named: Path) -> None:
    if target.is_relative_to(PROGRAM):
        raise CannotRunError(
            f"{named} 在程序自己的目录里；请换一个外面的目录", f"{named} lies in the program's own folder; name another"
        )
    if target.exists() and not target.is_dir():
        raise CannotRunError(f"{named} 是一个文件；请写一个新目录", f"{named} is a file; name a new folder")
    if target.is_dir() and any(target.iterdir()):
        raise CannotRunError(
            f"{named} 不是空目录，没有改动；请换一个新目录",
            f"{named} is not empty and was left alone; name a new folder",
        )


def _found(target: Path, facts: Facts, register: Register, options: Options) -> None:
    """Make the repository beside its place and put it there as a whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        tell("正在建立……", "making the repository ...", options.language)
        furnish(fresh, facts, register, options.today or today_in(Ledger()))
        settle(fresh, register, options)
        commit(fresh, facts)
        fresh.replace(target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _next_steps(folder: Path, facts: Facts, register: Register, language: str) -> None:
    policy, basis = f"ledger/policy/{facts.began}.yaml", f"ledger/papers/{BASIS}.yaml"
    unread = "、".join(register.unread)
    if language == "en":
        say(f"{folder} is ready: {len(register.units)} units from the list, one commit.")
        say(f"Columns not read: {unread}" if unread else "Next:")
        say(f"1. cd {folder} && make setup     (the first time it needs the network)")
        say(f"2. go through {policy} figure by figure, and write your own paper into {basis}")
        say("3. git remote add origin ADDRESS && git push -u origin main, then invite the office's people")
        return
    say(f"已建好 {folder}：读入单位 {len(register.units)} 个，已提交一次。")
    if unread:
        say(f"没有读入的列：{unread}")
    say("接下来三步：")
    say(f"1. cd {folder} && make setup （装好程序并启用提交前检查；第一次要连软件源）")
    say(f"2. 逐项核对 {policy} 里的期限和人数，把 {basis} 换成本区的文件")
    say("3. git remote add origin 地址 && git push -u origin main （推到本单位的内网仓库，再请同事加入）")
