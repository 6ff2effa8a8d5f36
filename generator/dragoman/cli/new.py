"""`dragoman new`: writes the commented draft of a record where it belongs, from options or by asking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dragoman.cli.asking import can_ask
from dragoman.cli.drafting import Drafting
from dragoman.cli.options import site_option
from dragoman.cli.questions import QUESTIONS, Question
from dragoman.content.files import Kind

_LANGUAGE = re.compile(r"--(?P<field>[a-z]+)-(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)(?:=(?P<text>.*))?", re.DOTALL)


class _Draft(click.Command):
    """A command whose localised options are also taken with a language: ``--title-de`` beside ``--title``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        localized = {question.option for question in QUESTIONS[Kind(self.name)] if question.is_localized}
        return super().parse_args(ctx, [*_mark_languages(args, localized)])


def _mark_languages(arguments: list[str], localized: set[str]) -> list[str]:
    """Join the language to its text (``--title de<NUL>X``), since only the site knows which languages there are."""
    marked: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        found = _LANGUAGE.fullmatch(argument)
        if not found or found["field"] not in localized:
            marked.append(argument)
            continue
        text = found["text"] if found["text"] is not None else next(rest, None)
        if text is None:
            raise click.UsageError(f"{argument} needs a text")
        marked += [f"--{found['field']}", f"{found['language']}\0{text}"]
    return marked


@click.group("new", short_help="Write the draft of a record.")
@site_option
@click.pass_context
def command(context: click.Context, site: Path) -> None:
    """Write the draft of a record, with comments that say what each field means.

    What the options leave open is asked for at a terminal. Nothing is ever overwritten.
    """
    context.obj = site


def _make_command(kind: Kind) -> click.Command:
    questions = QUESTIONS[kind]

    def run(site: Path, identifier: str | None, **answers: Any) -> int:
        inherited = click.get_current_context().obj
        folder = inherited if isinstance(inherited, Path) and site == Path() else site
        return _write(kind, folder, identifier, answers)

    options: list[click.Parameter] = [_make_option(question) for question in questions]
    options.append(click.Option(["--id", "identifier"], metavar="ID", help="The name of the file (default: made up)."))
    article = "an" if kind.value[0] in "eo" else "a"
    words = f"Write the draft of {article} {kind.value}."
    return site_option(_Draft(kind.value, callback=run, params=options, help=words, short_help=words))


def _make_option(question: Question) -> click.Option:
    name = f"--{question.option}"
    return click.Option(
        [name, question.option.replace("-", "_")],
        metavar=question.metavar,
        type=question.type,
        multiple=question.is_localized or question.is_list,
        help=question.help,
    )


def _write(kind: Kind, site: Path, identifier: str | None, answers: Mapping[str, Any]) -> int:
    drafting = Drafting(kind, site)
    given = drafting.read(answers)
    if can_ask():
        given = drafting.ask(given)
    path = drafting.write(given, identifier)
    click.echo(path)
    return 0


for _kind in QUESTIONS:
    command.add_command(_make_command(_kind))
