"""What templates can say about values: texts, dates, numbers, names, in the page's language.

Every function here is a filter of the same name; theme makers read this list beside ``site.views``. Nothing here knows
on which page it is used (see ``links`` for that), nor any language by name.
"""

from __future__ import annotations

import datetime as dt
import functools
import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.i18n.dates import format_date, format_term
from dragoman.i18n.formats import Style, format_month, format_year, month_name, weekday_name
from dragoman.i18n.lists import join_and
from dragoman.i18n.locales import direction, name_with_territory
from dragoman.i18n.messages import Messages
from dragoman.i18n.names import autonym, language_name
from dragoman.i18n.numbers import format_number, format_share
from dragoman.i18n.quotes import quotation_marks, quote
from dragoman.i18n.sorting import sort_key
from dragoman.i18n.times import format_clock, format_delay, format_duration, zone_city
from dragoman.model.dates import EdtfDate
from dragoman.model.notation import NotationError
from dragoman.model.organisations import Organisation
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.model.times import Duration, Moment
from dragoman.render import markdown
from dragoman.render.markup import Html, concatenate, element
from dragoman.site.catalog import LinkedEvent, Named, Present, PresentPerson
from dragoman.site.other_names import NamedRecord, iter_other_names

#: The moment in the address of an archive's copy: ``web.archive.org/web/20230927101500/…``.
_ARCHIVED = re.compile(r"/((?:19|20)\d\d)-?(\d\d)-?(\d\d)[\d-]{0,7}(?:[a-z]{2}_)?(?=/|$)")

