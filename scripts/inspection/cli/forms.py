"""`inspection forms`: the forms of an intake repository, made from the schemas."""

from pathlib import Path

import click

from inspection.cli.building import write_files
from inspection.cli.language import language_of
from inspection.cli.session import SCHEMAS, say
from inspection.errors import CannotRunError
from inspection.office.forms.drawn import issue_forms, templates
from inspection.read.folder import FOLDER
from inspection.read.schema import Schemas


@click.command("forms")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--forge",
    type=click.Choice(["github", "gitea", "forgejo", "gitlab"]),
    default="github",
    help="哪种平台；Gitea、Forgejo 与 GitHub 相同 / for which forge",
)
@click.option("--language", type=click.Choice(["zh", "en"]), help="输出语言 / language of the output")
def forms_command(folder: Path, forge: str, language: str | None) -> int:
    """把各单位的报送表写进报送仓库 FOLDER。Write the units' forms into an intake repository.

    报送仓库除表格外什么也不放，更不放台账；表格由字段定义生成，字段变了重新运行一次。
    """
    if (folder / FOLDER).exists():
        raise CannotRunError(
            f"{folder} 里有台账，不能当报送仓库；各单位看得到报送仓库，请另建一个",
            f"{folder} holds a ledger; units see the intake repository, so take another one",
        )
    schemas = Schemas.in_folder(SCHEMAS)
    count = write_files(templates(schemas) if forge == "gitlab" else issue_forms(schemas), folder)
    english = (language or language_of()) == "en"
    say(f"{count} files written to {folder}" if english else f"已在 {folder} 写入 {count} 个文件")
    return 0
