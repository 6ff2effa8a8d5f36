"""The list of commands, and what becomes of their failures. Knows no command's own work: each is imported when used."""

from __future__ import annotations

import importlib
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from dragoman import __version__
from dragoman.cache.answers import Question
from dragoman.cli.help_examples import add_examples
from dragoman.errors import ContentError, DragomanError

#: Each command's module below `dragoman.cli`, and its line in the list. The help is quick because it imports none.
COMMANDS = {
    "init": "Make a new site in an empty folder.",
    "check": "Check the content; build nothing.",
    "build": "Check the content and build the site.",
    "serve": "Show the site in a browser while you write.",
    "new": "Write the draft of a record.",
    "fmt": "Put fields in order and lay the files out.",
    "schema": "Write the schemas by which editors complete and check.",
    "diff": "Show what changed in meaning since a revision.",
    "translations": "Keep the languages current: status, accept, export, import.",
    "links": "Check the addresses of sources on the web.",
    "import": "Take events in from a table or a timeline, as drafts.",
    "cms": "Write settings for editing in the browser.",
    "completion": "Print what makes a shell complete commands.",
    "report": "Show how balanced and complete the site is.",
}
#: The commands whose module has another name.
MODULES = {"report": "mirror", "import": "import_events"}

USAGE_ERROR = 2
SIGNALLED = 128


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"dragoman.cli.{MODULES.get(cmd_name, cmd_name)}").command
        return add_examples(cmd_name, command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="dragoman %(version)s")
def _dragoman() -> None:
    """Turn YAML files about dated contacts into a static site in several languages.

    Every command works on the site in the current folder, or on another with --site DIR.
    """


def run(argv: Sequence[str], question: Question) -> int:
    """Run one command, which may leave its answer to the question, and return its exit code.

    What can be expected to fail ends in a sentence, not a traceback.
    """
    received: list[int] = []
    try:
        with _ending_on_signals(received):
            code = _dragoman.main(argv, prog_name="dragoman", standalone_mode=False, obj=question)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE_ERROR
    except DragomanError as error:
        _explain(error)
        return error.exitcode
    except ContentError as error:
        return error.exitcode  # the findings have been shown where they were found
    except (click.Abort, KeyboardInterrupt):
        # Of a signal that arrives while it waits for changes, the library of `serve` makes an interrupt.
        return SIGNALLED + (received[0] if received else signal.SIGINT)
    return code if isinstance(code, int) else 0


def _explain(error: DragomanError) -> None:
    click.echo(f"dragoman: {error.message}", err=True)
    if error.hint:
        click.echo(f"          {error.hint}", err=True)


@contextmanager
def _ending_on_signals(received: list[int]) -> Iterator[None]:
    """Let a request to end unwind the stack, so that whatever was begun is put away; the code is 128 + its number."""

    def leave(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        sys.exit(SIGNALLED + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [number for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None)) if number is not None]
    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
