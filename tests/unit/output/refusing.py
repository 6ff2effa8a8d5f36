"""Systems that refuse what the exchange of whole trees needs, each in its own way."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.output import place, shadow

Refusal = Callable[[pytest.MonkeyPatch], None]


def without_exchange(patch: pytest.MonkeyPatch) -> None:
    """A file system such as NFS: RENAME_EXCHANGE is not known to it."""
    patch.setattr(shadow, "exchange", raising(errno.EINVAL))


def without_links(patch: pytest.MonkeyPatch) -> None:
    """A file system such as exFAT: a file has one name."""
    patch.setattr(os, "link", raising(errno.EPERM))


def on_a_mount_point(patch: pytest.MonkeyPatch) -> None:
    """The output is bound from elsewhere: nothing can be linked or moved across its edge."""
    rename = Path.replace

    def replace(source: Path, target: Path) -> Path:
        if ".output.next" in source.parts:
            raise OSError(errno.EXDEV, "across devices")
        return rename(source, target)

    patch.setattr(Path, "replace", replace)
    patch.setattr(os, "link", raising(errno.EXDEV))


def below_a_folder_of_another(patch: pytest.MonkeyPatch) -> None:
    """The output may be written, but not the folder that holds it."""
    patch.setattr(place, "_may_write", lambda _folder: False)


REFUSALS: tuple[Refusal, ...] = (without_exchange, without_links, on_a_mount_point, below_a_folder_of_another)


def raising(code: int) -> Callable[..., None]:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse
