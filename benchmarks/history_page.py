"""What docs/performance.md says about the subject `history`: its goals and its section."""

from benchmarks.goals import Goal, time_ratio
from benchmarks.markdown import both, figure, prose, table
from benchmarks.results import Result, Row
from inspection.finding import Words

TASKS = {
    "log": Words("git log", "git log"),
    "touched": Words("每次提交动了哪些文件", "which files each commit touched"),
    "given": Words("读每一版，编号现成", "reading every version, ids given"),
    "versions": Words("找出并读每一版", "finding and reading every version"),
    "facts": Words("每条事实的首次提交", "every fact with its first commit"),
    "audit": Words("全部审计，不验签名", "full audit without signatures"),
    "again": Words("多一次提交后再审计", "audit after one new commit"),
}
_GOALS = (("touched", "log", 2.0), ("facts", "versions", 3.0), ("audit", "versions", 3.0), ("again", "audit", 0.1))
_FLOORS = ("log", "given", "versions")
_HEAD = (
    "工作 Work",
    *(f"{TASKS[name].zh}的倍数 Times {TASKS[name].en}" for name in _FLOORS),
    "中位数 Median (s)",
    "最快–最慢 Range (s)",
    "轮数 Rounds",
)


def goals(result: Result) -> list[Goal]:
    """Return the goals about histories, computed from a result."""
    rows = {row.task: row for row in result.rows}
    return [time_ratio(_over(over, under), limit, rows.get(over), rows.get(under)) for over, under, limit in _GOALS]


def section(result: Result) -> str:
    """Return the section: what was done, and a table for the history."""
    parts = [prose("history")]
    for corpus in result.corpora:
        commits, versions, megabytes = f"{corpus.size:,}", f"{corpus.files:,}", figure(corpus.bytes / 1e6)
        parts += [
            f"### {commits} 次提交 {commits} commits\n",
            f"各文件共 {versions} 版，{megabytes} MB。 {versions} versions of files, {megabytes} MB.\n",
            table(_HEAD, [_row(result, row) for row in result.rows if row.size == corpus.size], left=1),
        ]
    return "\n".join(parts)


def _over(over: str, under: str) -> Words:
    one, other = TASKS[over], TASKS[under]
    return Words(f"全部历史，{one.zh}对{other.zh}", f"whole history, {one.en} over {other.en}")


def _row(result: Result, row: Row) -> tuple[str, ...]:
    floors = (result.row(name, row.size) for name in _FLOORS)
    return (
        both(TASKS[row.task]),
        *(figure(None if floor is None else row.median / floor.median) for floor in floors),
        figure(row.median),
        f"{figure(min(row.seconds))}–{figure(max(row.seconds))}",
        str(len(row.seconds)),
    )
