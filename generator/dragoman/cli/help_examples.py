"""What a newcomer would type: the examples below the help of each command. Knows words only; imports no command."""

from __future__ import annotations

from collections.abc import Mapping

import click

#: By the words that call a command.
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "init": (
        'dragoman init my-site --language de --language en --title "My timeline"',
        "dragoman init . --host github",
    ),
    "check": ("dragoman check", "dragoman check content/events/2024 --strict", "dragoman check --fix"),
    "build": ("dragoman build", "dragoman build --drafts --output preview"),
    "serve": ("dragoman serve", "dragoman serve --drafts --port 9000"),
    "new event": (
        "dragoman new event",
        "dragoman new event --date 2024-06-04 --type call --participant caller:mallinen --participant callee:daemason",
    ),
    "new person": ('dragoman new person --name "Jane Example"',),
    "new organisation": ('dragoman new organisation --name "Ministry of Examples" --kind ministry --parent fi',),
    "new place": ("dragoman new place --name Turku --kind city --in fi",),
    "new topic": ('dragoman new topic --name "Trade in fish"',),
    "new term": ('dragoman new term --name "sea rescue plan"',),
    "fmt": ("dragoman fmt", "dragoman fmt --check content/people"),
    "schema": ("dragoman schema schemas --vscode",),
    "diff": ("dragoman diff main", "dragoman diff HEAD~1 --format markdown"),
    "translations status": ("dragoman translations status --language en",),
    "translations accept": ("dragoman translations accept person/aino-mallinen --language en",),
    "translations export": ("dragoman translations export en --output en.po",),
    "translations import": ("dragoman translations import en.po",),
    "links": ("dragoman links", "dragoman links --archive --write"),
    "import csv": ("dragoman import csv visits.csv --mapping mapping.yaml --dry-run",),
    "import timelinejs": (
        "dragoman import timelinejs timeline.json --participant fi --participant is --topic fisheries",
    ),
    "cms": ("dragoman cms admin --repo OWNER/NAME",),
    "completion": (
        "dragoman completion bash > ~/.local/share/bash-completion/completions/dragoman",
        "dragoman completion fish > ~/.config/fish/completions/dragoman.fish",
    ),
    "report": ("dragoman report", "dragoman report --format json"),
}


def add_examples(name: str, command: click.Command) -> click.Command:
    """The command, with its examples, and those of its own commands, at the end of the help."""
    if isinstance(command, click.Group):
        for inner, member in command.commands.items():
            add_examples(f"{name} {inner}", member)
    elif name in EXAMPLES:
        lines = "\n".join(f"  {example}" for example in EXAMPLES[name])
        command.epilog = f"\b\nExamples:\n{lines}"
    return command
