"""The digest that binds an approval to the texts it approved."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping

from inspection.model.problems import Problem


def society_digest(problems: Iterable[Problem], withdrawn: Mapping[str, Collection[int]]) -> str:
    """Return the digest of an inspection's public texts.

    The first 32 hexadecimal digits of the SHA-256 of the UTF-8 of compact JSON of a list, by `public.number`, of
    `[number, title, result, [task, ...]]` for the shown problems; tasks by item id, withdrawn items left out, an absent
    text is "".

    Args:
        problems: The inspection's problems; those not shown to society are left out here.
        withdrawn: By problem id, the ids of the items withdrawn by then.
    """
    rows: list[tuple[int, str, str, list[str]]] = []
    for problem in problems:
        if problem.public is not None and problem.disclosure is not None and problem.disclosure.society == "shown":
            gone = withdrawn.get(problem.id, ())
            left = sorted((item for item in problem.items if item.id not in gone), key=lambda item: item.id)
            tasks = [item.public.task if item.public is not None else "" for item in left]
            rows.append((problem.public.number, problem.public.title, problem.public.result or "", tasks))
    text = json.dumps(sorted(rows), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
