"""CHG08: what only `inspection audit` finds, because no two ledgers tell whether history was rewritten."""

from collections.abc import Iterator

from inspection.finding import Severity
from inspection.rules.framework import Context, Sighting, rule


@rule("CHG08", Severity.ERROR)
def history_rewritten(_context: Context) -> Iterator[Sighting]:
    """History was rewritten: a sealed commit is no longer an ancestor. `inspection audit --published` finds it.

    Why: a published seal promises that what was recorded by then stays as it was; a force-push breaks the promise.

    Instead: restore the old branch; a purge the leading group decided is entered in `ledger/purges.yaml`.

    历史被改写：封存过的提交已不在现在的历史里。由 `inspection audit --published` 发现，`check` 不查。

    为什么：公开的封印是一种承诺：截至那一天的记录不再改动，强制推送就是毁约。

    怎么改：恢复原来的分支；领导小组决定的清除，写入 `ledger/purges.yaml`（理由、新旧提交编号）。
    """
    return iter(())
