"""`dragoman completion`: what makes a shell complete commands and options; it only prints, and changes no file."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

#: What click looks for, to know that a shell asks.
_VARIABLE = "_DRAGOMAN_COMPLETE"
_SHELLS = ("bash", "zsh", "fish")


@click.command("completion", short_help="Print what makes a shell complete commands.")
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> int:
    """Print a script for SHELL, after which Tab completes dragoman's commands and options.

    For zsh, write it as _dragoman into a folder of $fpath.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    root = click.get_current_context().find_root().command
    # The method that also asks bash for its version is left out: that shell may be another than the one asked for.
    completion = kind(root, {}, "dragoman", _VARIABLE)
    click.echo(completion.source_template % completion.source_vars())
    return 0
