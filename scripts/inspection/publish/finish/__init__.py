"""What is done to each file the site generator made, before anybody sees it: pure functions of its content."""

from inspection.publish.finish.files import shipped
from inspection.publish.finish.nowhere import nowhere
from inspection.publish.finish.page import finish, inline_scripts

__all__ = ["finish", "inline_scripts", "nowhere", "shipped"]
