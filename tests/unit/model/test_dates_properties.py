"""Dates, by property, and against the ``edtf`` package where that is right."""

from __future__ import annotations

import datetime as dt
import time

import edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.dates import DateError, DateKind, EdtfDate, Precision

# The oracle takes milliseconds a date, and a busy machine several times that.
_unhurried = settings(deadline=None, max_examples=40)

_days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31))
_qualifiers = st.sampled_from(["", "?", "~", "%"])
_cuts = st.sampled_from([4, 7, 10])
_parts = st.builds(lambda day, cut, qualifier: day.isoformat()[:cut] + qualifier, _days, _cuts, _qualifiers)
_plain_parts = st.builds(lambda day, cut: day.isoformat()[:cut], _days, _cuts)


def _refusal(text: str) -> DateError | None:
    try:
        EdtfDate.parse(text)
    except DateError as error:
        return error
    return None


def _oracle_day(moment: time.struct_time | float) -> dt.date | None:
    if isinstance(moment, float):  # An open end is infinite there.
        return None
    return dt.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _agrees(text: str) -> bool:
    ours, theirs = EdtfDate.parse(text), edtf.parse_edtf(text)
    return (ours.lower, ours.upper) == (_oracle_day(theirs.lower_strict()), _oracle_day(theirs.upper_strict()))


@_unhurried
@given(_parts)
def test_bounds_agree_with_the_oracle(text: str) -> None:
    assert _agrees(text)


@_unhurried
@given(_days)
def test_unknown_digits_agree_with_the_oracle(day: dt.date) -> None:
    assert _agrees(f"{day:%Y-%m}-XX")
    assert _agrees(f"{day:%Y}-XX-XX")
    assert _agrees(f"{day:%Y}-XX")


# The oracle ends a winter (``2023-24``) on 31 December, which leaves two of its three months out; so not that one.
@_unhurried
@given(_days, st.sampled_from([21, 22, 23]))
def test_seasons_agree_with_the_oracle(day: dt.date, season: int) -> None:
    assert _agrees(f"{day:%Y}-{season}")


@_unhurried
@given(_plain_parts)
def test_open_intervals_agree_with_the_oracle(text: str) -> None:
    assert _agrees(f"{text}/..")
    assert _agrees(f"../{text}")


@_unhurried
@given(_plain_parts, _plain_parts)
def test_intervals_agree_with_the_oracle_or_are_refused_for_their_order(one: str, other: str) -> None:
    text = f"{one}/{other}"
    refusal = _refusal(text)
    if refusal is None:
        assert _agrees(text)
    else:
        assert (refusal.rule, refusal.suggestion) == ("end-before-start", f"{other}/{one}")
        assert _refusal(f"{other}/{one}") is None


@_unhurried
@given(st.lists(_plain_parts, min_size=2, max_size=4, unique=True))
def test_sets_span_their_choices(texts: list[str]) -> None:
    parts = sorted((EdtfDate.parse(text) for text in texts), key=lambda part: (part.lower, part.upper))
    whole = EdtfDate.parse("[" + ",".join(part.text for part in parts) + "]")
    assert whole.lower == min(part.lower for part in parts if part.lower)
    assert whole.upper == max(part.upper for part in parts if part.upper)
    assert whole.kind is DateKind.ONE_OF


@_unhurried
@given(_parts, _days)
def test_what_is_certain_is_possible(text: str, day: dt.date) -> None:
    for form in (text, f"{text}/..", f"../{text}"):
        date = EdtfDate.parse(form)
        assert date.may_contain(day) or not date.surely_contains(day)
        assert date.may_contain(day) == date.overlaps(EdtfDate.parse(day.isoformat()))


@_unhurried
@given(_days, st.sampled_from(["%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%Y.%m.%d", " %Y-%m-%d", "%Y-%m-%dT10:30Z"]))
def test_other_notations_suggest_the_same_day(day: dt.date, notation: str) -> None:
    refusal = _refusal(day.strftime(notation))
    assert refusal is not None
    assert (refusal.rule, refusal.suggestion) == ("bad-date", day.isoformat())


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="0123456789-/.[],?~%XYT ", max_size=24) | st.text(max_size=24))
def test_any_text_is_a_date_or_refused_with_words_and_a_valid_suggestion(text: str) -> None:
    refusal = _refusal(text)
    if refusal is None:
        date = EdtfDate.parse(text)
        assert date.lower is None or date.upper is None or date.lower <= date.upper
        assert date.precision in Precision
    else:
        assert refusal.message
        assert refusal.hint
        assert refusal.suggestion is None or _refusal(refusal.suggestion) is None
