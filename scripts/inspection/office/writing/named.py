"""An action by what was typed for it, and what actions are called."""

from collections.abc import Iterator

from inspection.errors import UsageError
from inspection.finding import Words
from inspection.office.writing.action import Action
from inspection.office.writing.actions import ACTIONS
from inspection.read.suggest import Option, nearest


def action_of(kind: str, name: str) -> Action | None:
    """Return an action of a kind by its name or by what people call it."""
    return next((one for one in ACTIONS[kind] if name in (one.name, *one.words)), None)


def named_action(kind: str, name: str, target: str) -> Action:
    """Return an action of a kind by its name or by what people call it.

    Args:
        kind: What is recorded of, a key of `ACTIONS`.
        name: As it was typed.
        target: What it is recorded of, for the message.

    Raises:
        UsageError: There is none; the message says which was meant, or which there are.
    """
    action = action_of(kind, name)
    if action is not None:
        return action
    options = [Option(one.name, one.words) for one in ACTIONS[kind]]
    near = nearest(name, options)
    known = [near] if near is not None else options
    zh = "、".join(f"「{one.label.zh}」（{one.word}）" for one in known)
    asked_zh, asked_en = ("，是不是", "; did you mean ") if near is not None else ("，可以是", "; there are ")
    en = ", ".join(one.word for one in known)
    raise UsageError(
        f"「{target}」没有「{name}」这个动作{asked_zh}{zh}{'？' if near is not None else ''}",
        f"{target} has no action {name}{asked_en}{en}{'?' if near is not None else ''}",
    )


def words_of(kind: str, name: str) -> Iterator[Words]:
    """Yield what an action of a kind is called, if it has one of this name."""
    yield from (one.words for one in ACTIONS[kind] if one.name == name)
