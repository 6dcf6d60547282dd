"""What may be recorded of a record now, in plain words."""

from collections.abc import Iterator

from inspection.derive.letters import allowed_next
from inspection.derive.lifecycle import life
from inspection.derive.lives import setting_of
from inspection.finding import Words
from inspection.model.matters import Letter
from inspection.office.writing.action import ENTRY, FIELDS, Action
from inspection.office.writing.actions import ACTIONS
from inspection.office.writing.batch import Before
from inspection.office.writing.bench import Bench
from inspection.office.writing.fields import Json, below, fields_of
from inspection.office.writing.legal import Legal, legal_moves
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
    for action in ACTIONS[target.kind]:
        if action.fixed and not _allowed(context, target, action, moves):
            continue
        if data is None and not action.creates:
            continue
        if action.form == FIELDS and not action.creates and not _open(action, data or {}):
            continue
        yield f"  {_line(context, before, target, action, moves.get(action.name)).in_language(language)}"


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


def _open(action: Action, data: Json) -> bool:
    """Return whether some field it may say is not there yet."""
    node = data
    for part in action.place.split(".") if action.place else ():
        inner = node.get(part) if isinstance(node, dict) else None
        if inner is None:
            return not part.startswith("@")
        node = inner[-1] if isinstance(inner, list) and inner else inner
    names = action.names or tuple(node)
    return not action.names or any(name not in node for name in names)


def _line(context: Context, before: Before, target: Target, action: Action, legal: Legal | None) -> Words:
    place = action.place.replace("@of", action.of[0] if action.of else "")
    parts = [part for part in place.split(".") if part and not part.startswith("@")]
    around = before.schemas.of(target.record_kind)
    schema = below(around, ".".join([*(["items"] if target.kind == "item" else []), *parts]))
    wanted = {*action.needs, *(schema.get("required", ()) if action.form == ENTRY or parts else ())}
    left_out = {"id", "digest", "was", action.day, *action.fixed, *action.usual}
    needs = [one for one in fields_of(schema) if one.name in wanted - left_out]
    zh, en = "、".join(one.label.zh for one in needs), ", ".join(one.name for one in needs)
    who = context.called_all(legal.bodies) if legal is not None else None
    more_zh = [
        *([f"{who.zh}办理"] if who else []),
        *([f"需写{zh}"] if zh else []),
        *([legal.open.zh[1:]] if legal else []),
    ]
    more_en = [
        *([f"by {who.en}"] if who else []),
        *([f"needs {en}"] if en else []),
        *([legal.open.en[2:]] if legal else []),
    ]
    tail_zh, tail_en = "；".join(one for one in more_zh if one), "; ".join(one for one in more_en if one)
    return Words(
        f"{action.name:<14}{action.words.zh}{f'（{tail_zh}）' if tail_zh else ''}",
        f"{action.name:<14}{action.words.en}{f' ({tail_en})' if tail_en else ''}",
    )