#: How many colours of sides the style sheet has; the last is no side's own.
LAST_ACCENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SideGroup:
    """The participants who speak for one side; ``side`` is None for those who speak for none."""

    side: Organisation | None
    members: tuple[Present, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """``language`` is the page's; a text that it lacks is shown in ``default``, the site's first language."""

    language: str
    default: str
    messages: Messages

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Everything below, by the name that templates use."""
        methods = (name for name, member in vars(Vocabulary).items() if inspect.isfunction(member))
        return {name: getattr(self, name) for name in methods if not name.startswith("_") and name != "filters"}

    # Texts

    def t(self, text: Localized) -> Html:
        """The text in the page's language; marked with its own language where it had to be another.

        Inline Markdown becomes inline elements, Markdown paragraphs.
        """
        return _show(text, self.language, self.default)

    def plain(self, text: Localized) -> str:
        """The text without any markup, for titles, attributes and descriptions."""
        return _show_plainly(text, self.language, self.default)

    def phrase(self, text: str, lang: str) -> Html:
        """Words of another language, marked as such and kept apart from the direction of what surrounds them."""
        if lang == self.language:
            return Html.escape(text)
        name = "span" if direction(lang) == direction(self.language) else "bdi"
        return element(name, text, _marks(lang, self.language))

    def quoted(self, text: str, lang: str) -> Html:
        """The same in the quotation marks of its own language."""
        return self.phrase(quote(text, lang), lang)

    def short(self, organisation: Organisation) -> Html:
        """An organisation's short name, or else its name."""
        return self.t(organisation.short or organisation.name)

    def quoted_here(self, text: str) -> Html:
        """Words in the quotation marks of the page's language: the title of a contact, say."""
        marks = quotation_marks(self.language)
        return concatenate((marks.opening, text, marks.closing))

    def named(self, publisher: Named) -> Html:
        """A publisher: one of our organisations by its short name, or the name that was written."""
        return self.short(publisher.organisation) if publisher.organisation else Html.escape(publisher.name)

    def listed(self, items: Iterable[str]) -> str:
        """``a, b and c``."""
        return join_and(list(items), self.language)

    # Dates, times, numbers

    def date(self, date: EdtfDate) -> str:
        """A date as far as it is known: ``26 September 2023``, ``probably September 2023``."""
        return format_date(date, self.language, self.messages, Style.LONG)

    def full_date(self, date: EdtfDate) -> str:
        """The same with the weekday of a single day."""
        return format_date(date, self.language, self.messages, Style.FULL)

    def short_date(self, date: EdtfDate) -> str:
        """The same with the month abbreviated."""
        return format_date(date, self.language, self.messages, Style.MEDIUM)

    def weekday(self, date: EdtfDate) -> str:
        """The weekday of a single day; empty for any other date."""
        return weekday_name(date.day.weekday(), self.language) if date.is_exact and date.day else ""

    def day(self, moment: Moment) -> str:
        """The day of a moment, as its publisher's calendar showed it."""
        return format_date(EdtfDate.parse(moment.day.isoformat()), self.language, self.messages, Style.LONG)

    def any_date(self, date: EdtfDate | Moment) -> str:
        """A date or the day of a moment, whichever it is."""
        return self.day(date) if isinstance(date, Moment) else self.date(date)

    def term(self, limits: tuple[EdtfDate | None, EdtfDate | None]) -> str:
        """A stretch of time from what is known of its start and end: ``(office.from_, office.to)|term``."""
        return format_term(*limits, self.language, self.messages)

    def month(self, year_and_month: tuple[int, int]) -> str:
        """``September 2023``."""
        return format_month(*year_and_month, self.language)

    def month_name(self, month: int) -> str:
        """The name of a month standing alone."""
        return month_name(month, self.language)

    def short_month(self, month: int) -> str:
        """The same, abbreviated."""
        return month_name(month, self.language, short=True)

    def year(self, year: int) -> str:
        """A year in the digits of the language."""
        return format_year(year, self.language)

    def duration(self, duration: Duration) -> str:
        """``90 minutes``."""
        return format_duration(duration, self.language)

    def delay(self, days: int) -> str:
        """How many days after the contact: ``2 days later``, ``on the day``."""
        return format_delay(days, self.language, self.messages)

    def clock(self, time: str) -> str:
        """``14:30``, or ``2:30 pm`` where that is the custom, from hours and minutes as in ISO 8601."""
        return format_clock(dt.time.fromisoformat(time), self.language)

    def city(self, zone: str) -> str:
        """The city that stands for a time zone."""
        return zone_city(zone, self.language)

    def number(self, number: float) -> str:
        """``20,000``."""
        return format_number(number, self.language)

    def share(self, share: float) -> str:
        """A part of 1 as a percentage."""
        return format_share(share, self.language)

    def archived_on(self, address: str) -> EdtfDate | None:
        """The day on which an archive made its copy, as the copy's address has it; None where it does not say."""
        found = _ARCHIVED.search(address)
        try:
            return EdtfDate.parse("-".join(found.groups())) if found else None
        except NotationError:
            return None

    # Languages

    def language_name(self, lang: str) -> str:
        """What a language is called in the page's language."""
        return language_name(lang, self.language)

    def autonym(self, lang: str) -> str:
        """What a language is called in itself."""
        return autonym(lang)

    def territorial(self, lang: str) -> str:
        """The language with a territory, as Open Graph names it: ``en_GB``."""
        return name_with_territory(lang)

    def direction(self, lang: str) -> str:
        """``ltr`` or ``rtl``."""
        return direction(lang)

    # Events

    def in_order(self, organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
        """Sides in the alphabetical order of the page's language, whatever order the file has."""
        return tuple(sorted(organisations, key=self._sorting))

    def accent(self, sides: Sequence[Organisation], all_sides: Sequence[Organisation]) -> int:
        """The number (1 to 8) of the colour of a side among all of a page; the last for what is nobody's alone."""
        ids = [side.id for side in all_sides]
        number = ids.index(sides[0].id) + 1 if len(sides) == 1 and sides[0].id in ids else LAST_ACCENT
        return min(number, LAST_ACCENT)

    def by_side(self, event: LinkedEvent) -> tuple[SideGroup, ...]:
        """The participants by side, sides in alphabetical order, those without a side last."""
        members: dict[str, list[Present]] = {}
        for present in event.participants:
            members.setdefault(present.side.id if present.side else "", []).append(present)
        sides = {present.side.id: present.side for present in event.participants if present.side}
        groups = [SideGroup(side=side, members=tuple(members[side.id])) for side in self.in_order(sides.values())]
        without = members.get("", [])
        return (*groups, SideGroup(side=None, members=tuple(without))) if without else tuple(groups)

    def named_in(self, event: LinkedEvent) -> tuple[NamedRecord, ...]:
        """The sides, places and people of an event."""
        people = (present.then.person for present in event.participants if isinstance(present, PresentPerson))
        return (*event.sides, *event.places, *people)

    def other_names(self, records: Iterable[NamedRecord]) -> tuple[str, ...]:
        """What else these are called in any language or script, by anybody; each name once."""
        languages = (self.language, self.default)
        return tuple(dict.fromkeys(name for record in records for name in iter_other_names(record, languages)))

    def highest(self, counts: Sequence[Any]) -> int:
        """The highest ``count`` of months, years or pairs, to scale bars by; at least 1."""
        return max((entry.count for entry in counts), default=0) or 1

    def _sorting(self, organisation: Organisation) -> tuple[Any, str]:
        return sort_key(self.plain(organisation.short or organisation.name), self.language), organisation.id


# The same names and titles stand on many pages.
@functools.lru_cache(maxsize=16384)
def _show(text: Localized, language: str, default: str) -> Html:
    found = text.resolve((language, default))
    match text:
        case Markdown():
            content, name = markdown.to_html(found.text), "div"
        case InlineMarkdown():
            content, name = markdown.to_inline_html(found.text), "span"
        case _:
            content, name = Html.escape(found.text), "span"
    return content if found.lang == language else element(name, content, _marks(found.lang, language))


@functools.lru_cache(maxsize=16384)
def _show_plainly(text: Localized, language: str, default: str) -> str:
    words = text.resolve((language, default)).text
    return markdown.to_plain(words) if isinstance(text, Markdown | InlineMarkdown) else words


def _marks(lang: str, language: str) -> dict[str, str]:
    """The attributes of what is in ``lang`` on a page in ``language``."""
    return {"lang": lang} if direction(lang) == direction(language) else {"lang": lang, "dir": direction(lang)}
