"""Keys made on the spot."""

import base64
from collections.abc import Callable
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspection import sshsig

KeyMaker = Callable[[str], Ed25519PrivateKey]
"""Makes the key of a name, such as `office` or `office 2`."""


def fresh_key(name: str) -> Ed25519PrivateKey:  # noqa: ARG001  a maker of keys is told whose they are
    """Return a new key that nobody can make again."""
    return Ed25519PrivateKey.generate()


class Pen(NamedTuple):
    """A key in memory: nothing of it is ever written but its public half and its signatures.

    Attributes:
        public: The public half, as OpenSSH writes it.
    """

    key: Ed25519PrivateKey
    public: str

    def sign(self, data: bytes) -> str:
        """Return the armoured signature of the data, without a line end after it."""
        return sshsig.sign(self.key, data)


def pen(key: Ed25519PrivateKey) -> Pen:
    """Return what signs with a key."""
    return Pen(key, f"ssh-ed25519 {base64.b64encode(sshsig.public_blob(key)).decode('ascii')}")
