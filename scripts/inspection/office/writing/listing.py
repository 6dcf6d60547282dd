"""What may be recorded of a record now, in plain words."""

from collections.abc import Iterator
from typing import Any

from inspection.derive.letters import allowed_next
from inspection.derive.lifecycle import life
from inspection.derive.lives import setting_of
from inspection.finding import Words
from inspection.model.matters import Letter
from inspection.office.writing.action import DAYS, FIELDS, Action
from inspection.office.writing.actions import ACTIONS
from inspection.office.writing.batch import Before
from inspection.office.writing.bench import Bench
from inspection.office.writing.fields import Field, Json
from inspection.office.writing.legal import Legal, legal_moves
from inspection.office.writing.places import Reached
from inspection.office.writing.said import fields_said
from inspection.office.writing.targets import Target
from inspection.rules.framework import Context
from inspection.rules.lifecycle.sentences import status_word


def listed(before: Before, target: Target, language: str) -> Iterator[str]:
    """Yield lines that say where a record stands and what may be recorded of it.

    Args:
        before: The ledger as it stands.
        target: The record or item.
        language: `zh` or `en`.
    """
    context = before.context
    data = Bench(context.head, before.schemas, before.read).data(target.path)
    legal = _legal_of_item(context, target) if target.kind == "item" else None
    english = language == "en"
    if legal is not None:
        status, moves = legal
        yield (
            f"{target.name} is {status.en}; may be recorded now:"
            if english
            else (f"{target.name} 现在是「{status.zh}」，可以记：")
        )
    else:
        moves = {}
        yield f"{target.name}: may be recorded now:" if english else f"{target.name} 可以记："
    at: Any = data or {}
    for part in Reached.base(target, at):
        at = at[part]
    for action in ACTIONS[target.kind]:
        if action.fixed and not _allowed(context, target, action, moves):
            continue
        if data is None and not action.creates:
            continue
        fields = fields_said(before.schemas, target.kind, action)
        if action.form == FIELDS and not _open(fields, action, at if isinstance(at, dict) else {}):
            continue
        yield f"  {_line(context, fields, action, moves.get(action.name)).in_language(language)}"


def _legal_of_item(context: Context, target: Target) -> tuple[Words, dict[str, Legal]] | None:
    problem = context.head.problems.get(target.name.rpartition("/")[0])
    item = next((one for one in problem.items if one.id == target.item), None) if problem is not None else None
    if problem is None or item is None:
        return None
    setting = setting_of(context.head, problem, item)
    one = life(setting, context.today)
    moves = {legal.action: legal for legal in legal_moves(setting, one, context.today)}
    return status_word(context, one.status), moves


def _allowed(context: Context, target: Target, action: Action, moves: dict[str, Legal]) -> bool:
    if target.kind == "item":
        return action.name in moves
    letter = context.head.letters.get(target.name) if target.kind == "letter" else None
    return not isinstance(letter, Letter) or action.name in allowed_next(letter, context.today)


def _open(fields: list[Field], action: Action, data: Json) -> bool:
    """Return whether some field an action may say is not there yet."""
    node = data
    for part in action.place.split(".") if action.place else ():
        inner = node.get(part) if isinstance(node, dict) else None
        if part.startswith("@") and isinstance(node, list):
            inner = node[-1] if node else None
        if inner is None:
            return not any(one.startswith("@") for one in action.place.split("."))
        node = inner
    return any(field.name not in node for field in fields)


def _line(context: Context, fields: list[Field], action: Action, legal: Legal | None) -> Words:
    told = {action.day, *action.usual, *(("by",) if legal is not None else ())}
    needs = [one for one in fields if one.required and one.name not in told] if action.form != DAYS else []
    zh, en = [], []
    if legal is not None:
        who = context.called_all(legal.bodies)
        zh.append(f"由{who.zh}办理")
        en.append(f"by {who.en}")
    if needs:
        zh.append(f"需写{'、'.join(one.label.zh for one in needs)}")
        en.append(f"needs {', '.join(one.name for one in needs)}")
    if legal is not None and legal.open.zh:
        zh.append(legal.open.zh)
        en.append(legal.open.en)
    return Words(
        f"{action.name:<14}{action.words.zh}" + (f"（{'；'.join(zh)}）" if zh else ""),
        f"{action.name:<14}{action.words.en}" + (f" ({'; '.join(en)})" if en else ""),
    )
