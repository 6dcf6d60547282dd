"""`inspection codeowners`: who must agree to a change of which file, as the forge reads it."""

from pathlib import Path

import click

from inspection.cli.options import command_options
from inspection.cli.session import Options, open_session, say
from inspection.errors import CannotRunError
from inspection.office.owners import as_expressions, as_patterns, owned

FILES = {"github": ".github/CODEOWNERS", "gitea": ".gitea/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS"}


@click.command("codeowners")
@click.option(
    "--forge", type=click.Choice(list(FILES)), default="github", help="哪种平台（Forgejo 同 gitea）/ for which forge"
)
@click.option("--check", "only_check", is_flag=True, help="只核对文件是不是最新的 / only say whether it is up to date")
@command_options
def codeowners_command(options: Options, forge: str, only_check: bool) -> int:
    """按单位和 signers.yaml 的账号写 CODEOWNERS。Write CODEOWNERS from the units and the accounts of signers.yaml."""
    session = open_session(options)
    rows = list(owned(session.ledger, session.today))
    if not rows[0].accounts:
        raise CannotRunError(
            "signers.yaml 里巡察办（office）没有账号，写不出 CODEOWNERS；"
            "加一条 {role: office, from: 启用日期, account: 账号}",
            "the office has no account in signers.yaml; add an entry {role: office, from: DAY, account: ACCOUNT}",
        )
    text = as_expressions(rows) if forge == "gitea" else as_patterns(rows)
    place = session.root.parent / FILES[forge]
    held = place.read_text(encoding="utf-8") if place.is_file() else ""
    english = options.language == "en"
    if only_check:
        if held == text:
            say(f"{FILES[forge]} is up to date" if english else f"{FILES[forge]} 是最新的")
            return 0
        run = "inspection codeowners" + ("" if forge == "github" else f" --forge {forge}")
        say(f"{FILES[forge]} is out of date; run `{run}`" if english else f"{FILES[forge]} 不是最新的，请运行 {run}")
        return 1
    _write(place, text)
    say(f"{FILES[forge]} written" if english else f"已写入 {FILES[forge]}")
    return 0


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.fresh")
    beside.write_text(text, encoding="utf-8", newline="")
    beside.replace(place)
