"""`inspection comment`: the one comment of a pull request that says what it does."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from inspection.cli.forge import Forge, forge_in
from inspection.cli.gitlab import GitLab
from inspection.cli.language import language_of
from inspection.cli.marked import one_comment
from inspection.cli.session import say
from inspection.cli.system import reason
from inspection.errors import CannotRunError
from inspection.finding import Words

MOST = 65_000
KIND = "changes"

_TAG = re.compile(r"<(?!/?(?:details|summary)>)")
_BARE = re.compile(r"(?i)\b(www)\.")
"""What forges take for an address without being told."""
_WIDE = str.maketrans({"@": "＠"})


@click.command("comment")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["zh", "en"]), help="输出语言 / language of the output")
def comment_command(file: Path, language: str | None) -> int:
    """把 FILE 写成合并请求下唯一的一条评论，有就更新。Let FILE be the one comment below the pull request.

    是哪个合并请求，由平台的事件说明（GITHUB_EVENT_PATH，GitLab 为 CI_MERGE_REQUEST_IID），不由文件说明。
    """
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise CannotRunError(
            f"打不开 {file}（{reason(error).zh}）", f"cannot open {file}: {reason(error).en}"
        ) from None
    forge = forge_in(os.environ)
    number = pull_of(forge, os.environ)
    if number is None:
        said = Words("没有对应的合并请求，没有评论", "no open pull request belongs to this; nothing was written")
    elif one_comment(_below_pulls(forge), number, KIND, str(number), harmless(text)):
        said = Words(f"已写在合并请求 {number} 下面", f"written below pull request {number}")
    else:
        said = Words(f"合并请求 {number} 下面的评论没有变化", f"the comment of pull request {number} is as it was")
    say(said.in_language(language or language_of()))
    return 0


def harmless(text: str) -> str:
    """Return a text as `inspection changes` writes it, whoever wrote it: no address, no mark-up but folds, no call."""
    text = _TAG.sub("&lt;", text[:MOST]).replace("](", "]\\(").replace("://", ":\\//")
    return _BARE.sub(r"\1\\.", text).translate(_WIDE)


def pull_of(forge: Forge, environment: Mapping[str, str]) -> int | None:
    """Return the number of the pull request the event is of.

    Args:
        forge: Asked for the pull requests whose head a finished run was of.
        environment: Where the event is.

    Raises:
        CannotRunError: There is no event that can be read.
    """
    if environment.get("CI_MERGE_REQUEST_IID"):
        return int(environment["CI_MERGE_REQUEST_IID"])
    event = _event(environment)
    pull = event.get("pull_request") or {}
    if "number" in pull:
        return int(pull["number"])
    head = (event.get("workflow_run") or {}).get("head_sha")
    return next((one.number for one, _, sha in forge.pulls() if head and sha == head), None)


def _event(environment: Mapping[str, str]) -> dict[str, Any]:
    place = environment.get("GITHUB_EVENT_PATH", "")
    try:
        event = json.loads(Path(place).read_bytes())
    except (OSError, ValueError):
        event = None
    if not isinstance(event, dict):
        raise CannotRunError(
            "没有平台的事件（GITHUB_EVENT_PATH），不知道是哪个合并请求",
            "there is no event of a forge (GITHUB_EVENT_PATH); which pull request is not known",
        )
    return event


def _below_pulls(forge: Forge) -> Forge:
    return forge.merge_requests() if isinstance(forge, GitLab) else forge
