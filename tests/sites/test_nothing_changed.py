"""Where nothing has changed, commands say at once what they said before, and never where anything has."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dragoman.cache.stamps import TICK
from tests.small_site import EVENT, Done, SmallSite, make_site, read_tree

#: Runs the command and says which of the libraries that take long to load have been loaded for it.
SCRIPT = """\
import sys
from dragoman.cli import main
code = main(sys.argv[1:])
print("loaded:", sorted({"yaml", "pydantic", "click", "jinja2", "pelican"} & {*sys.modules}), file=sys.stderr)
sys.exit(code)
"""
NOTHING = "loaded: []\n"


def run(site: SmallSite, cache: Path, *arguments: str) -> Done:
    return site.run_command([sys.executable, "-c", SCRIPT, *arguments], DRAGOMAN_CACHE=str(cache))


def wait_until_old() -> None:
    """Files that have just been written are not trusted, for good reasons."""
    time.sleep(TICK / 1e9 + 0.1)


def test_check_and_build_say_the_same_again_without_loading_anything(tmp_path: Path) -> None:
    site, cache = make_site(tmp_path / "site"), tmp_path / "cache"
    site.change(EVENT, "type: call", "type: call\nwaive: [{rule: not-archived, reason: none, until: 2024-01-01}]")
    site.change("content/site.yaml", "languages", "checks: {not-archived: warning}\nlanguages")
    wait_until_old()
    first = run(site, cache, "check", "--format", "json")
    assert first.code == 1
    again = run(site, cache, "check", "--format", "json")
    assert (again.code, again.stdout, again.stderr) == (1, first.stdout, NOTHING)

    site.change(EVENT, "\nwaive: [{rule: not-archived, reason: none, until: 2024-01-01}]", "")
    wait_until_old()
    built = run(site, cache, "build")
    assert built.code == 0
    assert NOTHING not in built.stderr
    published = read_tree(site.output)
    nothing_new = run(site, cache, "build")
    assert nothing_new.stderr.removesuffix(NOTHING) == built.stderr.partition("loaded:")[0]
    assert read_tree(site.output) == published

    (site.output / "en/index.html").write_text("spoilt")
    (site.output / "de/index.html").unlink()
    assert NOTHING not in run(site, cache, "build").stderr
    assert read_tree(site.output).keys() == published.keys()
    assert site.read_output()["de/index.html"] == published["de/index.html"]

    site.write({"content/pages/new.de.md": "Title: Neu\nSlug: neu\n\nNeue Prosa.\n"})
    assert NOTHING not in run(site, cache, "build").stderr
    assert (site.output / "de/neu/index.html").is_file()
