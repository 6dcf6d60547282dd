"""Make the Word templates the project ships again: `make documents`. What an office changed in them is lost."""

from inspection.cli.paperwork import TEMPLATES, write_whole
from inspection.office.documents.layout.templates import templates


def make() -> None:
    """Write every template to `site/documents/`."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    for name, content in templates():
        write_whole(TEMPLATES / name, content)


if __name__ == "__main__":
    make()
