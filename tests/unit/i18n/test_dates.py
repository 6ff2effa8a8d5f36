"""Every form of date in words, in languages that differ in order, grammar, digits and direction."""

from __future__ import annotations

import pytest

from dragoman.i18n.dates import format_date, format_term
from dragoman.i18n.formats import Style
from dragoman.i18n.messages import Messages, source_messages
from dragoman.model.dates import EdtfDate

ENGLISH = source_messages()


def _plain(text: str) -> str:
    """With ordinary spaces: CLDR puts thin ones round a dash and narrow ones before an abbreviation."""
    return (
        text.replace("\N{THIN SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-09-26", "Tuesday, 26 September 2023"),
        ("2023-09", "September 2023"),
        ("2023", "2023"),
        ("2023-09-XX", "September 2023"),
        ("2023-XX-XX", "2023"),
        ("2023-21", "spring 2023"),
        ("2023-22", "summer 2023"),
        ("2023-23", "autumn 2023"),
        ("2023-24", "winter 2023/24"),
        ("1999-24", "winter 1999/00"),
        ("2023-09-26?", "probably Tuesday, 26 September 2023"),
        ("2023-09-26~", "about 26 September 2023"),
        ("2023-09%", "probably about September 2023"),
        ("2023-09-25/2023-09-28", "25–28 September 2023"),
        ("2023-09-25/2023-10-02", "25 September – 2 October 2023"),
        ("2023-12-25/2024-01-02", "25 December 2023 – 2 January 2024"),
        ("2023-09/2023-10", "September – October 2023"),
        ("2022-12/2023-01", "December 2022 – January 2023"),
        ("2022/2024", "2022–2024"),
        ("2023-09-26/2023-09-26", "26 September 2023"),
        ("2023-09-25/2023-10", "25 September 2023 – October 2023"),
        ("2023-21/2023-22", "spring 2023 – summer 2023"),
        ("2023-09-25?/2023-09-28?", "probably 25–28 September 2023"),
        ("2023-09-25~/2023-09-28~", "about 25–28 September 2023"),
        ("2023-09-25~/2023-09-28", "about 25 September 2023 – 28 September 2023"),
        ("../2023-09-26", "until 26 September 2023"),
        ("2023-09/..", "from September 2023 on"),
        ("2023-09-26?/..", "from probably 26 September 2023 on"),
        ("[2023-09-25,2023-09-26]", "25 or 26 September 2023"),
        ("[2023-09-29,2023-09-30,2023-10-02]", "29, 30 September or 2 October 2023"),
        ("[2022-12-31,2023-01-01]", "31 December 2022 or 1 January 2023"),
        ("[2023-09,2023-10]", "September 2023 or October 2023"),
        ("[2023-09-25,2023-09-26~]", "25 September 2023 or about 26 September 2023"),
        ("[2023-09-08..2025-05-16]", "between 8 September 2023 and 16 May 2025"),
        ("[2023-09-08..2025]", "between 8 September 2023 and 2025"),
    ],
)
def test_every_form_in_english(text: str, expected: str) -> None:
    assert _plain(format_date(EdtfDate.parse(text), "en", ENGLISH)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-09-26", "Dienstag, 26. September 2023"),
        ("2023-03", "März 2023"),
        ("2023", "2023"),
        ("2023-21", "Frühjahr 2023"),
        ("2023-24", "Winter 2023/24"),
        ("2023-09-26?", "vermutlich Dienstag, 26. September 2023"),
        ("2023-09-26~", "um den 26. September 2023"),
        ("2023-09~", "um September 2023"),
        ("2023-09-25~/2023-09-28~", "etwa 25.–28. September 2023"),
        ("2023-09-25/2023-09-28", "25.–28. September 2023"),
        ("2023-09-25/2023-10-02", "25. September – 2. Oktober 2023"),
        ("2023-12-25/2024-01-02", "25. Dezember 2023 – 2. Januar 2024"),
        ("2023-09/2023-10", "September–Oktober 2023"),
        ("2022-12/2023-01", "Dezember 2022 – Januar 2023"),
        ("2022/2024", "2022–2024"),
        ("../2023-09-26", "bis zum 26. September 2023"),
        ("../2023-09", "bis September 2023"),
        ("2023-09-26/..", "ab dem 26. September 2023"),
        ("2023/..", "ab 2023"),
        ("[2023-09-25,2023-09-26]", "25. oder 26. September 2023"),
        ("[2023-09-08..2025-05-16]", "zwischen dem 8. September 2023 und dem 16. Mai 2025"),
        ("[2023-09..2025-05]", "zwischen September 2023 und Mai 2025"),
    ],
)
def test_every_form_in_german(text: str, expected: str, german: Messages) -> None:
    assert _plain(format_date(EdtfDate.parse(text), "de", german)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-US", ["Tuesday, September 26, 2023", "September 2023", "September 25 – 28, 2023",
         "September 25 – October 2, 2023", "2022 – 2024", "September 25, 2023 or September 26, 2023"]),
        ("fr", ["mardi 26 septembre 2023", "septembre 2023", "25–28 septembre 2023",
         "25 septembre – 2 octobre 2023", "2022–2024", "25 ou 26 septembre 2023"]),
        ("es", ["martes, 26 de septiembre de 2023", "septiembre de 2023", "25–28 de septiembre de 2023",
         "25 de septiembre – 2 de octubre de 2023", "2022–2024", "25 o 26 de septiembre de 2023"]),
        ("ru", ["вторник, 26 сентября 2023 г.", "сентябрь 2023 г.", "25–28 сентября 2023 г.",
         "25 сентября – 2 октября 2023 г.", "2022–2024", "25 или 26 сентября 2023 г."]),
        ("pl", ["wtorek, 26 września 2023", "wrzesień 2023", "25–28 września 2023",
         "25 września – 2 października 2023", "2022–2024", "25 lub 26 września 2023"]),
        ("cs", ["úterý 26. září 2023", "září 2023", "25.–28. září 2023",
         "25. září – 2. října 2023", "2022–2024", "25. nebo 26. září 2023"]),
        ("az", ["26 sentyabr 2023, çərşənbə axşamı", "sentyabr 2023", "25–28 sentyabr 2023",
         "25 sentyabr – 2 oktyabr 2023", "2022–2024", "25 yaxud 26 sentyabr 2023"]),
        ("ka", ["სამშაბათი, 26 სექტემბერი, 2023", "სექტემბერი, 2023", "25–28 სექტემბერი, 2023",
         "25 სექტემბერი – 2 ოქტომბერი, 2023", "2022–2024", "25 ან 26 სექტემბერი, 2023"]),
        ("fa", ["سه‌شنبه ۲۶ سپتامبر ۲۰۲۳", "سپتامبر ۲۰۲۳", "۲۵ تا ۲۸ سپتامبر ۲۰۲۳",
         "۲۵ سپتامبر تا ۲ اکتبر ۲۰۲۳", "۲۰۲۲ تا ۲۰۲۴", "۲۵ یا ۲۶ سپتامبر ۲۰۲۳"]),
        ("ar", ["الثلاثاء، 26 سبتمبر 2023", "سبتمبر 2023", "25–28 سبتمبر 2023",
         "25 سبتمبر – 2 أكتوبر 2023", "2022–2024", "25 أو 26 سبتمبر 2023"]),
        ("ja", ["2023年9月26日火曜日", "2023年9月", "2023年9月25日～28日",
         "2023年9月25日～10月2日", "2022年～2024年", "2023年9月25日または2023年9月26日"]),
    ],
)  # fmt: skip
def test_dates_and_spans_by_language(lang: str, expected: list[str]) -> None:
    in_month, in_year, choice = "2023-09-25/2023-09-28", "2023-09-25/2023-10-02", "[2023-09-25,2023-09-26]"
    texts = ["2023-09-26", "2023-09", in_month, in_year, "2022/2024", choice]
    assert [_plain(format_date(EdtfDate.parse(text), lang, ENGLISH)) for text in texts] == expected


