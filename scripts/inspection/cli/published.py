"""What `inspection statistics --public` prints: what the public may know, no more and no less than the site shows."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from inspection.cli.local import in_local_words, local_words
from inspection.cli.session import SCHEMAS, Session, dump
from inspection.derive.figures.catalogue import CATALOGUE
from inspection.derive.figures.leaves import percent, rounded
from inspection.labelling import load as load_labels
from inspection.publish.view import PublicFigure, public_view
from inspection.report.published import Published, published_csv, published_plain, published_text


def published_lines(session: Session, day: date, form: str) -> Iterable[str]:
    """Return the lines of the figures the public may know on a day, in one of the forms `text`, `json` and `csv`."""
    ledger = session.judged()
    figures = [_printed(one) for one in public_view(ledger, day, session.commit).figures]
    if form == "csv":
        return published_csv(figures).splitlines()
    if form == "json":
        days = {"as_of": day.isoformat(), "revision": session.commit}
        return [dump({**days, "figures": published_plain(figures)})]
    said, words = load_labels(SCHEMAS), local_words(ledger, day)
    labels, language = said.with_local(words), session.language
    rows = in_local_words(CATALOGUE, said, words)
    return published_text(figures, rows, language, lambda codes, code: str(getattr(labels.code(codes, code), language)))


def _printed(one: PublicFigure) -> Published:
    if one.n is None:
        return Published(one.key, None, None, None)
    n = rounded(one.n) if one.yuan else str(int(one.n))
    if one.of is not None:
        low, high = (rounded(end) if end is not None else None for end in (one.low, one.high))
        return Published(one.key, n, str(int(one.of)), percent(int(one.n), int(one.of)), one.until, low, high)
    return Published(one.key, n, None, _value(one, n), one.until)


def _value(one: PublicFigure, n: str) -> str:
    return n if one.mean is None else rounded(Decimal(one.mean))
