"""DUE: the two clocks of an item, and the days deadlines rest on."""

from inspection.rules.deadlines.clocks import (
    item_due_soon,
    item_due_very_soon,
    item_overdue,
    review_overdue,
    silence_on_an_open_item,
)
from inspection.rules.deadlines.days import (
    day_rests_on_an_unannounced_year,
    later_than_the_concentrated_period,
    measure_due_after_its_item,
)
from inspection.rules.framework import Rule

RULES: tuple[Rule, ...] = (
    item_overdue,
    item_due_very_soon,
    item_due_soon,
    review_overdue,
    measure_due_after_its_item,
    silence_on_an_open_item,
    day_rests_on_an_unannounced_year,
    later_than_the_concentrated_period,
)
