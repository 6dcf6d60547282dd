"""PRV05 and PRV08: public texts that say more of a person than the public should know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from inspection.finding import Severity
from inspection.model.inspections import Inspection
from inspection.model.problems import Problem
from inspection.rules.framework import Context, Sight, Sighting, rule, see
from inspection.rules.privacy.likeness import nearly_equal
from inspection.rules.privacy.scan import suspicions

SMALL_PLACES = frozenset({"village", "community"})


@rule("PRV05", Severity.ERROR, sight=Sight.INSPECTION)
def public_text_repeats_a_statement(context: Context) -> Iterator[Sighting]:
    """A public text is equal or nearly equal to the statement of a problem that names a person.

    Why: the statement was written for the office; in its words neighbours recognise the person without the name.

    Instead: write the public text anew: what kind of thing was wrong and what was put right, not who did what.

    公开文本与点到具体个人的问题表述相同或者几乎相同。

    为什么：问题表述是内部用语，去掉姓名，邻里也认得出说的是谁。

    怎么改：公开文本要另写：写清哪一类问题、怎么改的，不写谁做了什么。
    """
    together: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in context.head.problems.values():
        together[problem.round, problem.unit].append(problem)
    for problems in together.values():
        named = [problem for problem in problems if problem.names_person]
        if named:
            for problem in problems:
                yield from _repetitions(problem, named)


def _repetitions(problem: Problem, named: list[Problem]) -> Iterator[Sighting]:
    for pointer, said in public_texts(problem):
        source = next((one for one in named if nearly_equal(said, one.statement)), None)
        if source is not None:
            yield see(
                problem,
                pointer,
                zh=f"{problem.id} 的公开文字 `{pointer[1:]}` 与问题 {source.id} 的问题表述几乎相同，而后者涉及具体个人",
                en=f"public text `{pointer[1:]}` of {problem.id} nearly repeats the statement of {source.id}, "
                "which names a person",
            )


def public_texts(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield the texts the public may come to read of a problem, with their pointers."""
    if problem.public is not None:
        yield "/public/title", problem.public.title
        if problem.public.result is not None:
            yield "/public/result", problem.public.result
    for place, item in enumerate(problem.items):
        if item.public is not None:
            yield f"/items/{place}/public/task", item.public.task


@rule("PRV08", Severity.WARNING, sight=Sight.INSPECTION)
def post_held_by_one(context: Context) -> Iterator[Sighting]:
    """A public text about a village or a community names a post that one person holds, such as 出纳 or 书记.

    Why: a village has one book-keeper; whoever reads the post reads the name.

    Instead: write 某村干部, or what went wrong without saying whose post it was.

    关于村、社区的公开文字里写了只有一个人担任的岗位，如出纳、会计、书记。

    为什么：一个村只有一名会计，写出岗位就等于写出姓名。

    怎么改：写成「某村干部」，或者只写事情、不写岗位。
    """
    records: Iterable[Inspection | Problem] = chain(context.head.inspections.values(), context.head.problems.values())
    for record, one in suspicions(context, "PRV08", records):
        unit = context.head.units.get(record.unit)
        if unit is not None and unit.kind in SMALL_PLACES:
            said = one.said
            yield see(record, one.pointer, zh=f"{record.id} 的{said.zh}", en=f"{record.id}: {said.en}")
