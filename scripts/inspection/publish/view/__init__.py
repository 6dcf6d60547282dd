"""The privacy border: from the ledger to what the public may know.

Everything beyond this package sees only the types of `shapes`. They are filled field by field, so a new field of the
ledger stays private until somebody writes a line here.
"""

from inspection.publish.view.build import public_view
from inspection.publish.view.common_problems import PublicCommonProblem, PublicSelfChecks
from inspection.publish.view.district_shapes import (
    PublicEarlier,
    PublicFigure,
    PublicHalfYear,
    PublicMonth,
    PublicTerm,
)
from inspection.publish.view.notices import PublicNotice, PublicRetraction, RetractedNotice
from inspection.publish.view.shapes import (
    Gone,
    LocalWord,
    PublicDistrict,
    PublicInspection,
    PublicItem,
    PublicMove,
    PublicProblem,
    PublicRound,
    PublicUnit,
    PublicView,
)

__all__ = [
    "Gone",
    "LocalWord",
    "PublicCommonProblem",
    "PublicDistrict",
    "PublicEarlier",
    "PublicFigure",
    "PublicHalfYear",
    "PublicInspection",
    "PublicItem",
    "PublicMonth",
    "PublicMove",
    "PublicNotice",
    "PublicProblem",
    "PublicRetraction",
    "PublicRound",
    "PublicSelfChecks",
    "PublicTerm",
    "PublicUnit",
    "PublicView",
    "RetractedNotice",
    "public_view",
]
