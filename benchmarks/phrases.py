"""Words of which made-up contacts are written, in German and English. Knows nothing of records.

Every pair says the same in both languages, so that the rules about languages have the work of real texts and find
nothing in them.
"""

from __future__ import annotations

Pair = tuple[str, str]

STATES = ("de", "fr", "it", "pl", "es", "tr", "ge", "am", "az", "kz", "us", "ca", "br", "in", "jp")
#: What a ministry of a state and its presidency are called after, in both languages.
STATE_NAMES: dict[str, Pair] = {
    "de": ("Deutschlands", "of Germany"),
    "fr": ("Frankreichs", "of France"),
    "it": ("Italiens", "of Italy"),
    "pl": ("Polens", "of Poland"),
    "es": ("Spaniens", "of Spain"),
    "tr": ("der Türkei", "of Türkiye"),
    "ge": ("Georgiens", "of Georgia"),
    "am": ("Armeniens", "of Armenia"),
    "az": ("Aserbaidschans", "of Azerbaijan"),
    "kz": ("Kasachstans", "of Kazakhstan"),
    "us": ("der Vereinigten Staaten", "of the United States"),
    "ca": ("Kanadas", "of Canada"),
    "br": ("Brasiliens", "of Brazil"),
    "in": ("Indiens", "of India"),
    "jp": ("Japans", "of Japan"),
}
POSTS: tuple[tuple[str, Pair], ...] = (
    ("minister", ("Ministerin", "Minister")),
    ("deputy-minister", ("stellvertretender Minister", "Deputy Minister")),
    ("special-envoy", ("Sonderbeauftragte", "Special Envoy")),
    ("ambassador", ("Botschafter", "Ambassador")),
    ("director", ("Abteilungsleiterin", "Director")),
    ("spokesperson", ("Sprecher", "Spokesperson")),
)
GIVEN_NAMES = (
    "Anna", "Marek", "Leyla", "Joao", "Nino", "Tomas", "Ines", "Farid", "Helga", "Ravi", "Kenji", "Maria", "Artur",
    "Selma", "David", "Irina", "Paul", "Sofia", "Levan", "Ayse", "Henri", "Gayane", "Omar", "Clara",
)  # fmt: skip
FAMILY_NAMES = (
    "Abela", "Brandt", "Castro", "Demir", "Engel", "Ferreira", "Guliyev", "Hansen", "Ivanova", "Jansen", "Kowalski",
    "Lomidze", "Mammadov", "Nakamura", "Okafor", "Petrosyan", "Quiroga", "Rossi", "Sargsyan", "Tanaka", "Ulmanis",
    "Vidal", "Weber", "Yilmaz", "Zorab",
)  # fmt: skip
PLACES = (
    "Berlin", "Paris", "Rom", "Warschau", "Madrid", "Ankara", "Tiflis", "Eriwan", "Baku", "Astana", "Washington",
    "Ottawa", "Brasilia", "Delhi", "Tokio", "Wien", "Genf", "Oslo", "Helsinki", "Prag",
)  # fmt: skip
TOPICS: tuple[tuple[str, Pair], ...] = (
    ("trade", ("Handel", "Trade")),
    ("energy", ("Energie", "Energy")),
    ("borders", ("Grenzen", "Borders")),
    ("prisoners", ("Gefangene", "Prisoners")),
    ("refugees", ("Geflüchtete", "Refugees")),
    ("transport", ("Verkehrswege", "Transport links")),
    ("climate", ("Klima", "Climate")),
    ("visas", ("Visa", "Visas")),
    ("culture", ("Kultur", "Culture")),
    ("security", ("Sicherheit", "Security")),
    ("disarmament", ("Abrüstung", "Disarmament")),
    ("observers", ("Beobachter", "Observers")),
    ("humanitarian-aid", ("Humanitäre Hilfe", "Humanitarian aid")),
    ("research", ("Forschung", "Research")),
    ("water", ("Wasser", "Water")),
    ("elections", ("Wahlen", "Elections")),
)
#: What one account says of a topic, which fills the gap.
STATEMENTS: tuple[Pair, ...] = (
    (
        "Beim Thema {0} müsse man die Gespräche rasch fortsetzen und die Zusagen des Vorjahres einhalten.",
        "On {0} the talks would have to continue soon, and the pledges of the previous year were to be kept.",
    ),
    (
        "Das Thema {0} sei für beide Länder wichtig; eine gemeinsame Arbeitsgruppe werde im Herbst beginnen.",
        "The subject of {0} was important to both countries; a joint working group would begin in the autumn.",
    ),
    (
        "Zum Thema {0} habe die Delegation ihre Sorge vorgetragen und um eine schriftliche Antwort gebeten.",
        "On {0} the delegation had voiced its concern and had asked for an answer in writing.",
    ),
    (
        "Über {0} seien die Ansichten noch verschieden, doch wolle man keine neuen Hindernisse schaffen.",
        "On {0} the views still differed, but neither side wanted to raise any new obstacles.",
    ),
    (
        "Ein Abkommen über {0} liege vor und könne nach der Prüfung durch die Parlamente unterzeichnet werden.",
        "An agreement on {0} was ready and could be signed after the parliaments had examined it.",
    ),
)
#: Sentences of a summary, with the two who met and the first two topics.
SUMMARY: tuple[Pair, ...] = (
    (
        "{0} und {1} sprachen über {2} und {3}. Beide Seiten veröffentlichten danach eigene Mitteilungen.",
        "{0} and {1} discussed {2} and {3}. Both sides published releases of their own afterwards.",
    ),
    (
        "Die eine Mitteilung nennt vor allem {2}, die andere stellt {3} an den Anfang und geht auf den Rest kaum ein.",
        "One of the releases mainly names {2}; the other puts {3} first and hardly mentions the rest.",
    ),
    (
        "Nach Darstellung beider Seiten war das Gespräch *sachlich*; über ein weiteres Treffen wurde nichts bekannt.",
        "By the account of both sides the talk was *factual*; nothing became known about another meeting.",
    ),
    (
        "Eine [frühere Vereinbarung](https://example.org/agreement) wurde von keiner der beiden Seiten erwähnt.",
        "An [earlier agreement](https://example.org/agreement) was not mentioned by either of the two sides.",
    ),
)
#: What an editor says about two accounts of one topic.
NOTES: tuple[Pair, ...] = (
    (
        "Die eine Seite nennt eine Arbeitsgruppe, die andere spricht nur von weiteren Gesprächen.",
        "One side names a working group; the other speaks only of further talks.",
    ),
    (
        "Beide betonen die Bedeutung des Themas, doch nur eine von ihnen nennt eine Zusage.",
        "Both stress how important the subject is, but only one of them names a pledge.",
    ),
)
