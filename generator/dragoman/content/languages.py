"""Which texts are language tags (BCP 47, as far as a site needs them: language, script, region, variant)."""

from __future__ import annotations

import functools
import re

# The two-letter codes; longer ones (ISO 639-3) are only checked for their form.
_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn
    so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_TWO_LETTERS = frozenset(_ISO_639_1.split())
_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*", re.ASCII)
#: Names, country codes and three-letter codes that are written in place of the tag.
_MEANT = {
    "german": "de", "deutsch": "de", "ger": "de", "deu": "de", "english": "en", "englisch": "en", "eng": "en",
    "uk-en": "en-GB", "russian": "ru", "russisch": "ru", "rus": "ru", "french": "fr", "französisch": "fr", "fra": "fr",
    "ge": "ka", "georgian": "ka", "georgisch": "ka", "armenian": "hy", "armenisch": "hy", "arm": "hy",
    "azerbaijani": "az", "aserbaidschanisch": "az", "aze": "az", "turkish": "tr", "türkisch": "tr", "tur": "tr",
    "persian": "fa", "farsi": "fa", "persisch": "fa", "ir": "fa", "ua": "uk", "ukrainian": "uk", "ukrainisch": "uk",
    "cz": "cs", "gr": "el", "jp": "ja", "cn": "zh", "chinese": "zh", "arabic": "ar", "arabisch": "ar", "by": "be",
    "kz": "kk", "dk": "da", "se-se": "sv", "iw": "he", "spanish": "es", "italian": "it",
}  # fmt: skip
_THREE_LETTERS_WITH_TWO = frozenset(word for word in _MEANT if len(word) == 3)


@functools.lru_cache(maxsize=1024)
def is_language_tag(text: str) -> bool:
    """Whether this is a language tag in its usual spelling: ``de``, ``en-GB``, ``az-Latn``, ``ckb``."""
    found = _TAG.fullmatch(text)
    if not found or found[1] in _THREE_LETTERS_WITH_TWO:
        return False
    return len(found[1]) == 3 or found[1] in _TWO_LETTERS


def find_meant_tag(text: str) -> str | None:
    """The tag that was probably meant; None where that would be a guess."""
    plain = text.strip().replace("_", "-")
    meant = _MEANT.get(plain.lower())
    if meant:
        return meant
    first, *rest = plain.split("-")
    tag = "-".join([first.lower(), *(_spell(part) for part in rest)])
    return tag if tag != text and is_language_tag(tag) else None


def _spell(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
