"""CHG01 and CHG05: records that are gone, and rules of the game changed in one go with records."""

from collections.abc import Iterator

from msgspec.structs import replace

from inspection.finding import Severity
from inspection.model.district import CalendarYear, Paper, Signers
from inspection.model.policy import Policy
from inspection.model.record import Record
from inspection.rules.changes.compared import compared
from inspection.rules.framework import Context, Sighting, rule, see

_PROGRAM = ("scripts/", "schemas/", ".ci/", ".github/", "pyproject.toml", "requirements")
_SHOWN = 3


@rule("CHG01", Severity.ERROR)
def record_gone(context: Context) -> Iterator[Sighting]:
    """A record was deleted or renamed.

    Why: whoever may delete can make a problem vanish together with everything that was said about it.

    Instead: put the file back under its name; what should not have been entered is withdrawn, voided or corrected.

    记录被删除或改名。

    为什么：记录一旦可以删，问题连同围绕它的全部经过就能一起消失。

    怎么改：按原来的文件名恢复；不该录入的，用并入、作废或更正来处理。
    """
    comparison = compared(context)
    homeless = {_nameless(one): one for one in comparison.added}
    for one in comparison.gone:
        renamed = homeless.get(_nameless(one))
        yield see(
            one,
            "",
            zh=f"{one.path} 被删除" if renamed is None else f"{one.path} 改名为 {renamed.path}",
            en=f"{one.path} was deleted" if renamed is None else f"{one.path} was renamed to {renamed.path}",
        )


def _nameless(one: Record) -> tuple[str, str]:
    return type(one).__name__, repr(replace(one, path="", id=""))


@rule("CHG05", Severity.ERROR)
def rules_changed_with_records(context: Context) -> Iterator[Sighting]:
    """Policy, calendar, signers, schema or program are changed together with records.

    Why: whoever changes a record and the rule that judges it in one go is judged by nobody.

    Instead: make two pull requests: first what judges, then, once that is in force, the records.

    政策、日历、签名公钥、模式（schema）或程序与记录放在同一次修改里。

    为什么：既改记录又改评判它的规则，等于自己给自己评判。

    怎么改：分成两次提交审核：先改规则，生效之后再改记录。
    """
    comparison = compared(context)
    if _is_new(context) or _is_demonstration(context):
        return
    touched = comparison.touched()
    judging = [one for one in touched if isinstance(one, Policy | CalendarYear | Signers)]
    basis = {one.basis for one in judging if isinstance(one, Policy)}
    judged = [one for one in touched if one not in judging and not (isinstance(one, Paper) and one.id in basis)]
    if not judged:
        return
    with_zh, with_en = f"{len(judged)} 份记录（{judged[0].path} 等）", f"{len(judged)} records ({judged[0].path} ...)"
    for one in judging:
        yield see(one, "", zh=f"{one.path} 与 {with_zh}同时修改", en=f"{one.path} changed together with {with_en}")
    program = sorted(path for path in context.outside if path.startswith(_PROGRAM))
    if program and context.head.district is not None:
        names_zh, names_en = "、".join(program[:_SHOWN]), ", ".join(program[:_SHOWN])
        yield see(
            context.head.district,
            "",
            zh=f"程序或模式（{names_zh}，共 {len(program)} 个文件）与 {with_zh}同时修改",
            en=f"program or schemas ({names_en}; {len(program)} files) changed together with {with_en}",
        )


def _is_new(context: Context) -> bool:
    return context.base is None or next(context.base.records(), None) is None


def _is_demonstration(context: Context) -> bool:
    return context.base is not None and (
        context.base.district is not None and context.base.district.demonstration is not None
    )
