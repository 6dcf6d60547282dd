"""`inspection publishable`: the last look before a folder is put where anybody reads it."""

import os
from pathlib import Path

import click

from inspection.cli.border import refuse_office_output
from inspection.cli.options import command_options
from inspection.cli.session import Options, open_session, say
from inspection.cli.visibility import refuse_public_ledger
from inspection.errors import CannotRunError

NEEDED = ("index.html", "data/v1/seal.json", "data/v1/datapackage.json")


@click.command("publishable")
@click.argument("folder", type=click.Path(path_type=Path))
@command_options
def publishable_command(options: Options, folder: Path) -> int:
    """发布前最后核对：没有内部内容，网站、封存和数据齐全，仓库不是公开的真台账。The last look before publishing."""
    session = open_session(options)
    refuse_public_ledger(session.ledger, os.environ)
    refuse_office_output(folder)
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise CannotRunError(
            f"{folder} 里缺少 {'、'.join(missing)}，没有发布；请在有提交的仓库里重新运行 inspection site",
            f"{folder} lacks {', '.join(missing)}; run `inspection site` again in a repository with commits",
        )
    say("可以发布" if options.language == "zh" else "may be published")
    return 0
