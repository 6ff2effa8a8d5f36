"""What `dragoman serve` takes for a change."""

from __future__ import annotations

from pathlib import Path

from dragoman.cli.serve import _look_at, _watch


def test_what_was_saved_before_the_watching_began_is_a_change(tmp_path: Path) -> None:
    settings = tmp_path / "pelicanconf.py"
    settings.write_text("")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").write_text("before")
    sources = (tmp_path / "content",)
    seen = _look_at(sources, settings)

    for name, text in {"content/a.yaml": "changed", "content/b.yaml": "new", "pelicanconf.py": "changed"}.items():
        (tmp_path / name).write_text(text)
        next(_watch(sources, settings, seen))
        seen = _look_at(sources, settings)
    (tmp_path / "content/b.yaml").unlink()
    next(_watch(sources, settings, seen))
