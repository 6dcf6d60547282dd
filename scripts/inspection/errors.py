"""What stops a run.

A finding is something wrong in the ledger and never stops anything; these are the few things without which a command
cannot do its work at all. Each carries one sentence in both languages, and the command line prints it as it stands.
"""


class InspectionError(Exception):
    """The root of what stops a run on purpose.

    Attributes:
        zh: One Chinese sentence that says what is wrong and how to mend it.
        en: The same sentence in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        """Keep both sentences; `str()` gives the Chinese one."""
        super().__init__(zh)
        self.zh = zh
        self.en = en


class CannotRunError(InspectionError):
    """The command cannot do its work here: no ledger, no such revision, a folder that cannot be written."""


class UsageError(InspectionError):
    """What was asked for makes no sense: an unknown rule, a day that is no day."""
