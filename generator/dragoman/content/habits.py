"""What contributors write from habit, in English and German, for names of ours: only to suggest what was meant."""

from __future__ import annotations

#: For the name of a field.
FIELDS = {
    "datum": "date", "day": "date", "when": "date", "zeit": "time", "zeitpunkt": "time", "typ": "type",
    "kategorie": "type", "überschrift": "title", "beschreibung": "summary", "abstract": "summary",
    "kurzfassung": "summary", "beteiligte": "participants", "personen": "participants", "participant": "participants",
    "teilnehmende": "participants", "orte": "place", "places": "place", "locations": "place", "stadt": "place",
    "veranstaltungsort": "venue", "subjects": "topics", "schlagworte": "topics", "stichworte": "topics",
    "ursprung": "source", "handle": "source", "erklärungen": "readouts", "stellungnahmen": "readouts",
    "verlautbarungen": "readouts", "funktion": "part", "website_url": "website", "webseite": "website",
    "verlag": "publisher", "medium": "publisher", "autor": "publisher", "herausgeber": "publisher",
    "ämter": "offices", "posten": "offices", "von": "from", "seit": "from", "ab": "from", "bis": "to",
    "lizenz": "licence", "bilder": "media", "fotos": "media", "bild": "media", "image": "media", "bemerkung": "note",
    "anmerkung": "note", "notiz": "note", "notes": "note", "kommentar": "note", "länge": "lon", "breite": "lat",
    "longitude_deg": "lon", "zugriff": "accessed", "abgerufen": "accessed", "retrieved": "accessed",
    "archiv": "archived", "archive_url": "archived", "archived_url": "archived", "veröffentlicht": "published",
    "publiziert": "published", "date_published": "published", "pubdate": "published", "aktualisiert": "updated",
    "zitat": "quote", "zitate": "quote", "quotes": "quote", "punkte": "points", "aussagen": "points",
    "sprecher": "speaker", "seiten": "sides", "grund": "reason", "elternteil": "parent", "übergeordnet": "parent",
    "kurz": "short", "abkürzung": "short", "abbreviation": "short", "aliase": "aliases", "also_known_as": "aliases",
    "vergleich": "comparison", "comparisons": "comparison", "verwandt": "related", "entwurf": "draft",
    "streitig": "disputed", "umstritten": "disputed", "initiator": "initiative", "org": "organisation",
    "organisations": "organisation", "person_id": "person", "who": "person", "wer": "person", "attendee": "person",
    "land": "organisation", "country": "organisation", "state": "organisation", "issuer": "by", "issued_by": "by",
    "herausgegeben_von": "by", "amt": "office", "büro": "office", "oberbegriff": "broader", "uhrzeit": "time",
    "art": "type", "category": "type", "titel": "title", "headline": "title", "description": "summary",
    "zusammenfassung": "summary", "text": "summary", "people": "participants", "persons": "participants",
    "teilnehmer": "participants", "attendees": "participants", "ort": "place", "location": "place", "where": "place",
    "dauer": "duration", "themen": "topics", "topic": "topics", "tags": "topics", "thema": "topic",
    "quellen": "sources", "source": "sources", "references": "sources", "quelle": "source", "statements": "readouts",
    "accounts": "readouts", "role": "part", "rolle": "part", "link": "url", "href": "url", "address": "url",
    "language": "lang", "sprache": "lang", "author": "publisher", "positions": "offices", "roles": "offices",
    "start": "from", "since": "from", "end": "to", "until": "to", "organization": "organisation",
    "license": "licence", "images": "media", "photos": "media", "images_alt": "alt", "caption": "alt",
    "copyright": "credit", "comment": "note", "remark": "note", "name": "title", "lng": "lon", "longitude": "lon",
    "latitude": "lat", "accessed_on": "accessed", "archive": "archived",
}  # fmt: skip

#: For a word that a field takes.
WORDS = {
    "phone": "call", "telephone": "call", "phone-call": "call", "phone call": "call", "anruf": "call",
    "telefonat": "call", "videocall": "video-call", "video": "video-call", "videokonferenz": "video-call",
    "treffen": "meeting", "gespräch": "meeting", "bilateral": "meeting", "besuch": "visit", "reise": "visit",
    "trip": "visit", "gipfel": "summit", "brief": "letter", "erklärung": "statement", "unterzeichnung": "signing",
    "agreement": "signing", "negotiations": "talks", "verhandlungen": "talks", "konsultationen": "consultation",
    "austausch": "exchange", "abgesagt": "cancelled", "canceled": "cancelled", "verschoben": "postponed",
    "abgelehnt": "declined", "angekündigt": "announced", "planned": "announced", "done": "held",
    "stattgefunden": "held", "refused": "declined", "anrufer": "caller", "angerufener": "callee", "gastgeber": "host",
    "gast": "guest", "vermittler": "mediator", "participant": "attendee", "teilnehmer": "attendee",
    "dolmetscher": "interpreter", "leiter": "chair", "pressemitteilung": "press-release",
    "statement": "press-release", "tweet": "social-post", "post": "social-post", "briefing": "press-briefing",
    "article": "news-report", "news": "news-report", "readout": "spokesperson-readout", "same-as": "same",
    "different": "differ", "contradiction": "contradict", "complete": "full", "partial": "excerpt", "town": "city",
    "village": "city", "stadt": "city", "land": "country", "state": "country", "department": "ministry",
    "ministerium": "ministry", "ngo": "non-governmental",
}  # fmt: skip
