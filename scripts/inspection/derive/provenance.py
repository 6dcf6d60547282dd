"""What Git knows of the dated facts of a ledger: when each was recorded, and who signed.

Which facts there are is said by `inspection.derive.spoken`; `inspection.history` fills the mapping, the rules read it.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from inspection.model.record import Body

Place: TypeAlias = tuple[str, str]
"""A fact's place in the newest version: the record's path and a JSON Pointer, such as `/items/0/log/3`."""


class Recorded(NamedTuple):
    """How a fact came into the ledger.

    Attributes:
        day: The committer's day, in the district's time zone, of the first commit of the whole graph that holds it.
        signed: The bodies whose key signed that commit and was valid on that day by `signers.yaml`, each as the key
            names it: its `unit` where it names one, else its `role`. Empty without a good signature by a known key;
            None where signatures were not looked at.
        commit: The commit's full id, only to be shown.
    """

    day: date
    signed: tuple[Body, ...] | None = None
    commit: str = ""


Provenance: TypeAlias = Mapping[Place, Recorded]
"""What Git knows of the facts of a ledger, by their places as `spoken` gives them; a place may be
missing."""
