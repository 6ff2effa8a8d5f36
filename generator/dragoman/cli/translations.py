"""`dragoman translations`: which translations are missing or stale, stamping them, exchange with translators' tools."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import get_args

import click

from dragoman.cli.options import site_option
from dragoman.cli.report import make_harmless
from dragoman.cli.site_content import SiteContent, read_content, replace_file
from dragoman.cli.standing_report import render_standing, render_standing_json
from dragoman.cli.terminal import has_colour
from dragoman.content.files import Kind
from dragoman.errors import DragomanError
from dragoman.history import History
from dragoman.model.records import Method
from dragoman.model.site import Site
from dragoman.model.translations import Standing
from dragoman.translating.accepting import Manner, Outcome, Sorted, accept, sort_offers, take_in
from dragoman.translating.entries import Entry, find_earlier_originals, judge_site

_METHODS = click.Choice(get_args(Method))
_LONGEST_LIST = 20


@click.group("translations", short_help="Keep the languages current: status, accept, export, import.")
def command() -> None:
    """Keep the translations of a site current, and exchange them with translators' tools."""


@command.command("status")
@site_option
@click.option("--language", "languages", multiple=True, metavar="LANG", help="Only this language (repeatable).")
@click.option("--all", "everything", is_flag=True, help="List texts that nobody has stamped, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
def show_status(site: Path, languages: tuple[str, ...], *, everything: bool, form: str) -> int:
    """Show which texts lack a translation, and which translations are older than their originals.

    For a stale one, the change of the original since is shown where git still has the text. Always ends with 0.
    """
    content = read_content(site)
    judged = {
        language: [entry for entry in _judge(content, language) if not _is_beyond_stamping(entry)]
        for language in _choose(content, languages)
    }
    earlier = _find_earlier(content, (entry for entries in judged.values() for entry in entries))
    shown = frozenset({Standing.STALE, Standing.MISSING} | ({Standing.UNSTAMPED} if everything else set()))
    if not languages:  # the first language is translated from elsewhere only where a stamp says so
        judged = {language: entries for language, entries in judged.items() if entries}
    if form == "json":
        click.echo(render_standing_json(judged, earlier, shown=shown))
    else:
        click.echo(render_standing(judged, earlier, shown=shown, colour=has_colour(sys.stdout)), nl=False)
    return 0


@command.command("accept")
@click.argument("records", metavar="[RECORD]...", nargs=-1)
@site_option
@click.option("--all", "everything", is_flag=True, help="All records, instead of those named.")
@click.option("--language", "languages", multiple=True, metavar="LANG", help="Only this language (repeatable).")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME", help="Only this text, such as title or readouts.az.1."
)
@click.option("--from", "from_", metavar="LANG", help="The language that was translated from.")
@click.option("--method", type=_METHODS, help="How the translations were made (default: as before, else human).")
def accept_translations(
    records: tuple[str, ...],
    site: Path,
    *,
    everything: bool,
    languages: tuple[str, ...],
    fields: tuple[str, ...],
    from_: str | None,
    method: Method | None,
) -> int:
    """Stamp translations as made from the texts that are there now.

    A RECORD is the path of its file, its id, or its kind and id (person/ilham-aliyev).
    """
    if bool(records) is everything:
        raise DragomanError("name the records whose translations are right, or say --all for every one")
    content = read_content(site)
    if from_ is not None:
        _check_language(content, from_)
    chosen = None if everything else frozenset(_find_record(content, record) for record in records)
    texts = 0
    paths: set[str] = set()
    for language in _choose(content, languages, but_for=from_ or content.languages[0]):
        entries = [
            entry
            for entry in judge_site(content.loaded, content.index, language, from_=from_)
            if (chosen is None or entry.path in chosen) and (not fields or entry.name in fields)
        ]
        outcome = accept(entries, content.loaded, content.index, Manner(from_=from_, method=method))
        _write(content, outcome)
        texts += sum(change.count for change in outcome.changes)
        paths.update(change.source.path for change in outcome.changes)
        _say_refused(outcome)
        if outcome.refused:
            return 1
        if outcome.changes:
            content = read_content(site)
    click.echo(f"Stamped {_count(texts, 'text')} in {_count(len(paths), 'file')}.")
    return 0


