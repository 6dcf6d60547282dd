"""What the demonstration's problems are about: themes as data, one module per area."""

from inspection.demo.themes.assets import THEMES as ASSETS
from inspection.demo.themes.contracts import THEMES as CONTRACTS
from inspection.demo.themes.environment import THEMES as ENVIRONMENT
from inspection.demo.themes.governance import THEMES as GOVERNANCE
from inspection.demo.themes.ledgers import THEMES as LEDGERS
from inspection.demo.themes.livelihood import THEMES as LIVELIHOOD
from inspection.demo.themes.offices import THEMES as OFFICES
from inspection.demo.themes.party import THEMES as PARTY
from inspection.demo.themes.projects import THEMES as PROJECTS
from inspection.demo.themes.safety import THEMES as SAFETY
from inspection.demo.themes.theme import Task, Theme, Wording, filled
from inspection.demo.themes.welfare import THEMES as WELFARE

THEMES: tuple[Theme, ...] = (
    *ASSETS,
    *CONTRACTS,
    *PROJECTS,
    *LEDGERS,
    *WELFARE,
    *LIVELIHOOD,
    *PARTY,
    *GOVERNANCE,
    *OFFICES,
    *SAFETY,
    *ENVIRONMENT,
)

__all__ = ["THEMES", "Task", "Theme", "Wording", "filled"]
