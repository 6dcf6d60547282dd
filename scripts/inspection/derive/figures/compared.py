"""The figures of two days in one shape, and by how much they differ."""

from collections.abc import Mapping

from inspection.derive.figures.leaves import Counted, Figure, Mean, Plain, Summed, Yuan, exact, number, rounded

Figures = Mapping[str, Figure]


def aligned(before: Figures, after: Figures) -> tuple[Figures, Figures]:
    """Return figures with the same keys: a code that occurs in one of them only stands in both, as none."""
    pairs = {key: _pair(key, before, after) for key in dict.fromkeys((*after, *before))}
    return {key: one for key, (one, _) in pairs.items()}, {key: other for key, (_, other) in pairs.items()}


def _pair(key: str, before: Figures, after: Figures) -> tuple[Figure, Figure]:
    one = before[key] if key in before else _none_like(after[key])
    other = after[key] if key in after else _none_like(before[key])
    return aligned(one, other) if isinstance(one, Mapping) and isinstance(other, Mapping) else (one, other)


def _none_like(figure: Figure) -> Figure:
    if isinstance(figure, Counted | Summed | Yuan | Mean):
        return type(figure)()
    return {} if isinstance(figure, Mapping) else None


def subtracted(before: Figure, after: Figure) -> Plain:
    """Return how much more the second of two figures is than the first, both in the shape `aligned` gives them.

    Counts are `int`. Yuan, means and rates (in percentage points) are text with two decimals, rounded after they were
    subtracted. None where either has no value.
    """
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return {key: subtracted(before[key], figure) for key, figure in after.items()}
    if before is None or after is None or isinstance(before, Mapping) or isinstance(after, Mapping):
        return None
    if isinstance(before, Counted | Summed) and isinstance(after, Counted | Summed):
        return number(after) - number(before)
    one, other = exact(before), exact(after)
    return rounded(other - one) if one is not None and other is not None else None
