"""Tables as spreadsheets leave them."""

from __future__ import annotations

import pytest

from dragoman.errors import DragomanError
from dragoman.importing.csv_table import read_csv

PLAIN = 'id,who,what\r\n1,Ana,"two\r\nlines, and a comma"\r\n2,Bo,plain\r\n'


def read(content: str | bytes) -> list[tuple[int, dict[str, str]]]:
    table = read_csv("t.csv", content if isinstance(content, bytes) else content.encode())
    assert not table.remarks
    return [(row.number, dict(row.cells)) for row in table.rows]


EXPECTED = [
    (2, {"id": "1", "who": "Ana", "what": "two\nlines, and a comma"}),
    (3, {"id": "2", "who": "Bo", "what": "plain"}),
]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.replace("\r\n", "\n"),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("two\r\nlines, and a comma", "@").replace(",", ";").replace("@", "two\r\nlines, and a comma"),
        PLAIN.replace("two\r\nlines, and a comma", "@").replace(",", "\t").replace("@", "two\r\nlines, and a comma"),
        PLAIN.replace("plain", "plain,,,"),
        PLAIN + "\r\n,,\r\n",
        PLAIN.replace("id,who,what", " id ,who,what,,"),
    ],
    ids=["plain", "line feeds", "mark", "semicolons", "tabs", "empty cells", "empty rows", "empty headings"],
)
def test_every_spreadsheets_way_reads_the_same(content: str | bytes) -> None:
    assert read(content) == EXPECTED


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,who\n1,Müller\n".encode("latin-1"), r"t\.csv:2: this is not UTF-8 .* the letter is “ü”"),
        ("id,who\n1,a\n".encode("utf-16"), "UTF-16"),
        (b"", "is empty"),
        (b"id,,who\n1,2,3\n", "column 2 has no heading"),
        (b"id,id\n1,2\n", 'two columns are called "id"'),
        (b'id,who\n1,"an "odd" one"\n', r"t\.csv:2: "),
    ],
)
def test_what_is_no_table_is_refused_with_a_remedy(content: bytes, message: str) -> None:
    with pytest.raises(DragomanError, match=message) as raised:
        read_csv("t.csv", content)
    assert raised.value.hint


def test_rows_that_do_not_fit_are_listed_by_the_number_that_a_spreadsheet_shows() -> None:
    table = read_csv("t.csv", b'id,who\n1,"a\nb"\n2,b,c\n3\n4,#REF!\n5,=SUM(A1)\n6,-3.5\n7,-cmd\n')
    assert [row.number for row in table.rows] == [2, 4, 6, 7, 8]
    assert [(remark.row, remark.is_left_out) for remark in table.remarks] == [
        (3, True),
        (5, True),
        (6, False),
        (8, False),
    ]
    assert table.rows[1].cells == {"id": "3", "who": ""}
