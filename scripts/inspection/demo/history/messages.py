"""What a commit says: the records and what was written in them, as an office puts it."""

from collections.abc import Mapping, Sequence

from inspection.demo.history.acts import Act, Part
from inspection.demo.history.bodies import Bodies
from inspection.demo.history.wording import ACTIONS, LETTERS, MATTERS, NEW, PARTS, SERVICE
from inspection.demo.places import Record


class Messages:
    """Says what was written.

    Args:
        records: The finished records by path.
        bodies: What the bodies are called.
    """

    def __init__(self, records: Mapping[str, Record], bodies: Bodies) -> None:
        """Keep what the words are taken from."""
        self._records = records
        self._bodies = bodies

    def act(self, act: Act) -> str:
        """Return the message of an act: one line, or a summary and a line for each matter."""
        whole = {part.path for part in act.parts if not part.pointer}
        rows = [
            (self._name(part), self._what(part)) for part in act.parts if not part.pointer or part.path not in whole
        ]
        lines = list(dict.fromkeys(f"{name}：{what}" for name, what in rows))
        if len(lines) == 1:
            return lines[0]
        whats = list(dict.fromkeys(what for _, what in rows))
        more = "等" if len(whats) > 3 else ""
        about = self._bodies.name(act.matter) if act.of_unit else MATTERS.get(act.matter, act.matter.split("/")[-1])
        return "\n".join([f"{about}：{'、'.join(whats[:3])}{more}（{len(lines)} 项）", "", *lines])

    def merge(self, some: Sequence[Act]) -> str:
        """Return the message of the merge of a unit's day."""
        return f"合并 {self._bodies.name(some[0].matter)} {some[0].day.isoformat()} 的 {len(some)} 次登记"

    def _name(self, part: Part) -> str:
        folders = part.path.split("/")
        name = folders[-1].removesuffix(".yaml")
        if folders[0] in {"district.yaml", "policy", "calendar", "plan"}:
            return f"{MATTERS[folders[0]]} {name}" if len(folders) > 1 else MATTERS[folders[0]]
        if folders[0] in {"rounds", "common"}:
            own = name in {"round", "common"}
            return folders[1] if own else f"{folders[1]} {self._bodies.name(name)}"
        if part.pointer[:1] == ("items",) and len(part.pointer) > 1:
            return f"{name} 第{self._records[part.path]['items'][part.pointer[1]]['id']}项"
        return self._bodies.name(name) if folders[0] == "units" else name

    def _what(self, part: Part) -> str:
        if not part.pointer:
            folder = part.path.split("/")[0]
            if folder in {"rounds", "common"} and not part.path.endswith(("/round.yaml", "/common.yaml")):
                return "列入巡察" if folder == "rounds" else "报送自查"
            return NEW.get(folder, "登记")
        if "log" in part.pointer and len(part.pointer) > 1:
            return self._entry(part)
        if part.pointer[0] == "publication" and part.path.endswith(("/round.yaml", "/common.yaml")):
            return "公开主题"
        named = [key for key in part.pointer if key in PARTS]
        return PARTS[str(named[-1])] if named else "登记"

    def _entry(self, part: Part) -> str:
        node: object = self._records[part.path]
        for key in part.pointer[: part.pointer.index("log") + 2]:
            node = node[key]  # type: ignore[index]
        action = node.get("action") if isinstance(node, dict) else None
        words = {"letters": LETTERS, "people": SERVICE}.get(part.path.split("/")[0], ACTIONS)
        return words.get(str(action), "登记经历")
