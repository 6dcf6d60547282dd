"""Who holds the pen: every body of the ledger by the one name its key is kept under."""

from collections.abc import Mapping

from inspection.demo.history.dated import Pointer
from inspection.demo.history.problem_births import leads
from inspection.demo.places import Record
from inspection.derive.bodies import BODIES


class Bodies:
    """The bodies of a district.

    Args:
        records: The finished records by path.
    """

    def __init__(self, records: Mapping[str, Record]) -> None:
        """Learn which units the role words stand for, and who led which item when."""
        self._records = records
        self._named: Mapping[str, str] = records["district.yaml"]["bodies"]
        self._words: dict[str, str] = {unit: word for word, unit in reversed(self._named.items())}
        self._leads: dict[tuple[str, Pointer], str] = {}
        for path, record in records.items():
            if path.startswith("problems/"):
                self._leads |= {(path, pointer): lead for pointer, lead in leads(record)}

    def writer(self, body: str, path: str, pointer: Pointer, matter: str) -> str:
        """Return who writes on a body's word: one role word for each unit that has any, else the unit's id.

        Args:
            body: The body, as the record words it.
            path: The record.
            pointer: The part of the record.
            matter: The unit whose matter it is, for `unit` and `parent`.
        """
        if body == "unit":
            body = self._leads.get((path, pointer[:4]), matter)
        elif body == "parent":
            body = str(self._records[f"units/{matter}.yaml"]["parent"])
        unit = self._named.get(body, body)
        return self._words.get(unit, body)

    def name(self, body: str) -> str:
        """Return what people call who writes."""
        unit = self._named.get(body, body)
        record = self._records.get(f"units/{unit}.yaml")
        return str(BODIES[body] if record is None else record["name"])
