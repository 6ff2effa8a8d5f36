"""`dragoman cms`: settings for Decap CMS or Sveltia CMS, which edit a site's files in the browser through git."""

from __future__ import annotations

import re
from pathlib import Path

import click

from dragoman.cli.options import site_option
from dragoman.cli.site_content import read_content
from dragoman.content.files import Kind
from dragoman.editing.cms import Backend, make_config
from dragoman.editing.plain_yaml import write_yaml
from dragoman.errors import DragomanError

_SCRIPTS = {"decap": "decap-cms.js", "sveltia": "sveltia-cms.js"}
_MARK = "Written by `dragoman cms`; write it again rather than changing it."
_PAGE = """\
<!doctype html>
<!-- {mark} -->
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
</head>
<body>
<!-- Put {script} from the npm package {package} beside this page. -->
<script src="{script}"></script>
</body>
</html>
"""
_PACKAGES = {"decap": "decap-cms (with all else in dist)", "sveltia": "@sveltia/cms (dist)"}


@click.command("cms", short_help="Write settings for editing in the browser.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@site_option
@click.option("--system", type=click.Choice([*_SCRIPTS]), default="decap", help="Which one (decap).")
@click.option(
    "--backend", type=click.Choice(["github", "gitlab"]), default="github", help="Where the files are (github)."
)
@click.option("--repo", required=True, metavar="OWNER/NAME", help="The repository there.")
@click.option("--branch", default="main", help="Its branch (main).")
def command(folder: Path, site: Path, system: str, backend: str, repo: str, branch: str) -> int:
    """Write config.yml and index.html into DIR, made from the model and the site's languages.

    Write them again when the site's languages change. A file of another make is never written over.
    """
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", repo, re.ASCII):
        raise click.UsageError("--repo is the owner and the name, such as example/timeline.")
    content = read_content(site)
    settings = content.index.records[Kind.SITE].get("site")
    url = getattr(settings, "url", "")
    config = make_config(content.languages, Backend(name=backend, repository=repo, branch=branch), url)
    _write(folder / "config.yml", f"# {_MARK}\n{write_yaml(config)}")
    page = _PAGE.format(
        mark=_MARK,
        language=content.languages[0],
        title="CMS",
        script=_SCRIPTS[system],
        package=_PACKAGES[system],
    )
    _write(folder / "index.html", page)
    click.echo(f"Wrote config.yml and index.html into {folder}; {_SCRIPTS[system]} goes beside them.", err=True)
    return 0


def _write(path: Path, text: str) -> None:
    try:
        if path.exists() and _MARK not in path.read_text(encoding="utf-8", errors="replace"):
            message = f"{path} is there already, and was not written by dragoman cms"
            raise DragomanError(message, hint="name another folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DragomanError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
