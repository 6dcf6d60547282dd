"""The actions that are entries of a log: of an item, a letter, a person."""

from inspection.derive.moves import MOVES
from inspection.finding import Words
from inspection.model.problems import Action as Move
from inspection.office.writing.action import Action
from inspection.rules.lifecycle.words import ACTIONS as ITEM_WORDS

_SAYS: dict[Move, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Move.START: ((), ("note",)),
    Move.REPORT: (("note",), ("done", "check")),
    Move.ACHIEVE: (("note", "next"), ()),
    Move.SUBMIT: (("vouched", "evidence"), ("done", "note")),
    Move.AGREE: (("how",), ("note",)),
    Move.RETURN: (("note",), ()),
    Move.CLOSE: ((), ("how", "note")),
    Move.SUSTAIN: (("reason", "check", "evidence"), ("agreed", "note")),
    Move.REOPEN: (("due", "add"), ("visit", "order", "note")),
    Move.ASK: (("until", "reason"), ("note",)),
    Move.EXTEND: (("until",), ("note",)),
    Move.REFUSE: (("note",), ()),
    Move.REPLAN: (("reason",), ("add", "drop", "note")),
    Move.ASSIGN: (("reason",), ("lead", "responsible", "note")),
    Move.SUPERVISE: (("how", "note"), ()),
    Move.WITHDRAW: (("paper", "into"), ("note",)),
    Move.CORRECT: (("entry", "reason"), ("set", "void", "note")),
}
"""What each move of an item needs, and what else it may say: the last column of the table of moves."""


def _of_item(move: Move) -> Action:
    needs, more = _SAYS[move]
    able = MOVES[move].by
    return Action(
        move.value,
        ITEM_WORDS[move.value],
        "log",
        names=("date", "by", *needs, *more),
        needs=needs,
        fixed={"action": move.value},
        usual={"by": able[0]} if len(able) == 1 else {},
    )


ITEM_LOG = tuple(_of_item(move) for move in MOVES)

LETTER_LOG = tuple(
    Action(
        name,
        words,
        "log",
        names=("date", "by", "note"),
        fixed={"action": name},
        beside=("number",) if name == "issue" else (),
    )
    for name, words in {
        "issue": Words("发函", "issue"),
        "receive": Words("签收", "receive"),
        "reply": Words("回复", "reply"),
        "accept": Words("认可回复", "accept"),
        "return": Words("退回回复", "return"),
        "withdraw": Words("撤回", "withdraw"),
    }.items()
)

PERSON_LOG = tuple(
    Action(name, words, "log", names=("date", *needs, *more, "note"), needs=needs, fixed={"action": name})
    for name, words, needs, more in (
        ("admit", Words("入库", "admit"), ("pool",), ()),
        ("second", Words("抽调", "second"), ("rounds",), ()),
        ("train", Words("培训", "train"), (), ()),
        ("attach", Words("挂职", "attach"), ("to",), ("until",)),
        ("suspend", Words("暂停", "suspend"), ("until",), ()),
        ("leave", Words("出库", "leave"), ("reason",), ()),
    )
)