@command.command("export")
@click.argument("language", metavar="LANG")
@site_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file (default: printed).")
@click.option("--todo", is_flag=True, help="Leave out translations that are current, or that nobody has stamped.")
def export_texts(language: str, site: Path, output: Path | None, *, todo: bool) -> int:
    """Write a gettext PO file of all texts that LANG should have, for a translator's tool."""
    po = _import_po()
    content = read_content(site)
    _check_language(content, language)
    entries = _judge(content, language)
    if todo:
        entries = tuple(entry for entry in entries if entry.standing in {Standing.MISSING, Standing.STALE})
    earlier = _find_earlier(content, entries)
    text = po.write_po(entries, earlier, site=_get_site_id(content), language=language, default=content.languages[0])
    if output is None:
        click.echo(text, nl=False)
        return 0
    try:
        output.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise DragomanError(f"{output} cannot be written: {(error.strerror or str(error)).lower()}") from error
    return 0


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@site_option
@click.option("--method", type=_METHODS, help="How the translations were made (default: as before, else human).")
def import_texts(file: Path, site: Path, method: Method | None) -> int:
    """Take in translations from a PO file that `export` has made and a translator has worked on.

    What is fuzzy, empty, or was made from a text that has changed since stays out, and is named; all else is written
    into the files, and stamped. Ends with 1 if anything that was translated could not be taken in.
    """
    po = _import_po()
    content = read_content(site)
    catalogue = po.read_po(file)
    if catalogue.site != _get_site_id(content):
        raise DragomanError(f'{file} is for the site "{catalogue.site}", and this is "{_get_site_id(content)}"')
    _check_language(content, catalogue.language)
    entries = _judge(content, catalogue.language)
    offers = sort_offers(catalogue.offers, entries)
    outcome = take_in(offers.taken, entries, content.loaded, content.index, Manner(method=method))
    _write(content, outcome)
    _say_imported(offers, outcome)
    return int(bool(offers.outdated or offers.unknown or outcome.refused))


def _import_po() -> ModuleType:
    """The module that needs polib, which not every installation has."""
    try:
        from dragoman.translating import po  # noqa: PLC0415 - see above
    except ModuleNotFoundError as error:
        raise DragomanError(
            f"this needs {error.name}, which is not installed", hint='run: pip install "dragoman[edit]"'
        ) from error
    return po


def _judge(content: SiteContent, language: str) -> tuple[Entry, ...]:
    return judge_site(content.loaded, content.index, language)


def _is_beyond_stamping(entry: Entry) -> bool:
    """Whether nobody could stamp this: site.yaml and coverage.yaml keep no stamps."""
    return entry.standing is Standing.UNSTAMPED and entry.kind in {Kind.SITE, Kind.COVERAGE}


def _choose(content: SiteContent, languages: tuple[str, ...], *, but_for: str | None = None) -> tuple[str, ...]:
    for language in languages:
        _check_language(content, language)
    return languages or tuple(language for language in content.languages if language != but_for)


def _check_language(content: SiteContent, language: str) -> None:
    if language not in content.languages:
        raise DragomanError(f'"{language}" is no language of this site', hint=f"it has {', '.join(content.languages)}")


def _find_record(content: SiteContent, given: str) -> str:
    """The path of the file that is meant. Raises DragomanError where there is none, or there are several."""
    kind, _, identifier = given.rpartition("/")
    found = [
        path
        for of, paths in content.index.paths.items()
        for record_id, (path, *_) in paths.items()
        if path == given
        or (record_id == identifier and kind in {"", of.value})
        or (content.folder / path).resolve() == Path(given).resolve()
    ]
    if not found:
        raise DragomanError(f"there is no record {given}", hint="give its id, or the path of its file")
    if len(set(found)) > 1:
        raise DragomanError(f"{given} may mean {' or '.join(sorted(set(found)))}", hint="give the path of its file")
    return found[0]


def _find_earlier(content: SiteContent, entries: Iterable[Entry]) -> dict[str, str]:
    try:
        return dict(find_earlier_originals(entries, content.index, History(content.folder)))
    except DragomanError as error:  # the list is of use without the old texts, too
        click.echo(f"The former originals are not shown: {error.message}", err=True)
        return {}


def _get_site_id(content: SiteContent) -> str:
    site: Site | None = content.index.records[Kind.SITE].get("site")
    if site is None:
        raise DragomanError("content/site.yaml cannot be read", hint="`dragoman check` shows what is wrong with it")
    return site.id or site.url


def _write(content: SiteContent, outcome: Outcome) -> None:
    for change in outcome.changes:
        replace_file(content.folder, change.source.path, change.source.content, change.content)


def _say_refused(outcome: Outcome) -> None:
    for refused in outcome.refused:
        click.echo(f"{refused.path}: nothing is changed here: {refused.reason}", err=True)


def _say_imported(offers: Sorted, outcome: Outcome) -> None:
    texts = sum(change.count for change in outcome.changes)
    click.echo(
        f"Took in {_count(texts, 'text')} in {_count(len(outcome.changes), 'file')}; {offers.same:,} unchanged, "
        f"{offers.untranslated:,} not translated or fuzzy."
    )
    _list("The original has changed since these were exported, so they were left out", offers.outdated)
    _list("The site has no such texts", offers.unknown)
    _say_refused(outcome)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _list(head: str, keys: tuple[str, ...]) -> None:
    if not keys:
        return
    click.echo(f"{head} ({len(keys):,}):", err=True)
    for key in keys[:_LONGEST_LIST]:
        click.echo(f"  {make_harmless(key)}", err=True)
    if len(keys) > _LONGEST_LIST:
        click.echo(f"  … and {len(keys) - _LONGEST_LIST:,} more", err=True)
