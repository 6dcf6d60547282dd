"""SSH signatures as Git keeps them (OpenSSH's PROTOCOL.sshsig): written, read, and verified."""

import base64
import binascii
import hashlib
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_MAGIC = b"SSHSIG"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_HASHES: dict[bytes, Callable[[bytes], Any]] = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
_WIDTH = 70

SPACE = "git"
"""The namespace of what Git signs."""


class Signature(NamedTuple):
    """A signature, read but not yet verified.

    Attributes:
        key: The public half of the key it says it was made with, in the form OpenSSH packs it.
        space: What it was made for; a signature for another purpose proves nothing here.
        digest: Name of the digest that was signed, `sha256` or `sha512`.
        signed: The algorithm's name and the bytes it gave.
    """

    key: bytes
    space: bytes
    digest: bytes
    signed: bytes

    @property
    def public(self) -> str:
        """The key as `signers.yaml` and OpenSSH write it, without a comment."""
        return f"{_first(self.key).decode('ascii', 'replace')} {base64.b64encode(self.key).decode('ascii')}"


def sign(key: "Ed25519PrivateKey", data: bytes, space: str = SPACE) -> str:
    """Return the armoured signature of the data by an Ed25519 key, without a line end after it."""
    public = public_blob(key)
    signed = _packed(b"ssh-ed25519") + _packed(key.sign(_to_be_signed(space.encode(), b"sha512", data)))
    parts = (public, space.encode(), b"", b"sha512", signed)
    blob = _MAGIC + (1).to_bytes(4, "big") + b"".join(map(_packed, parts))
    lines = textwrap.wrap(base64.b64encode(blob).decode("ascii"), _WIDTH)
    return "\n".join([_BEGIN, *lines, _END])


def public_blob(key: "Ed25519PrivateKey") -> bytes:
    """Return the public half of an Ed25519 key in the form OpenSSH packs it."""
    return _packed(b"ssh-ed25519") + _packed(key.public_key().public_bytes_raw())


def read(armoured: str) -> Signature | None:
    """Return what an armoured signature says, or nothing where it is none, or of a form not known."""
    lines = [line.strip() for line in armoured.strip().splitlines()]
    if len(lines) < 2 or lines[0] != _BEGIN or lines[-1] != _END:
        return None
    try:
        blob = base64.b64decode("".join(lines[1:-1]), validate=True)
        if not blob.startswith(_MAGIC + (1).to_bytes(4, "big")):
            return None
        key, space, _reserved, digest, signed = _unpacked(blob[len(_MAGIC) + 4 :], 5)
    except (ValueError, binascii.Error):
        return None
    return Signature(key, space, digest, signed) if digest in _HASHES else None


def verified(signature: Signature, data: bytes, space: str = SPACE) -> bool:
    """Return whether the key of a signature signed these very bytes for this purpose."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    if signature.space != space.encode():
        return False
    try:
        key: Any = load_ssh_public_key(signature.public.encode("ascii"))
        algorithm, raw = _unpacked(signature.signed, 2)
        _verify(key, algorithm, raw, _to_be_signed(signature.space, signature.digest, data))
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True


def _verify(key: Any, algorithm: bytes, raw: bytes, data: bytes) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

    if isinstance(key, ed25519.Ed25519PublicKey) and algorithm == b"ssh-ed25519":
        key.verify(raw, data)
    elif isinstance(key, rsa.RSAPublicKey) and algorithm in (b"rsa-sha2-256", b"rsa-sha2-512"):
        key.verify(raw, data, padding.PKCS1v15(), hashes.SHA256() if algorithm.endswith(b"256") else hashes.SHA512())
    elif isinstance(key, ec.EllipticCurvePublicKey) and algorithm.startswith(b"ecdsa-sha2-"):
        r, s = (int.from_bytes(part, "big") for part in _unpacked(raw, 2))
        wide = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[key.curve.key_size]
        key.verify(utils.encode_dss_signature(r, s), data, ec.ECDSA(wide))
    else:
        raise ValueError(algorithm)


def _to_be_signed(space: bytes, digest: bytes, data: bytes) -> bytes:
    return _MAGIC + b"".join(map(_packed, (space, b"", digest, _HASHES[digest](data).digest())))


def _packed(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value


def _unpacked(blob: bytes, count: int) -> list[bytes]:
    """Return the parts of a packed blob.

    Raises:
        ValueError: It does not hold so many, or more.
    """
    parts = []
    for _ in range(count):
        size = int.from_bytes(blob[:4], "big")
        if len(blob) < 4 + size:
            raise ValueError("cut short")
        parts.append(blob[4 : 4 + size])
        blob = blob[4 + size :]
    if blob:
        raise ValueError("more than it says")
    return parts


def _first(blob: bytes) -> bytes:
    return blob[4 : 4 + int.from_bytes(blob[:4], "big")]
