"""The command ``dragoman``: reads arguments, calls, reports, returns a code. One file per command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

# What is imported here, even the help waits for.


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (by default, the process's own) and return its exit code.

    0 fine, 1 the content has errors, 2 wrong use or a machine that refuses, 128 + n ended by signal n.
    """
    from dragoman.cache.answers import Question  # noqa: PLC0415 - the plugin uses the report beside it, without the rest

    arguments = sys.argv[1:] if argv is None else [*argv]
    question = Question(arguments)
    answer = question.recall() if arguments and not arguments[0].startswith("-") else None
    if answer is not None:
        sys.stdout.write(answer.output)
        sys.stderr.write(answer.error + (f"{answer.told}\n" if answer.told and sys.stderr.isatty() else ""))
        return answer.code
    from dragoman.cli.commands import run  # noqa: PLC0415 - as above

    return run(arguments, question)
