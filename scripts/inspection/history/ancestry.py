"""Which commit descends from which, over a graph that is already in memory."""

from collections.abc import Sequence

from inspection.history.commits import Commit


class Ancestry:
    """The graph, as runs of commits that follow one another, so that a long straight history is one step.

    Args:
        commits: Each after its parents.
    """

    def __init__(self, commits: Sequence[Commit]) -> None:
        """Number the commits and gather the runs."""
        self.place = {commit.id: number for number, commit in enumerate(commits)}
        self._parents = [[self.place[one] for one in commit.parents if one in self.place] for commit in commits]
        self._start: list[int] = []
        followed: set[int] = set()
        for number, parents in enumerate(self._parents):
            straight = len(parents) == 1 and parents[0] not in followed
            self._start.append(self._start[parents[0]] if straight else number)
            followed.update(parents)

    def descends(self, later: str, earlier: str) -> bool:
        """Return whether the first commit is the second or descends from it."""
        goal = self.place[earlier]
        waiting, seen = [self.place[later]], set()
        while waiting:
            number = waiting.pop()
            start = self._start[number]
            if start == self._start[goal] and goal <= number:
                return True
            if start > goal and start not in seen:
                seen.add(start)
                waiting += self._parents[start]
        return False
