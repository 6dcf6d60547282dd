"""Writing the ledger: a fact as data in, the new bytes of its file out, every other byte as it was.

Pure: nothing here opens a file, prints, or asks for the time; `cli.record`, `cli.new` and whatever imports or replays
give the files in and write the bytes out (`cli.writing`). For callers there is one function::

    from inspection.office.writing import Before, Change, Fact, New, write

    before = Before(context, schemas, read, memory)
    written = write(before, acts, moves=True, judged=True)

`context` is the `rules.framework.Context` of the ledger as it stands (with `contents`, so that `memory` can be used),
`schemas` a `read.schema.Schemas`, `read(path) -> bytes` gives a file of the ledger folder (`b""` where there is none),
`memory` a `rules.parts.Memory` such as `read.cache.Cache`, or nothing.

An act is one of::

    New(kind, body, name="", home="")            # New("problem", {...}, home="R13-05"), New("unit", {...}, "gushan")
    Fact(target, action, fields, picked={})      # Fact("R13-05-0137/1", "report", {"date": ..., "by": "unit", ...})
    Change(target, pointer, value)               # Change("R13-05-0137/1", "/responsible", "党支部书记")

Values are plain data; `date`, `Decimal`, lists and mappings as Python has them will do. Ids nobody gives are given:
of the record (`done[i].target.name` says which), of measures, evidence, items and groups within it, and the digest of
an approval for society. `actions.ACTIONS` is the table of what may be recorded of which kind of record.

`write` returns a `Written`: `files` (path to new bytes), `old` (what they were made from), `done`, `refused` (each
act that is not written, with the reason and what would be legal), `errors` and `warnings` (what the rules find that
they did not find before), the new `ledger`, and `ok`. While it is not `ok` nothing may be written: leave the refused
acts out and ask again. An act costs a few milliseconds; the rules are asked once for the whole batch. With
`moves=False` entries of logs are only judged by the rules at the end, with `judged=False` only form and moves are
checked.
"""

from inspection.office.writing.acts import Act, Change, Fact, New
from inspection.office.writing.batch import Before, Done, Refused, Written, write

__all__ = ["Act", "Before", "Change", "Done", "Fact", "New", "Refused", "Written", "write"]
