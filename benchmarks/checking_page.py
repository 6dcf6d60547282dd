"""What docs/performance.md says about the subject `checking`: its goals and its section."""

from collections.abc import Iterator

from benchmarks.goals import Goal, memory_ratio, time_ratio
from benchmarks.markdown import both, figure, prose, table
from benchmarks.results import Corpus, Result, Row
from inspection.finding import Words

CHECKS = {
    "cold": Words("冷检查", "check cold"),
    "warm": Words("热检查", "check warm"),
    "changed": Words("改一个文件", "check, one file changed"),
}
TASKS = {"floor": Words("只读字节", "reading the bytes"), **CHECKS}
GOAL_SIZE = 10_000
LARGE_SIZE = 50_000

_HEAD = (
    "工作 Work",
    "读字节的倍数 Times the floor",
    "冷检查的倍数 Times a cold check",
    "中位数 Median (s)",
    "最快–最慢 Range (s)",
    "轮数 Rounds",
    "内存峰值 Peak memory (MB)",
)


def goals(result: Result) -> list[Goal]:
    """Return the goals about checking, computed from a result."""
    here = {task: result.row(task, GOAL_SIZE) for task in (*TASKS, "check-jsonschema")}
    far = {task: result.row(task, LARGE_SIZE) for task in CHECKS}
    return [
        time_ratio(
            Words("1 万个问题，check-jsonschema 对冷检查", "10,000 problems, check-jsonschema over check cold"),
            30,
            here["check-jsonschema"],
            here["cold"],
            least=True,
        ),
        time_ratio(
            Words("1 万个问题，冷检查对读字节", "10,000 problems, check cold over the floor"),
            20,
            here["cold"],
            here["floor"],
        ),
        time_ratio(
            Words("1 万个问题，改一个文件对读字节", "10,000 problems, check, one file changed, over the floor"),
            6,
            here["changed"],
            here["floor"],
        ),
        *(_memory(here[task], words) for task, words in CHECKS.items()),
        *(time_ratio(_growth("用时", "time", words), 5.5, far[task], here[task]) for task, words in CHECKS.items()),
        *(memory_ratio(_growth("内存", "memory", words), 5.5, far[task], here[task]) for task, words in CHECKS.items()),
    ]


def section(result: Result) -> str:
    """Return the section: what was done, and a table for each size."""
    return "\n".join([prose("checking"), *(part for corpus in result.corpora for part in _size(result, corpus))])


def _memory(row: Row | None, words: Words) -> Goal:
    label = Words(f"1 万个问题，{words.zh}的内存", f"10,000 problems, memory of {words.en}")
    return Goal(label, 300, None if row is None else row.memory, unit=" MB")


def _growth(zh: str, en: str, words: Words) -> Words:
    return Words(f"1 万到 5 万个问题，{words.zh}的{zh}", f"10,000 to 50,000 problems, {en} of {words.en}")


def _size(result: Result, corpus: Corpus) -> Iterator[str]:
    size = f"{corpus.size:,}"
    megabytes = figure(corpus.bytes / 1e6)
    yield f"### {size} 个问题 {size} problems\n"
    yield f"{corpus.files:,} 个文件，{megabytes} MB。 {corpus.files:,} files, {megabytes} MB.\n"
    yield table(_HEAD, [_row(result, row) for row in result.rows if row.size == corpus.size], left=1)


def _row(result: Result, row: Row) -> tuple[str, ...]:
    others = (result.row(task, row.size) for task in ("floor", "cold"))
    label = both(TASKS[row.task]) if row.task in TASKS else row.task
    return (
        label,
        *(figure(None if other is None else row.median / other.median) for other in others),
        figure(row.median),
        f"{figure(min(row.seconds))}–{figure(max(row.seconds))}",
        str(len(row.seconds)),
        figure(row.memory),
    )
