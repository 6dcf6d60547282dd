"""RND: how a round is prepared, shared out, held and finished."""

from inspection.rules.framework import Rule
from inspection.rules.rounds.afterwards import matters_unanswered, tasks_after_the_round_late
from inspection.rules.rounds.dates import impossible_dates, too_long_on_site
from inspection.rules.rounds.prepared import (
    announced_in_one_place_only,
    meeting_missing,
    no_briefing_before_entry,
    plan_incomplete,
)
from inspection.rules.rounds.units import audit_without_its_list, integrated_above_the_limit, units_shared_out_wrongly

RULES: tuple[Rule, ...] = (
    impossible_dates,
    announced_in_one_place_only,
    meeting_missing,
    integrated_above_the_limit,
    units_shared_out_wrongly,
    audit_without_its_list,
    plan_incomplete,
    too_long_on_site,
    no_briefing_before_entry,
    tasks_after_the_round_late,
    matters_unanswered,
)
