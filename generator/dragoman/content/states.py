"""States that nobody needs to write a file for: every ISO 3166-1 code in lower case is an organisation."""

from __future__ import annotations

import functools
from typing import Any

from dragoman.i18n.names import get_territory_name, is_territory, territory_codes
from dragoman.model.organisations import Organisation

_WITHOUT_SETTINGS = ("en",)
#: What is written for a state, and is the ISO code of none.
_USUAL_CODES = {"uk": "gb", "usa": "us", "uae": "ae", "prc": "cn"}


@functools.lru_cache(maxsize=1024)
def find_state(code: str, languages: tuple[str, ...]) -> Organisation | None:
    """The state with this code, named in the site's languages by CLDR; None where there is none."""
    if not is_territory(code):
        return None
    return Organisation.model_validate({"id": code, "name": _name(code, languages), "kind": "state"})


def complete_state(code: str, written: dict[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    """What a file says about a state, with its name and kind added where the file leaves them to CLDR."""
    return {"name": _name(code, languages), "kind": "state", **written} if is_territory(code) else written


@functools.lru_cache(maxsize=256)
def find_state_by_name(name: str, languages: tuple[str, ...]) -> str | None:
    """The code of the state with this name in one of the languages or in English; None where there is none."""
    wanted = name.replace("-", " ").casefold()
    for language in dict.fromkeys((*languages, *_WITHOUT_SETTINGS)):
        for code in sorted(territory_codes()):
            if get_territory_name(code, language).replace("-", " ").casefold() == wanted:
                return code
    code = _USUAL_CODES.get(name.lower(), name.lower())
    return code if is_territory(code) else None


def _name(code: str, languages: tuple[str, ...]) -> dict[str, str]:
    return {language: get_territory_name(code, language) for language in languages or _WITHOUT_SETTINGS}
