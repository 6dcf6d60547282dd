"""What docs/performance.md says about the subject `site`: its goals and its section."""

from benchmarks.goals import Goal, time_ratio
from benchmarks.markdown import both, figure, prose, table
from benchmarks.results import Corpus, Result, Row
from inspection.finding import Words

TASKS = {
    "bare": Words("光是生成器", "the bare generator"),
    "whole": Words("整个网站", "the whole site"),
    "ours": Words("其中本程序的部分", "the part that is ours"),
    "again": Words("改一个问题后本程序的部分", "that part, one problem changed"),
}
SMALL, LARGE = 1_000, 10_000

_HEAD = (
    "工作 Work",
    "光是生成器的倍数 Times the bare generator",
    "整个网站的倍数 Times the whole site",
    "每页毫秒 ms a page",
    "中位数 Median (s)",
    "最快–最慢 Range (s)",
    "轮数 Rounds",
)


def goals(result: Result) -> list[Goal]:
    """Return the goals about sites, computed from a result."""
    here = {task: result.row(task, LARGE) for task in TASKS}
    return [
        time_ratio(
            Words("1 万个问题，整个网站对光是生成器", "10,000 problems, the whole site over the bare generator"),
            1.3,
            here["whole"],
            here["bare"],
        ),
        _a_page(result),
        time_ratio(
            Words(
                "1 万个问题，改一个问题后本程序的部分对整个网站",
                "10,000 problems, the part that is ours after one changed problem over the whole site",
            ),
            0.1,
            here["again"],
            here["whole"],
        ),
    ]


def _a_page(result: Result) -> Goal:
    """Return the goal about the time a page takes in a large site over that in a small one."""
    words = Words("整个网站每页用时，1 万个问题对 1 千个", "the whole site, time a page, 10,000 problems over 1,000")
    large, small = (result.row("whole", size) for size in (LARGE, SMALL))
    if large is None or small is None:
        return Goal(words, 1.3, None)
    pages = {corpus.size: corpus.files for corpus in result.corpora}
    ratio = large.median / pages[LARGE] / (small.median / pages[SMALL])
    return Goal(words, 1.3, ratio, min(len(large.seconds), len(small.seconds)))


def section(result: Result) -> str:
    """Return the section: what was done, and a table for each size."""
    parts = [prose("site")]
    for corpus in result.corpora:
        problems, pages, megabytes = f"{corpus.size:,}", f"{corpus.files:,}", figure(corpus.bytes / 1e6)
        parts += [
            f"### 网站，{problems} 个问题 Site of {problems} problems\n",
            f"两种语言共 {pages} 页，{megabytes} MB。 {pages} pages in two languages, {megabytes} MB.\n",
            table(_HEAD, [_row(result, corpus, row) for row in result.rows if row.size == corpus.size], left=1),
        ]
    return "\n".join(parts)


def _row(result: Result, corpus: Corpus, row: Row) -> tuple[str, ...]:
    floors = (result.row(name, row.size) for name in ("bare", "whole"))
    return (
        both(TASKS[row.task]),
        *(figure(None if floor is None else row.median / floor.median) for floor in floors),
        figure(1000 * row.median / corpus.files),
        figure(row.median),
        f"{figure(min(row.seconds))}–{figure(max(row.seconds))}",
        str(len(row.seconds)),
    )
