"""Small catalogs of the words that dates need, as a theme would bring them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.i18n.messages import Messages, load_messages

_HEADERS = {
    "de": "nplurals=2; plural=(n != 1);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "pt": "nplurals=2; plural=(n > 1);",
    "pt-BR": "nplurals=2; plural=(n > 1);",
}

GERMAN = """
msgctxt "day"
msgid "about %(date)s"
msgstr "um den %(date)s"

msgctxt "period"
msgid "about %(date)s"
msgstr "um %(date)s"

msgctxt "span"
msgid "about %(date)s"
msgstr "etwa %(date)s"

msgid "probably %(date)s"
msgstr "vermutlich %(date)s"

msgctxt "day"
msgid "until %(date)s"
msgstr "bis zum %(date)s"

msgctxt "period"
msgid "until %(date)s"
msgstr "bis %(date)s"

msgctxt "day"
msgid "from %(date)s on"
msgstr "ab dem %(date)s"

msgctxt "period"
msgid "from %(date)s on"
msgstr "ab %(date)s"

msgctxt "day"
msgid "since %(date)s"
msgstr "seit dem %(date)s"

msgctxt "period"
msgid "since %(date)s"
msgstr "seit %(date)s"

msgctxt "day"
msgid "between %(start)s and %(end)s"
msgstr "zwischen dem %(start)s und dem %(end)s"

msgctxt "period"
msgid "between %(start)s and %(end)s"
msgstr "zwischen %(start)s und %(end)s"

msgid "%(date)s or earlier"
msgstr "%(date)s oder früher"

msgid "%(date)s or later"
msgstr "%(date)s oder später"

msgid "spring %(year)s"
msgstr "Frühjahr %(year)s"

msgid "winter %(year)s"
msgstr "Winter %(year)s"

msgid "on the day"
msgstr "am selben Tag"

msgid "%(count)s day later"
msgid_plural "%(count)s days later"
msgstr[0] "%(count)s Tag später"
msgstr[1] "%(count)s Tage später"
"""

POLISH = """
msgid "%(count)s day later"
msgid_plural "%(count)s days later"
msgstr[0] "%(count)s dzień później"
msgstr[1] "%(count)s dni później"
msgstr[2] "%(count)s dni potem"
"""

WriteCatalog = Callable[[str, str, str], Path]


@pytest.fixture
def write_catalog(tmp_path: Path) -> WriteCatalog:
    """Write ``<folder>/<lang>/LC_MESSAGES/dragoman.po`` and return the folder."""

    def write(folder: str, lang: str, entries: str) -> Path:
        path = tmp_path / folder / lang / "LC_MESSAGES" / "dragoman.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        plural_forms = _HEADERS[lang.replace("_", "-")]
        header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: {plural_forms}\\n"\n\n'
        path.write_text(header + entries, encoding="utf-8")
        return tmp_path / folder

    return write


@pytest.fixture
def german(write_catalog: WriteCatalog) -> Messages:
    return load_messages("de", [write_catalog("theme", "de", GERMAN)])


@pytest.fixture
def polish(write_catalog: WriteCatalog) -> Messages:
    return load_messages("pl", [write_catalog("theme", "pl", POLISH)])
