"""Every key of the figures in words: label, formula, and what is not in it; for reports and the public figures page."""

from inspection.derive.figures.catalogue_coverage import COVERAGE
from inspection.derive.figures.catalogue_problems import PROBLEMS
from inspection.derive.figures.catalogue_results import RESULTS
from inspection.derive.figures.catalogue_row import Row
from inspection.derive.figures.catalogue_supervision import PEOPLE, SUPERVISION
from inspection.derive.figures.catalogue_work import WORK

CATALOGUE: tuple[Row, ...] = (*COVERAGE, *PROBLEMS, *WORK, *SUPERVISION, *RESULTS, *PEOPLE)
"""In the order the figures are shown."""
