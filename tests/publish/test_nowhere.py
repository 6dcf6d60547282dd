import pytest

from inspection.publish.finish import nowhere

PAGE = '<html lang="{}"><a href="{}index.html" title="A" class="md-header__button md-logo"></a><h1>404 - Not found</h1>'


@pytest.mark.parametrize(
    ("language", "root", "says"), [("zh", "/a/", "没有这个页面"), ("en", "/a/en/", "No such page")]
)
def test_a_lost_reader_is_told_so_in_the_language_of_the_edition_and_led_home(language, root, says):
    page = nowhere(PAGE.format(language, root))

    assert f"<h1>{says}</h1>" in page
    assert f'<a href="{root}index.html">' in page
    assert "Not found" not in page


def test_another_theme_s_page_is_not_passed_over_in_silence():
    with pytest.raises(ValueError, match="theme"):
        nowhere("<html><h1>Lost</h1></html>")
