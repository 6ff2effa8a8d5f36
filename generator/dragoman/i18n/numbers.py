"""Numbers in the digits and with the separators of a language."""

from __future__ import annotations

import decimal
import functools

from babel.numbers import format_decimal, format_percent

from dragoman.i18n.locales import get_locale

#: The digit zero of CLDR's decimal numbering systems in everyday use; the other nine follow it in Unicode.
_ZEROS = {
    "adlm": 0x1E950, "arab": 0x0660, "arabext": 0x06F0, "beng": 0x09E6, "cakm": 0x11136, "deva": 0x0966,
    "gujr": 0x0AE6, "guru": 0x0A66, "khmr": 0x17E0, "knda": 0x0CE6, "laoo": 0x0ED0, "mlym": 0x0D66, "mymr": 0x1040,
    "nkoo": 0x07C0, "olck": 0x1C50, "orya": 0x0B66, "telu": 0x0C66, "thai": 0x0E50, "tibt": 0x0F20,
}  # fmt: skip


@functools.lru_cache(maxsize=4096)
def format_number(number: int | float | decimal.Decimal, lang: str) -> str:
    """A number with the grouping and the decimal sign of the language: ``20.000`` in German, ``20,000`` in English."""
    return localize_digits(format_decimal(number, locale=get_locale(lang), numbering_system="default"), lang)


def format_share(share: float, lang: str) -> str:
    """A part of 1 as a whole percentage: ``45 %``."""
    return localize_digits(format_percent(share, locale=get_locale(lang), numbering_system="default"), lang)


def localize_digits(text: str, lang: str) -> str:
    """The text with its ASCII digits replaced by those CLDR gives for the language (Persian ``۲۰۲۳``)."""
    return text.translate(_digits(lang))


@functools.lru_cache(maxsize=256)
def _digits(lang: str) -> dict[int, int]:
    zero = _ZEROS.get(get_locale(lang).default_numbering_system)
    return {} if zero is None else {ord("0") + digit: zero + digit for digit in range(10)}


@functools.lru_cache(maxsize=256)
def number_signs(lang: str) -> tuple[str, str]:
    """The signs between groups of three digits and before decimals: ``.`` and ``,`` in German."""
    symbols = get_locale(lang).number_symbols["latn"]
    return str(symbols["group"]), str(symbols["decimal"])
