"""For tests of what a user may not do: the superuser, as whom tests often run in a container, may do everything."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Let the body run as a user without privileges; who is one already stays who they are."""
    if os.geteuid() != 0:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, 0)
    os.setresuid(_NOBODY, _NOBODY, 0)  # the real one too, by which access(2) judges; the saved one leads back
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """An empty folder that every user may enter, which pytest's own are not; removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="reachable-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder
