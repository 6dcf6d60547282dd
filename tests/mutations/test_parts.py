"""What is judged part by part and remembered is what is judged in the whole ledger at once."""

from itertools import chain

import pytest
from tests.mutations.mutation import Mutation
from tests.mutations.table import MUTATIONS
from tests.mutations.town import town

from inspection import workers
from inspection.rules import parts
from inspection.rules.framework import Context, Sight
from inspection.rules.judge import judge
from inspection.rules.parts import judged, seen_by, seen_in_parts
from inspection.rules.registry import RULES


class Kept:
    """A memory that forgets nothing."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def recall(self, key: str) -> bytes | None:
        return self.held.get(key)

    def keep(self, key: str, seen: bytes) -> None:
        self.held[key] = seen


@pytest.fixture(scope="module")
def before() -> Kept:
    """What was seen in the unbroken ledger."""
    memory = Kept()
    judge(town().changed({}), memory=memory)
    return memory


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.code)
def test_after_a_change_what_is_remembered_and_what_is_new_make_the_whole(mutation: Mutation, before: Kept) -> None:
    context = town().changed(mutation.make(town()), mutation.known(town()))
    memory = Kept()
    memory.held = dict(before.held)

    assert judge(context, memory=memory) == judge(context)
    assert judge(context, memory=memory) == judge(context)


@pytest.mark.parametrize("share", [1, 3])
def test_every_part_alone_says_what_the_whole_says_of_it(share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mutation that can stand beside the others is made at once, so that most rules have something to say."""
    changes = {}
    for mutation in MUTATIONS[::share]:
        made = mutation.make(town())
        if not made.keys() & changes.keys():
            changes |= made
    context = town().changed(changes)
    whole = set(seen_by(RULES, context))

    alone = set()
    for part in parts.parts(RULES, context):
        fresh = Context(context.head, context.today, broken=context.broken)
        alone |= set(chain.from_iterable(judged(RULES, fresh, [part]).values()))
    far = {rule.code for rule in RULES for sight, _ in rule.looks if sight is Sight.LEDGER}

    assert {one for one in whole if one[0] not in far} == {one for one in alone if one[0] not in far}
    assert alone <= whole

    monkeypatch.setattr(parts, "_WORTH_SHARING", 0)
    monkeypatch.setattr(workers, "cores", lambda: 3)
    assert set(seen_in_parts(RULES, context, Kept())) == whole


def test_after_a_change_of_one_problem_only_its_inspection_and_round_are_judged_again(before: Kept) -> None:
    path = next(iter(town().ledger.problems.values())).path
    context = town().changed({path: town().bytes_of(path) + "# 已核对\n".encode()})
    missing = [part for part in parts.parts(RULES, context) if part.key not in before.held]

    assert [part.sight for part in missing if path in part.paths] == [Sight.RECORD, Sight.INSPECTION, Sight.ROUND]
    assert len(missing) == 3


def test_on_another_day_only_what_a_record_says_alone_is_still_known(before: Kept) -> None:
    context = town().changed({})
    later = Context(context.head, town().today.replace(year=2030), contents=context.contents)

    known = {part.sight for part in parts.parts(RULES, later) if part.key in before.held}

    assert known == {Sight.RECORD}


def test_what_was_kept_by_somebody_else_is_judged_again(before: Kept) -> None:
    context = town().changed({})
    memory = Kept()
    memory.held = dict.fromkeys(before.held, b"\xc1")

    assert judge(context, memory=memory) == judge(context)
