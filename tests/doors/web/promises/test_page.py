"""`/desk/partnership/`: what a leader sees of the promises, and what nobody else does."""

import csv
import io
import re
from html import unescape

import pytest

from seren.foundation.jobs.door import run_due
from seren.foundation.promises import door as promises

pytestmark = [pytest.mark.db, pytest.mark.django_db]
BOARD = "/desk/partnership/"


@pytest.fixture
def manager(world, signed_in):
    """Bev leads the pre-school and the club; here she works in the pre-school."""
    client = signed_in("manager")
    client.post("/here/at/", {"setting": str(world.settings["pre-school"])})
    return client


def text_of(answer):
    html = re.sub(r"<(svg|script|style).*?</\1>", " ", answer.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def rows_of(answer):
    """The first cell of each row of the table."""
    pattern = r'<th role="rowheader"[^>]*>(?:<(?:span|a)[^>]*>)*([^<]*)'
    return re.findall(pattern, answer.content.decode())


def test_every_clause_of_both_policies_stands_there_once(manager):
    html = manager.get(BOARD).content.decode()
    shown = re.findall(r'<span class="tag">([AB]\d+[ab]?)</span>', html)
    assert sorted(shown) == sorted(one.id for one in promises.clauses())


def test_the_tally_adds_up_to_all_of_them(manager):
    html = manager.get(BOARD).content.decode()
    counts = [int(count) for count in re.findall(r"<dd>(\d+)</dd>", html)]
    assert len(counts) == 4
    assert sum(counts) == len(promises.clauses())


def test_figures_are_said_in_words_with_the_time_they_were_worked_out(manager):
    words = text_of(manager.get(BOARD))
    assert "Worked out today, 10:40, from what was done." in words
    assert "0 gap days" in words
    assert re.search(r"Kept Stars from home are thanked and kept .* A6 10 of 10 thanked in time", words)


def test_a_name_of_nobody_stands_on_the_board(world, manager):
    words = text_of(manager.get(BOARD)) + text_of(manager.get(f"{BOARD}print/"))
    for canary in ("Mali", "Evans", "Zofia", "Nowak", "Sian"):
        assert canary not in words


def test_one_standing_alone_when_asked_for(manager):
    words = text_of(manager.get(f"{BOARD}?state=kept"))
    assert "Stars from home are thanked and kept" in words
    assert "Look at these first" not in words
    assert "Parents vote on the big things" not in words


def test_a_standing_there_is_not_shows_all(manager):
    assert "Look at these first" in text_of(manager.get(f"{BOARD}?state=wonderful"))


def test_the_other_setting_has_its_own_figures(world, manager):
    manager.post("/here/at/", {"setting": str(world.settings["club"])})
    words = text_of(manager.get(BOARD))
    assert "A6 1 of 1 thanked in time" in words


def test_opened_it_shows_who_is_missing_first(manager):
    answer = manager.get(f"{BOARD}A1/")
    words = text_of(answer)
    assert "Home and setting plan together" in words
    found = rows_of(answer)
    assert "Mali Evans" in found
    needs = re.findall(r"(Needs you|Fine|Put right)</span>", answer.content.decode())
    assert needs == sorted(needs, key=["Needs you", "Put right", "Fine"].index)
    assert len(needs) == len(found)


def test_only_those_that_do_not_hold(manager):
    answer = manager.get(f"{BOARD}A1/?show=missing")
    assert "Fine</span>" not in answer.content.decode()
    assert "Mali Evans" not in rows_of(answer)
    assert rows_of(answer)


def test_opened_it_is_measured_as_one_reads(world, manager):
    """The board says what was worked out; the rows say what is so now."""
    from seren.foundation.access.door import SystemReason, system
    from seren.partnership.journal.models import HomeWords

    system(SystemReason.BUILDING, HomeWords).all().delete()
    assert "Mali Evans" in rows_of(manager.get(f"{BOARD}A1/?show=missing"))
    assert re.search(r"A1 [1-9]\d* of", text_of(manager.get(BOARD)))


def test_a_star_for_the_key_person_only_is_counted_and_not_listed(manager):
    words = text_of(manager.get(f"{BOARD}A6/"))
    assert "10 of 10" in words
    assert re.search(r"\d+ more rows? (is|are) counted\.", words)


def test_a_clause_nothing_measures_has_no_page_and_neither_has_one_there_is_not(manager):
    gone = [manager.get(f"{BOARD}{name}/") for name in ("A2", "Z9", "a1")]
    assert [answer.status_code for answer in gone] == [404, 404, 404]
    assert len({answer.content for answer in gone}) == 1


@pytest.mark.parametrize(
    "who", ["mother", "father-other-home", "key-person", "parent-and-staff", "committee-chair", "grandmother"]
)
@pytest.mark.parametrize("path", ["", "A1/", "print/", "figures.csv"])
def test_whoever_answers_for_no_setting_finds_nothing_there(signed_in, who, path):
    client = signed_in(who)
    there, nowhere = client.get(BOARD + path), client.get("/desk/there-is-no-such-page/")
    assert there.status_code == 404
    assert there.content == nowhere.content


def test_nobody_else_can_ask_for_new_figures(signed_in):
    assert signed_in("mother").post(f"{BOARD}work-out/").status_code == 404


def test_a_visitor_is_led_to_sign_in(world, client):
    answer = client.get(BOARD)
    assert answer.status_code == 303
    assert answer["Location"].startswith("/in/")


def test_work_it_out_now_asks_the_queue_and_says_so(world, manager):
    from seren.foundation.access.door import SystemReason, system
    from seren.foundation.promises.models import PromiseResult

    system(SystemReason.BUILDING, PromiseResult).all().delete()
    assert "Nothing is worked out yet" in text_of(manager.get(BOARD))
    answer = manager.post(f"{BOARD}work-out/")
    assert (answer.status_code, answer["Location"]) == (303, BOARD)
    assert "We are working it out." in text_of(manager.get(BOARD))
    while run_due():
        pass
    assert "0 gap days" in text_of(manager.get(BOARD))


def test_looking_at_the_address_of_the_button_is_looking_at_nothing(manager):
    assert manager.get(f"{BOARD}work-out/").status_code == 404


def test_the_page_to_print_has_every_clause_and_no_links_into_rows(manager):
    html = manager.get(f"{BOARD}print/").content.decode()
    assert all(f">{one.id}<" in html for one in promises.clauses())
    assert "See the rows" not in html
    assert "Hill Lane Pre-school" in html


def test_the_file_has_a_line_for_every_clause(manager):
    answer = manager.get(f"{BOARD}figures.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="seren-promises-2025-05-14.csv"'
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [line["clause"] for line in lines] == [one.id for one in promises.clauses()]
    stars = next(line for line in lines if line["clause"] == "A6")
    assert (stars["state"], stars["figure"], stars["of"], stars["since"]) == (
        "kept",
        "10",
        "10",
        "2024-09-01",
    )


def test_in_welsh_the_promises_are_welsh(world, manager):
    from django.utils import translation

    from seren.doors.web.promises.board import board_of
    from seren.doors.web.promises.here import Here

    place = promises.place_of(world.settings["pre-school"])
    with translation.override("cy"):
        board = board_of(Here("Hill Lane", place), world.present)
    titles = [one.title for one in (*board.first, *board.kept, *board.unmeasured)]
    assert "Mae rhieni’n pleidleisio ar y pethau mawr" in titles
    assert set(titles) == {one.said("cy").title for one in promises.clauses()}


@pytest.mark.parametrize("clause", ["A1", "A3", "A11", "B8", "B9", "B17"])
def test_a_leader_who_was_ever_the_child_s_family_reads_no_row_about_it(world, manager, clause):
    """A row would tell one home what the other did."""
    from datetime import timedelta

    from seren.foundation.access.door import SystemReason, system
    from seren.people.families.models import Guardianship

    before = rows_of(manager.get(f"{BOARD}{clause}/"))
    assert any("Mali Evans" in row for row in before)
    system(SystemReason.BUILDING, Guardianship).bulk_create(
        [
            Guardianship(
                provider_id=world.provider,
                child_id=world.children["Mali Evans"],
                adult_id=world.people["manager"],
                relation="step-parent",
                responsibility="no",
                lives_with="no",
                from_at=world.present - timedelta(days=400),
                until_at=world.present - timedelta(days=300),
            )
        ]
    )
    after = manager.get(f"{BOARD}{clause}/")
    assert rows_of(after) == [row for row in before if "Mali Evans" not in row]
    assert "Mali Evans" not in text_of(after)


@pytest.mark.parametrize("who", ["manager", "safeguarding-lead"])
@pytest.mark.parametrize("clause", ["A1", "A5", "A6", "B9"])
def test_every_row_leads_to_a_page_that_opens(world, signed_in, who, clause):
    client = signed_in(who)
    client.post("/here/at/", {"setting": str(world.settings["pre-school"])})
    html = client.get(f"{BOARD}{clause}/").content.decode()
    links = set(re.findall(r'<th role="rowheader"[^>]*><span[^>]*><a href="([^"]+)"', html))
    assert links
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("clause", ["", "A1/", "A3/", "A5/", "A6/", "A11/", "B8/", "B9/", "B17/"])
def test_at_most_twelve_queries_a_page(manager, clause, django_assert_max_num_queries):
    manager.get(BOARD + clause)
    with django_assert_max_num_queries(12):
        manager.get(BOARD + clause)
