"""One browser for each process, and the sites of the demonstration ledger, built once for all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.demonstration import build_demonstration
from tests.browser.visiting import Site, Visit, launch, made_once, served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that the processes of this test run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def public(shared: Path) -> Iterator[Site]:
    """The public site of the demonstration ledger, in both languages."""
    folder = made_once(shared / "demonstration-public", lambda fresh: build_demonstration(fresh, "public"))
    with served(folder / "public" / "site") as site:
        yield site


@pytest.fixture(scope="session")
def office(shared: Path) -> Iterator[Site]:
    """The office's board of the demonstration ledger."""
    folder = made_once(shared / "demonstration-office", lambda fresh: build_demonstration(fresh, "office"))
    with served(folder / "office" / "site") as site:
        yield site


@pytest.fixture
def visiting(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open windows on sites; returns the function that opens one. They are closed with the test."""
    visits: list[Visit] = []

    def visit(site: Site, width: int, scheme: str = "light", *, scripts: bool = True) -> Visit:
        visits.append(Visit(browser, site, width, scheme, scripts=scripts))
        return visits[-1]

    yield visit
    for one in visits:
        one.close()
