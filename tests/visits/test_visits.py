"""Real visits, with the faults of real lists, check and build: English only, German falling back."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from lxml import html

from dragoman.cli import main
from dragoman.content.checking import read_content
from tests.tools.programs import CHECKOUT
from tests.visits.convert import convert, read_table

#: Lines of a public list (Office of the Historian, US Department of State; CC0), with what made each awkward.
AWKWARD = """\
id,start,end,visitor,from,description
2138,1874-12-12,1874-12-23,King Kalakaua,Hawaii,"First visit by a foreign head of state. A state that is no more."
2148,1920-09-15,1920-09-16,President-elect Porras,Panama,
855,1991-05-07,1991-05-07,President Francesco Cossiga and Prime Minister Giulio Andreotti,Italy,
1,2023-11-12,2023-11-17,President Xi Jinping,"China, People’s Republic of",APEC summit.
2,2023-11-12,2023-11-17,President Xi Jinping,"China, People’s Republic of",APEC summit.
3,2019-06-01,2019-06-02,President Galia Grybauskaitė,Lithuania,"Quotes ""inside"" & an ampersand, and 3 < 4."
4,2008-07-21,2008-07-21,President Fatmir Sejdiu and Prime Minister Hashim Thaci,Kosovo,Met with President Bush.
"""


def list_tables(folder: Path) -> list[Path]:
    """The awkward lines, and the whole list where VISITS_TABLE names one."""
    awkward = folder / "awkward.csv"
    awkward.write_text(AWKWARD, encoding="utf-8")
    return [awkward, *(Path(table) for table in os.environ.get("VISITS_TABLE", "").split() if table)]


def test_a_list_of_real_visits_checks_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for table in list_tables(tmp_path):
        site = tmp_path / table.stem
        visits = read_table(table)
        convert(visits, site)
        shutil.copy(CHECKOUT / "pelicanconf.py", site)
        assert main(["check", "--site", str(site)]) == 0, capsys.readouterr()
        assert main(["build", "--site", str(site)]) == 0, capsys.readouterr()
        for visit in visits:
            for page in (f"en/events/{visit.event}", f"de/ereignisse/{visit.event}"):
                assert (site / "output" / page / "index.html").is_file()


def test_an_english_record_falls_back_on_a_german_page_and_says_so(tmp_path: Path) -> None:
    visits = read_table(list_tables(tmp_path)[0])
    convert(visits, tmp_path)
    shutil.copy(CHECKOUT / "pelicanconf.py", tmp_path)
    assert main(["build", "--site", str(tmp_path)]) == 0
    german = html.parse(tmp_path / f"output/de/ereignisse/{visits[5].event}/index.html").getroot()
    assert german.get("lang") == "de"
    [title] = german.xpath("//main//h1")
    assert title.xpath("descendant-or-self::*[@lang='en']"), "the title is not marked as English"
    text = german.xpath("string(//main)")
    assert "3 < 4" in text


#: After the list: three pairs of lines with one person, country and first day; and, made up beside them, two without.
ENTERED_TWICE = """\
id,start,end,visitor,from,description
2044,2009-09-24,2009-09-25,Prime Minister Gordon Brown,United Kingdom,Attended a meeting in New York City.
2064,2009-09-24,2009-09-25,Prime Minister Gordon Brown,United Kingdom,Attended the G-20 Economic Summit in Pittsburgh.
3196,2023-11-12,2023-11-12,President Xi Jinping,"China, People’s Republic of","Offsite Meeting at Woodside, CA."
3201,2023-11-12,2023-11-17,President Xi Jinping,"China, People’s Republic of",Attended the APEC Leaders' Summit.
3257,2024-07-10,2024-07-10,Prime Minister Keir Starmer,United Kingdom,Working Visit.
3314,2024-07-10,2024-07-11,Prime Minister Keir Starmer,United Kingdom,Attended NATO 75th Anniversary Summit.
9001,2009-09-24,2009-09-25,Foreign Secretary David Miliband,United Kingdom,Came along.
9002,2009-09-25,2009-09-26,Prime Minister Gordon Brown,United Kingdom,Began a day later.
"""


def test_a_journey_that_is_entered_twice_is_found_and_no_other(tmp_path: Path) -> None:
    table = tmp_path / "twice.csv"
    table.write_text(ENTERED_TWICE, encoding="utf-8")
    convert(read_table(table), tmp_path)
    _, findings = read_content(tmp_path / "content", dt.date(2026, 11, 24))
    twice = [found.location.path.rpartition("-")[2] for found in findings if found.rule == "likely-duplicate"]
    assert twice == ["2064.yaml", "3201.yaml", "3314.yaml"]
