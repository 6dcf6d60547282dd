"""What one change does to a record, as far as the change alone tells it."""

from msgspec import Struct


class Verdict(Struct, frozen=True, gc=False, array_like=True):
    """What one change does to a record.

    Attributes:
        readable: The contents it must answer for: those named, or where nobody can read one what stood before it.
        broken: Whether nobody can read the new version; then nothing else is said of it.
        fresh: The pointers of the facts no earlier version holds.
        earliest: The first day of these, as its ordinal; 0 where there are none.
        altered: Whether it does more than add.
        lost: Whether a fact that was there is not there any more.
        early: Whether an entry came into a log before others, by its place or by its day.
        unit: The unit a problem was found in, `""` for another record.
        public: Where a problem's texts changed that may become public, the path of the inspection they belong to.
        approved: Whether it is an inspection of which a publication was approved.
        foreign: Whether it says anything that none of several earlier versions says.
        rewritten: Whether hardly a line is what it was.
    """

    readable: tuple[str, ...] = ()
    broken: bool = False
    fresh: tuple[str, ...] = ()
    earliest: int = 0
    altered: bool = False
    lost: bool = False
    early: bool = False
    unit: str = ""
    public: str = ""
    approved: bool = False
    foreign: bool = False
    rewritten: bool = False

    @property
    def mere(self) -> bool:
        """Whether it adds, and does nothing else."""
        return not (self.broken or self.altered or self.lost or self.public or self.rewritten)
