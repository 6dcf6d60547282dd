"""The public site as Markdown: one module per kind of page, `site` all of them."""

from inspection.publish.pages.remembered import Printed, Remembered
from inspection.publish.pages.said import Example, RulePage, Said
from inspection.publish.pages.site import Page, site_pages

__all__ = ["Example", "Page", "Printed", "Remembered", "RulePage", "Said", "site_pages"]
