"""Options that several commands share, and the folders they lead to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dragoman.cache.answers import OPTION

Function = TypeVar("Function", bound=Callable[..., Any])

#: The folder of a site that holds what contributors write.
CONTENT = "content"


def site_option(function: Function) -> Function:
    """``--site DIR``: the site to work on, as an existing folder; by default the current one."""
    return click.option(
        "--site",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="The site's folder (default: the current one).",
    )(function)


def strict_option(function: Function) -> Function:
    """``--strict``: warnings count as errors."""
    return click.option("--strict", is_flag=True, help="Let warnings fail, too.")(function)


def cache_option(function: Function) -> Function:
    """``--no-cache``: what was remembered does not count. It is looked for before any command is imported."""
    return click.option(
        OPTION, "anew", is_flag=True, expose_value=False, help="Use nothing that is remembered of an earlier run."
    )(function)


def drafts_option(function: Function) -> Function:
    """``--drafts``: drafts are built like all else."""
    return click.option("--drafts", is_flag=True, help="Build drafts as well.")(function)
