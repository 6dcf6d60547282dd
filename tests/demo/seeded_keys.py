"""Keys that are the same in every run, so that the demonstration's history has the same commit ids."""

import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def seeded_key(name: str) -> Ed25519PrivateKey:
    """Return the key of a name; whoever reads this can sign with it."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"demonstration {name}".encode()).digest())
