"""HTML as the Nu checker reads it: no error, no warning, on every page of the real site."""

from __future__ import annotations

from pathlib import Path

from tests.built_site import BuiltSite, listed
from tests.tools.programs import JAVA, VNU, need_file, need_program
from tests.validators.vnu import check_html


def test_the_checker_sees_errors_and_warnings(tmp_path: Path) -> None:
    java, jar = need_program(JAVA), need_file(VNU)
    start = '<!doctype html><html lang="en"><title>A page</title>'
    (tmp_path / "good.html").write_text(f"{start}<p>Good</p>", encoding="utf-8")
    (tmp_path / "bad.html").write_text(f"{start}<p><div>Bad</div></p>", encoding="utf-8")
    (tmp_path / "warned.html").write_text(f"{start}<section>Warned</section>", encoding="utf-8")
    found = check_html(tmp_path, java=java, jar=jar)
    assert {line.partition(":")[0] for line in found} == {"bad.html", "warned.html"}


def test_every_page_of_the_real_site_is_valid(real_site: BuiltSite) -> None:
    java, jar = need_program(JAVA), need_file(VNU)
    found = check_html(real_site.output, java=java, jar=jar)
    assert not found, listed(found)
