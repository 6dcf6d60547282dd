"""What the demonstration knows of a unit: its record, and the words its texts use for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the demonstration.

    Attributes:
        id: Its id.
        tag: What it is to a theme: a agricultural community, u urban community, v village, t township or subdistrict,
            d department, s school, e state enterprise, k stock cooperative, h hospital.
        kind: Its kind, as in the register.
        record: Its record.
        words: `org`, `people` and `board`, for texts.
        head: The post first responsible.
        leader: The district leader in charge.
        parent: The unit above, or nothing.
    """

    id: str
    tag: str
    kind: str
    record: Record
    words: Mapping[str, str]
    head: str
    leader: str
    parent: str | None = None

    @property
    def grassroots(self) -> bool:
        """Whether it is a community or village."""
        return self.kind in {"community", "village"}

    def left_by(self, day: date) -> bool:
        """Whether it has left the register by the day."""
        left = self.record.get("left")
        return left is not None and date.fromisoformat(left) < day


WORDS: Mapping[str, Mapping[str, str]] = {
    "a": {"org": "社区", "people": "居民", "board": "社区“两委”"},
    "u": {"org": "社区", "people": "居民", "board": "社区“两委”"},
    "v": {"org": "村", "people": "村民", "board": "村“两委”"},
    "街道": {"org": "街道", "people": "群众", "board": "街道党工委"},
    "镇": {"org": "镇", "people": "群众", "board": "镇党委"},
    "乡": {"org": "乡", "people": "群众", "board": "乡党委"},
    "d": {"org": "局", "people": "群众", "board": "局党组"},
    "s": {"org": "学校", "people": "师生", "board": "校党总支"},
    "e": {"org": "公司", "people": "职工", "board": "公司党委"},
    "k": {"org": "合作社", "people": "成员", "board": "合作社理事会"},
    "h": {"org": "医院", "people": "患者", "board": "院党委"},
}

LEADERS = (
    "分管农业农村的副区长",
    "分管城建的副区长",
    "分管教育卫生的副区长",
    "分管民政的副区长",
    "分管应急的副区长",
    "联系点区委常委",
)


@dataclass(frozen=True, slots=True)
class Register:
    """Every unit, by group, in the order of the files.

    Attributes:
        organs: The bodies that inspect, agree and advise.
        departments: The departments that are inspected.
        towns: Townships and subdistricts.
        others: School, state enterprise, stock cooperative, hospital.
        grassroots: Communities and villages by the unit above.
    """

    organs: tuple[Place, ...]
    departments: tuple[Place, ...]
    towns: tuple[Place, ...]
    others: tuple[Place, ...]
    grassroots: Mapping[str, tuple[Place, ...]]

    @property
    def places(self) -> tuple[Place, ...]:
        """All units."""
        below = tuple(place for town in self.towns for place in self.grassroots[town.id])
        return (*self.organs, *self.departments, *self.towns, *self.others, *below)
