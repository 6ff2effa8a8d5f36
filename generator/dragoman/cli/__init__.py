"""The command ``dragoman``: reads arguments, calls, reports, returns a code. One file per command."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (by default, the process's own) and return its exit code.

    0 fine, 1 the content has errors, 2 wrong use or a machine that refuses, 128 + n ended by signal n.
    """
    from dragoman.cli.commands import run  # noqa: PLC0415 - the plugin uses the report beside it, without the rest

    return run(argv)
