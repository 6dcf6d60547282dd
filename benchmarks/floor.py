"""The floor: read the bytes of every YAML file below a folder, and do nothing with them. Run by its own Python."""

import os
import sys


def read_all(folder: str) -> int:
    """Return how many bytes the `.yaml` files below a folder hold, having read each."""
    count = 0
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".yaml"):
                with open(os.path.join(place, name), "rb") as file:
                    count += len(file.read())
    return count


if __name__ == "__main__":
    print(read_all(sys.argv[1]))
