"""The public site as Markdown: one module per kind of page, `site` all of them."""

from inspection.publish.pages.said import RulePage, Said
from inspection.publish.pages.site import Page, site_pages

__all__ = ["Page", "RulePage", "Said", "site_pages"]
