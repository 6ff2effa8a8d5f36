"""Lays the starter's texts into the languages of a new site. The starter itself is a site in German and English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

#: The languages that the starter is written in; the last stands in for those that it is not.
WRITTEN = ("de", "en")

# The same lines in each written language, one below the other, at one depth.
_LOCALIZED = re.compile("(?m)" + "".join(rf"^(?P<{tag}_indent> +){tag}: (?P<{tag}>.*)\n" for tag in WRITTEN))
_LANGUAGES = re.compile(r"(?m)^languages: .*$")
_TITLE = re.compile(r"(?m)^(title:\n)((?: +\S+: .*\n)+)")
_PAGE = re.compile(rf"(?P<stem>.+)\.(?P<language>{'|'.join(WRITTEN)})\.md")


def rewrite(path: str, text: str, *, languages: Sequence[str], title: str | None) -> Iterator[tuple[str, str]]:
    """One file of the starter as files of the new site: none or several for a page of prose, else one."""
    page = _PAGE.fullmatch(path)
    if page:
        yield from _rewrite_page(page, text, languages)
    elif path.endswith(".yaml"):
        text = _LOCALIZED.sub(lambda found: _localize(found, languages), text)
        if path.endswith("/site.yaml"):
            text = _LANGUAGES.sub(f"languages: [{', '.join(languages)}]", text)
            text = _TITLE.sub(lambda found: found[1] + _retitle(found[2], title), text) if title else text
        yield path, text
    else:
        yield path, text


def _localize(found: re.Match[str], languages: Sequence[str]) -> str:
    indent = found[f"{WRITTEN[0]}_indent"]
    return "".join(f"{indent}{language}: {found[_stand_in(language)]}\n" for language in languages)


def _stand_in(language: str) -> str:
    base = language.partition("-")[0].lower()
    return base if base in WRITTEN else WRITTEN[-1]


def _retitle(lines: str, title: str) -> str:
    # A JSON string is a YAML string, whatever it holds.
    return re.sub(r"(?m)^( +\S+: ).*$", lambda found: found[1] + json.dumps(title, ensure_ascii=False), lines)


def _rewrite_page(page: re.Match[str], text: str, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    for language in languages:
        if _stand_in(language) == page["language"]:
            link = f"}}\\1.{language}.md"
            yield f"{page['stem']}.{language}.md", re.sub(rf"}}(\w+)\.{page['language']}\.md", link, text)
