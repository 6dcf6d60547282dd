"""LIF: the life of a rectification item, from its start to whoever closes, returns or reopens it."""

from inspection.rules.framework import Rule
from inspection.rules.lifecycle.days import (
    ask_not_answered_in_time,
    entry_on_the_wrong_day,
    immediate_item_left_open,
    next_look_missed,
)
from inspection.rules.lifecycle.refused import (
    extended_out_of_bounds,
    judged_by_who_rectified,
    move_not_allowed,
    said_without_a_reason,
    submitted_unprepared,
    too_few_agreed,
)
from inspection.rules.lifecycle.reviewed import (
    closed_without_its_proof,
    false_close_not_reopened,
    submitted_again_unchanged,
)

RULES: tuple[Rule, ...] = (
    move_not_allowed,
    entry_on_the_wrong_day,
    submitted_unprepared,
    too_few_agreed,
    judged_by_who_rectified,
    said_without_a_reason,
    extended_out_of_bounds,
    ask_not_answered_in_time,
    immediate_item_left_open,
    next_look_missed,
    submitted_again_unchanged,
    closed_without_its_proof,
    false_close_not_reopened,
)
