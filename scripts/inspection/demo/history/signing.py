"""Keys made on the spot, and signatures as `git verify-commit` wants them (PROTOCOL.sshsig, namespace git)."""

import base64
import hashlib
import textwrap
from collections.abc import Callable
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_ALGORITHM = b"ssh-ed25519"
_HASH = b"sha512"
_SPACE = b"git"

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
        digest = _text(hashlib.sha512(data).digest())
        signed = self.key.sign(b"SSHSIG" + _text(_SPACE) + _text(b"") + _text(_HASH) + digest)
        blob = b"SSHSIG" + (1).to_bytes(4, "big") + _text(_public(self.key)) + _text(_SPACE) + _text(b"")
        blob += _text(_HASH) + _text(_text(_ALGORITHM) + _text(signed))
        lines = textwrap.wrap(base64.b64encode(blob).decode("ascii"), 70)
        return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"])


def pen(key: Ed25519PrivateKey) -> Pen:
    """Return what signs with a key."""
    return Pen(key, f"{_ALGORITHM.decode()} {base64.b64encode(_public(key)).decode('ascii')}")


def _public(key: Ed25519PrivateKey) -> bytes:
    return _text(_ALGORITHM) + _text(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def _text(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value
