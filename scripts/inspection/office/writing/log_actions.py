"""The actions that are entries of a log: of an item, a letter, a person."""

from inspection.derive.moves import MOVES
from inspection.finding import Words
from inspection.model.problems import Action as Move
from inspection.office.writing.action import Action
from inspection.rules.lifecycle.words import ACTIONS as ITEM_WORDS

_SAYS: dict[Move, tuple[str, str]] = {
    Move.START: ("note", ""),
    Move.REPORT: ("note done check", "note"),
    Move.ACHIEVE: ("note next", "note next"),
    Move.SUBMIT: ("vouched evidence done note", "vouched evidence"),
    Move.AGREE: ("how note", "how"),
    Move.RETURN: ("note", "note"),
    Move.CLOSE: ("how note", ""),
    Move.SUSTAIN: ("reason check evidence agreed note", "reason check evidence"),
    Move.REOPEN: ("visit order due add note", "due add"),
    Move.ASK: ("until reason note", "until reason"),
    Move.EXTEND: ("until note", "until"),
    Move.REFUSE: ("note", "note"),
    Move.REPLAN: ("add drop reason note", "reason"),
    Move.ASSIGN: ("lead responsible reason note", "reason"),
    Move.SUPERVISE: ("how note", "how note"),
    Move.WITHDRAW: ("paper into note", "paper into"),
    Move.CORRECT: ("entry set void reason note", "entry reason"),
}
"""What each move of an item may say, in the order it is written, and what it needs: the last column of the moves."""


def _of_item(move: Move) -> Action:
    names, needs = (said.split() for said in _SAYS[move])
    able = MOVES[move].by
    return Action(
        move.value,
        ITEM_WORDS[move.value],
        "log",
        names=("date", "by", *names),
        needs=tuple(needs),
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
