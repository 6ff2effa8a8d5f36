"""The manifest's format, and how strictly it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.output.files import Fingerprint
from dragoman.output.manifest import MANIFEST_NAME, Manifest, parse_manifest, read_manifest

SHA = "0" * 64


def test_what_is_written_is_read_back() -> None:
    manifest = Manifest(files={'de/"ə"/x.html': Fingerprint(size=3, sha256=SHA), "a": None})
    assert parse_manifest(manifest.to_bytes()) == manifest


def test_the_bytes_do_not_depend_on_the_order_of_files() -> None:
    one, other = Fingerprint(size=1, sha256=SHA), Fingerprint(size=2, sha256=SHA)
    assert Manifest(files={"a": one, "b": other}).to_bytes() == Manifest(files={"b": other, "a": one}).to_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"format": 2, "files": {}}',
        b'{"format": 1, "files": []}',
        b'{"format": 1, "files": {}, "more": 1}',
        b'{"format": 1, "files": {}}}',
        b'{"format": 1, "files": {"../x": null}}',
        b'{"format": 1, "files": {"/etc/passwd": null}}',
        b'{"format": 1, "files": {"a": null, "a": null}}',
        b'{"format": 1, "files": {"a": [1, "00"]}}',
        f'{{"format": 1, "files": {{"a": [-1, "{SHA}"]}}}}'.encode(),
        f'{{"format": 1, "files": {{"a": [true, "{SHA}"]}}}}'.encode(),
        f'{{"format": 1, "files": {{"a": [1.5, "{SHA}"]}}}}'.encode(),
        f'{{"format": 1, "files": {{"a": [1, "{SHA}", 2]}}}}'.encode(),
    ],
)
def test_a_manifest_that_we_did_not_write_so_counts_as_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).write_bytes(content)

    found = read_manifest(tmp_path)

    assert parse_manifest(content) is None
    assert (dict(found.manifest.files), found.damaged) == ({}, True)


def test_a_manifest_behind_a_link_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(Manifest(files={"a": None}).to_bytes())
    (tmp_path / MANIFEST_NAME).symlink_to("elsewhere")
    assert read_manifest(tmp_path).damaged


def test_a_folder_without_manifest_has_no_damaged_one(tmp_path: Path) -> None:
    assert not read_manifest(tmp_path).damaged
