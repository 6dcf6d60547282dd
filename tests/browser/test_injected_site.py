"""A site whose every text is an injection, in a real browser: nothing acts."""

import pytest
from tests.browser.visiting import made_once
from tests.publish.building import build
from tests.publish.canary import AS_OF
from tests.publish.injections import ACTS, INJECTIONS, SCRIPTS, filled

from inspection.publish.finish import finish, inline_scripts

pytestmark = pytest.mark.slow


@pytest.fixture
def page(browser):
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def site(shared):
    return made_once(shared / "injected", lambda fresh: build(filled(INJECTIONS), AS_OF, fresh)) / "site"


class Heard:
    """What a page says and asks for while it is open."""

    def __init__(self, page):
        self.complaints, self.dialogs, self.foreign = [], [], []
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("dialog", self._asked)
        page.on("request", self._requested)

    def _said(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _failed(self, error):
        self.complaints.append(str(error))

    def _asked(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _requested(self, request):
        if not request.url.startswith(("file:", "data:")):
            self.foreign.append(request.url)


def test_nothing_acts_on_any_page(page, site):
    heard, acted = Heard(page), []
    paths = sorted(site.rglob("index.html"))
    for path in paths:
        page.goto(path.as_uri())
        acted += [path.relative_to(site).as_posix()] if page.title() == "acted" else []

    assert len(paths) > 20
    assert (acted, heard.dialogs, heard.foreign, heard.complaints) == ([], [], [], [])


def test_even_a_script_that_came_into_a_page_is_not_run(page, site, tmp_path):
    about = (site / "about" / "index.html").read_text(encoding="utf-8")
    without = about[: about.index("<meta http-equiv")] + about[about.index('<meta name="viewport"') :]
    injected = without.replace("<h1", f"{''.join(SCRIPTS[:2])}<img src='data:,x' onerror={ACTS}><h1", 1)
    trusted = inline_scripts((site / "404.html").read_bytes())
    titles = []
    for name, made in (("open", injected.encode()), ("guarded", finish(injected.encode(), trusted))):
        file = tmp_path / f"{name}.html"
        file.write_bytes(made)
        page.goto(file.as_uri())
        page.wait_for_timeout(200)
        titles.append(page.title() == "acted")

    assert titles == [True, False]
