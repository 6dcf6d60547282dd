"""The language the user reads."""

import os


def language_of(environment: dict[str, str] | None = None) -> str:
    """Return `en` when the locale says English, else `zh`."""
    values = os.environ if environment is None else environment
    named = next((values[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if values.get(name)), "")
    return "en" if named.lower().startswith("en") else "zh"
