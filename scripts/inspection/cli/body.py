"""A body given as a file or through a pipe: YAML as in the ledger, or JSON."""

import sys
from pathlib import Path
from typing import Any

from inspection.cli.system import reason
from inspection.errors import CannotRunError, UsageError
from inspection.read.parsing import parse


def body_of(given: str | None) -> dict[str, Any]:
    """Return the fields in a file, or on the standard input for `-`; none where nothing is given.

    Raises:
        CannotRunError: The file cannot be read.
        UsageError: It is no mapping.
    """
    if given is None:
        return {}
    try:
        data = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
    except OSError as error:
        raise CannotRunError(
            f"打不开 {given}（{reason(error).zh}）", f"cannot open {given}: {reason(error).en}"
        ) from None
    read = parse(data)
    if read.data is None:
        fault = read.faults[0]
        line = f"第 {fault.mark.line} 行" if fault.mark else ""
        raise UsageError(f"--body {given} {line}：{fault.message.zh}", f"--body {given}: {fault.message.en}")
    return read.data
