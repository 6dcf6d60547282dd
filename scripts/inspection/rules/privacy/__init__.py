"""PRV: what must not be in a ledger, because Git never forgets. No message repeats what was found.

The only door for the checkers of identity numbers, cards and telephones; `detect` is for whoever else takes in text.
"""

from inspection.rules.framework import Rule
from inspection.rules.privacy.held import (
    bank_card_number,
    classification_mark,
    home_address,
    identity_number,
    personal_name,
    telephone_number,
)
from inspection.rules.privacy.published import post_held_by_one, public_text_repeats_a_statement

RULES: tuple[Rule, ...] = (
    identity_number,
    telephone_number,
    bank_card_number,
    classification_mark,
    public_text_repeats_a_statement,
    personal_name,
    home_address,
    post_held_by_one,
)