@pytest.mark.parametrize(
    ("lang", "style", "day", "span"),
    [
        ("de", Style.LONG, "26. September 2023", "25.–28. September 2023"),
        ("de", Style.MEDIUM, "26. Sept. 2023", "25.–28. Sept. 2023"),
        ("de", Style.SHORT, "26.09.2023", "25.–28.09.2023"),
        ("en", Style.LONG, "26 September 2023", "25–28 September 2023"),
        ("en", Style.MEDIUM, "26 Sept 2023", "25–28 Sept 2023"),
        ("en", Style.SHORT, "26/09/2023", "25/09/2023 – 28/09/2023"),
    ],
)
def test_shorter_styles(lang: str, style: Style, day: str, span: str) -> None:
    assert _plain(format_date(EdtfDate.parse("2023-09-26"), lang, ENGLISH, style)) == day
    assert _plain(format_date(EdtfDate.parse("2023-09-25/2023-09-28"), lang, ENGLISH, style)) == span


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-01-16", "2024-09-29", "16. Januar 2020 – 29. September 2024"),
        ("2019-01", "2023-09-28", "Januar 2019 – 28. September 2023"),
        ("2018", "2020", "2018–2020"),
        ("2020-01-16", None, "seit dem 16. Januar 2020"),
        ("2020", None, "seit 2020"),
        ("../2020-09-29", None, "seit dem 29. September 2020 oder früher"),
        ("../2020-09-29", "2025-08-08/..", "29. September 2020 oder früher – 8. August 2025 oder später"),
        ("2020", "[2023-09-08..2025-05-16]", "2020 – zwischen dem 8. September 2023 und dem 16. Mai 2025"),
        (None, "2020-01-16", "bis zum 16. Januar 2020"),
        (None, None, ""),
    ],
)
def test_terms_of_office(start: str | None, end: str | None, expected: str, german: Messages) -> None:
    began, ended = (EdtfDate.parse(text) if text else None for text in (start, end))
    assert _plain(format_term(began, ended, "de", german)) == expected
