"""What cells call codes, units and bodies, and back: by label, name, or the code or id itself."""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property

from inspection.labels import Labels
from inspection.model.ledger import Ledger
from inspection.model.record import Body
from inspection.office.writing.typed import likened


class Names:
    """The names of one ledger.

    Args:
        ledger: Its units.
        labels: What the schemas say, the district's own words laid over them.
        units: Further names of units, as an office's own sheet writes them.
        codes: Further names of codes, by vocabulary.
    """

    def __init__(
        self,
        ledger: Ledger,
        labels: Labels,
        units: Mapping[str, str] | None = None,
        codes: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """Look nothing up yet."""
        self._ledger = ledger
        self._labels = labels
        self._more_units = dict(units or {})
        self._more_codes = {name: dict(more) for name, more in (codes or {}).items()}
        self._codes: dict[str, dict[str, str]] = {}

    @property
    def labels(self) -> Labels:
        """What the schemas say."""
        return self._labels

    def code(self, vocabulary: str, code: str) -> str:
        """Return the label of a code, or the code where it has none."""
        return self._labels.called(vocabulary, code).zh

    def code_of(self, vocabulary: str, text: str) -> str | None:
        """Return the code a text names, or nothing."""
        known = self._codes.get(vocabulary)
        if known is None:
            known = self._codes[vocabulary] = self._called(vocabulary)
        return known.get(likened(text))

    def labels_of(self, vocabulary: str, only: Collection[str] = ()) -> list[str]:
        """Return the labels of a vocabulary in its order, of all its codes or of some."""
        return [code.label.zh for name, code in self._labels.codes[vocabulary].items() if not only or name in only]

    def unit(self, id_: str) -> str:
        """Return a unit's name, with its id where another has the same; an unknown id as it is."""
        known = self._ledger.units.get(id_)
        if known is None:
            return id_
        return known.name if self._counted[known.name] == 1 else f"{known.name}（{id_}）"

    def unit_of(self, text: str) -> str | None:
        """Return the id of the unit a text names, or nothing."""
        return self._units.get(likened(text))

    def unit_names(self) -> list[str]:
        """Return the names of all units."""
        return [self.unit(id_) for id_ in self._ledger.units]

    def body(self, body: Body) -> str:
        """Return what a body is called: a role word's label, or a unit's name."""
        return self.code("role", body) if body in self._labels.codes["role"] else self.unit(body)

    def body_of(self, text: str) -> Body | None:
        """Return the body a text names, or nothing."""
        return self.code_of("role", text) or self.unit_of(text)

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter(unit.name for unit in self._ledger.units.values())

    @cached_property
    def _units(self) -> dict[str, str]:
        named = {likened(self.unit(id_)): id_ for id_ in self._ledger.units}
        ids = {likened(id_): id_ for id_ in self._ledger.units}
        return ids | named | {likened(text): id_ for text, id_ in self._more_units.items()}

    def _called(self, vocabulary: str) -> dict[str, str]:
        codes = self._labels.codes.get(vocabulary, {})
        english = {likened(code.label.en): name for name, code in codes.items()}
        own = {likened(text): code for text, code in self._more_codes.get(vocabulary, {}).items()}
        itself = {likened(name): name for name in codes}
        return english | itself | {likened(code.label.zh): name for name, code in codes.items()} | own
