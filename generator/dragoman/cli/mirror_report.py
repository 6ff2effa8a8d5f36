"""Shows the mirror for editors: to a person, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.cli.report import make_harmless
from dragoman.diagnostics import Diagnostic
from dragoman.i18n.names import language_name
from dragoman.i18n.numbers import format_share
from dragoman.model.organisations import Organisation
from dragoman.site.catalog import LinkedEvent
from dragoman.site.mirror import Mirror, SideBalance

_FEW = 10
_LANGUAGE = "en"


def render_mirror(mirror: Mirror, *, language: str, everything: bool = False) -> str:
    """The mirror in sections; of long lists the beginning, unless ``everything`` is asked for."""
    few = None if everything else _FEW
    sections = (
        _render_events(mirror, language, few),
        _render_balance(mirror, language),
        _render_sources(mirror, few),
        _render_searches(mirror, few),
        _render_coverage(mirror),
        _render_records(mirror, few),
    )
    return "\n".join("".join(f"{make_harmless(line)}\n" for line in section) for section in sections)


def _render_events(mirror: Mirror, language: str, few: int | None) -> Iterator[str]:
    yield "Accounts"
    yield (
        f"  {mirror.event_count:,} events, of which {mirror.contact_count:,} took place; "
        f"{mirror.compared_count:,} have two or more accounts to compare"
    )
    for head, events in (
        ("an account by one side only", mirror.single_account),
        ("no account at all", mirror.no_account),
    ):
        yield f"  {_count(len(events), 'contact')} between sides with {head}{':' if events else ''}"
        yield from _cut([f"    {_name_event(event, language)}" for event in reversed(events)], few)


def _render_balance(mirror: Mirror, language: str) -> Iterator[str]:
    yield "Sides (contacts; with its account, searched in vain, not yet read; sources published)"
    for balance in mirror.sides:
        shares = f"{_count(balance.sources, 'source')}, {format_share(balance.share, _LANGUAGE)}"
        if balance.contacts:
            yield (
                f"  {_name_side(balance, language)}: {_count(balance.contacts, 'contact')}; {balance.with_account:,}, "
                f"{balance.searched:,}, {balance.not_yet_read:,}; {shares}"
            )
        elif balance.sources:
            yield f"  {_name_side(balance, language)}: {shares}"


def _render_sources(mirror: Mirror, few: int | None) -> Iterator[str]:
    yield "Sources"
    yield (
        f"  {mirror.source_count:,} in all, {mirror.online_count:,} online, {mirror.archived_count:,} of those archived"
    )
    languages = (
        f"{language_name(one.language, _LANGUAGE)} {one.sources:,} ({format_share(one.share, _LANGUAGE)})"
        for one in mirror.languages
    )
    yield f"  languages: {', '.join(languages)}"
    if mirror.unarchived:
        yield f"  {_count(len(mirror.unarchived), 'event')} with sources that nobody has archived:"
        lines = [
            f"    {one.event.id}: {', '.join(source.handle for source in one.sources)}"
            for one in reversed(mirror.unarchived)
        ]
        yield from _cut(lines, few)


def _render_searches(mirror: Mirror, few: int | None) -> Iterator[str]:
    yield "Searches to repeat"
    lines = [
        f"  {one.event.id}: {', '.join(issuer.id for issuer in one.search.issuers)}, looked for {one.days} days ago"
        for one in reversed(mirror.stale_searches)
    ]
    yield from _cut(lines, few) if lines else ["  none"]


def _render_coverage(mirror: Mirror) -> Iterator[str]:
    yield "Coverage"
    if not mirror.has_coverage:
        yield "  nobody has written down who is watched since when: see content/coverage.yaml"
        return
    for gap in mirror.unwatched:
        yield f"  nobody was watched: {gap.stretch}"
    for one in mirror.interruptions:
        yield f"  {one.publisher} was not watched from {one.pause.from_} to {one.pause.to}"
    if not mirror.unwatched and not mirror.interruptions:
        yield "  no gaps"


def _render_records(mirror: Mirror, few: int | None) -> Iterator[str]:
    yield "Records"
    offices = [f"    {one.person.id}: {one.office.id}" for one in mirror.undated_offices]
    yield f"  {_count(len(offices), 'office')} without dates{':' if offices else ''}"
    yield from _cut(offices, few)
    yield f"  {_count(len(mirror.unused), 'record')} that no other mentions{':' if mirror.unused else ''}"
    yield from _cut([f"    {finding.location.path}" for finding in mirror.unused], few)
    yield f"  {_count(len(mirror.advice), 'piece')} of advice{':' if mirror.advice else ''}"
    yield from _cut([f"    {_show_finding(finding)}" for finding in mirror.advice], few)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _cut(lines: Sequence[str], few: int | None) -> Iterator[str]:
    yield from lines[:few]
    if few is not None and len(lines) > few:
        yield f"    … and {len(lines) - few:,} more (--all shows them)"


def _name_event(event: LinkedEvent, language: str) -> str:
    return f"{event.id}: {event.record.title.resolve((language,)).text}"


def _name_side(balance: SideBalance, language: str) -> str:
    return _name(balance.side, language) if balance.side else "publishers of no side"


def _name(organisation: Organisation, language: str) -> str:
    return (organisation.short or organisation.name).resolve((_LANGUAGE, language)).text


def _show_finding(finding: Diagnostic) -> str:
    place = finding.location
    return f"{place.path}:{place.line}:{place.column}: {finding.message} [{finding.rule}]"


def render_mirror_json(mirror: Mirror) -> str:
    """The whole mirror as one object; events, sides and publishers by their ids, shares as parts of 1."""
    return json.dumps(_as_object(mirror), ensure_ascii=False, indent=1)


def _as_object(mirror: Mirror) -> dict[str, Any]:
    return {
        "events": mirror.event_count,
        "contacts": mirror.contact_count,
        "compared": mirror.compared_count,
        "single_account": [event.id for event in mirror.single_account],
        "no_account": [event.id for event in mirror.no_account],
        "sides": [
            {
                "side": balance.side.id if balance.side else None,
                "contacts": balance.contacts,
                "with_account": balance.with_account,
                "searched": balance.searched,
                "not_yet_read": balance.not_yet_read,
                "sources": balance.sources,
                "share": round(balance.share, 4),
            }
            for balance in mirror.sides
        ],
        "sources": {"all": mirror.source_count, "online": mirror.online_count, "archived": mirror.archived_count},
        "languages": [
            {"language": one.language, "sources": one.sources, "share": round(one.share, 4)} for one in mirror.languages
        ],
        "unarchived": [
            {"event": one.event.id, "sources": [source.handle for source in one.sources]} for one in mirror.unarchived
        ],
        "stale_searches": [
            {
                "event": one.event.id,
                "by": [issuer.id for issuer in one.search.issuers],
                "on": one.search.on.text,
                "days": one.days,
            }
            for one in mirror.stale_searches
        ],
        "coverage": {
            "stated": mirror.has_coverage,
            "unwatched": [gap.stretch.text for gap in mirror.unwatched],
            "pauses": [
                {"publisher": one.publisher, "from": one.pause.from_.text, "to": one.pause.to.text}
                for one in mirror.interruptions
            ],
        },
        "undated_offices": [{"person": one.person.id, "office": one.office.id} for one in mirror.undated_offices],
        "unused": [finding.location.path for finding in mirror.unused],
        "advice": [
            {
                "path": finding.location.path,
                "line": finding.location.line,
                "column": finding.location.column,
                "rule": finding.rule,
                "message": finding.message,
            }
            for finding in mirror.advice
        ],
    }
