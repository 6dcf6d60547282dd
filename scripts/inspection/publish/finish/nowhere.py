"""The page for addresses that are not there: the theme's is English, and leads nowhere."""

import re

_SAYS = "<h1>404 - Not found</h1>"
_HOME = re.compile(r'<a href="([^"]*)"[^>]*md-logo')
_TOLD = {
    "zh": "<h1>没有这个页面</h1>\n  <p>地址可能写错了，或者页面已经撤下。"
    '请<a href="{home}">回到首页</a>，再从上方的栏目查找。</p>',
    "en": "<h1>No such page</h1>\n  <p>The address may be mistyped, or the page was taken down. "
    'Go <a href="{home}">to the first page</a> and look from there.</p>',
}


def nowhere(page: str) -> str:
    """Return the generator's page for addresses that are not there, in the words and with the way home of its edition.

    Raises:
        ValueError: The page is not of the form the theme writes.
    """
    home = _HOME.search(page)
    if home is None or _SAYS not in page:
        raise ValueError("no page for lost readers of the form the theme writes")
    language = "en" if '<html lang="en"' in page else "zh"
    return page.replace(_SAYS, _TOLD[language].format(home=home[1]))
