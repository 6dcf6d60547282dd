"""Where a command begins and ends: what was typed goes in, an exit code comes out, and no stack trace.

Exit codes: 0 clean, 1 findings, 2 cannot run, 3 our bug.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from inspection.cli import ending
from inspection.cli.language import language_of
from inspection.cli.usage import usage_in_chinese
from inspection.errors import InspectionError

CLEAN, FINDINGS, CANNOT_RUN, OUR_BUG = 0, 1, 2, 3


class _Commands(click.Group):
    """The commands, each imported when it is asked for: a check does not wait for the site's libraries."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(
            import_module(f"inspection.cli.{_MODULES.get(cmd_name, cmd_name)}"), _COMMANDS[cmd_name]
        )
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise click.NoSuchCommand(args[0], possibilities=list(_COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)


_COMMANDS = {
    "check": "check",
    "explain": "explain",
    "overdue": "overdue",
    "new": "new",
    "record": "record",
    "changes": "changes_command",
    "history": "history_command",
    "audit": "audit_command",
    "statistics": "statistics_command",
    "register": "register_command",
    "assessment": "assessment_command",
    "sample": "sample_command",
    "evidence": "evidence_command",
    "letter": "letter_command",
    "notice": "notice_command",
    "feedback": "feedback_command",
    "form": "form_command",
    "dossier": "dossier_command",
    "report": "report_command",
    "site": "site",
    "notify": "notify_command",
    "issues": "issues_command",
    "comment": "comment_command",
    "publishable": "publishable_command",
    "preview": "preview_command",
    "codeowners": "codeowners_command",
    "forms": "forms_command",
    "intake": "intake_command",
    "import": "import_command",
    "export": "export_command",
    "demo": "demo_command",
    "init": "init_command",
}
"""Every command in the order of the help, with its name in the module called as it is."""

_MODULES = {"import": "importing"}
"""The modules of commands whose own names no module can have."""


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="inspection-as-code", prog_name="inspection")
def inspection() -> None:
    """巡察台账即代码：检查、统计、公开。Check, compute and publish an inspection ledger."""


def run(*command: str) -> NoReturn:
    """Run what was typed, and end the process.

    Args:
        command: The command, where the name of the program says it already.
    """
    ending.ends_at_once()
    code = main([*command, *sys.argv[1:]])
    ending.end(code, CANNOT_RUN)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; no stack trace ever reaches the user.

    Args:
        arguments: What follows the program's name; by default what was typed.
    """
    typed = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(typed)
    try:
        return inspection.main(args=typed, prog_name="inspection", standalone_mode=False) or CLEAN
    except InspectionError as error:
        return _stop(error.en if language == "en" else error.zh)
    except click.UsageError as error:
        return _stop(_usage(error, language))
    except (click.Abort, KeyboardInterrupt):
        return _stop("stopped" if language == "en" else "已中断")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except OSError as error:
        from inspection.cli.system import reason

        why = reason(error)
        return _stop(f"{error.filename or ''}: {why.en if language == 'en' else why.zh}".lstrip(": "))
    except Exception as error:  # the boundary of trap 8: whatever else happens is a bug of ours
        return _our_bug(error, language)


def _language(typed: Sequence[str]) -> str:
    for place, word in enumerate(typed):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and place + 1 < len(typed):
            return typed[place + 1]
    return language_of()


def _stop(sentence: str) -> int:
    click.echo(f"inspection: {sentence}", err=True)
    return CANNOT_RUN


def _usage(error: click.UsageError, language: str) -> str:
    command = error.ctx.command_path if error.ctx is not None else "inspection"
    if language == "en":
        return f"{error.format_message()} See `{command} --help`."
    said = usage_in_chinese(error)
    return f"{said}{'' if said.endswith('？') else '；'}用法见 {command} --help"


def _our_bug(error: Exception, language: str) -> int:
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"
    zh = f"程序内部出错（{where}），不是您的问题；台账没有被改动。请把这一行和所用命令告诉维护人员。"
    en = f"a bug of ours ({where}); the ledger was not changed. Please report this line and the command."
    click.echo(f"inspection: {en if language == 'en' else zh}", err=True)
    if os.environ.get("INSPECTION_DEBUG"):
        traceback.print_exception(error)
    return OUR_BUG
