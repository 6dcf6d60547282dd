"""The demonstration's own history: three years of signed commits by the bodies concerned."""

from inspection.demo.history.repository import replay

__all__ = ["replay"]
