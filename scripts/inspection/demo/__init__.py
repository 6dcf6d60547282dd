"""A demonstration ledger of the fictional 云渚区, of any size, made from a seed."""

from inspection.demo.ledger import PROBLEMS, SEED, UNITS, generate, write

__all__ = ["PROBLEMS", "SEED", "UNITS", "generate", "write"]
