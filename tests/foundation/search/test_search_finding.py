"""Sian finds what she may see: by any word, best first, page by page."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import Level, RecordClass
from seren.foundation.kernel import db
from seren.foundation.search import door as search
from seren.foundation.search.models import Entry, Shelf, Term
from seren.people.families.models import Child
from tests.foundation.search.actions import Look

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def test_sian_finds_her_child_by_a_word_and_bev_does_not(world):
    mali = world.child("Red wellies in the puddle", of=world.sian)
    world.child("Blue boots by the gate", of=world.sian)
    assert world.ids(world.sian, "puddle") == [mali]
    assert world.ids(world.bev, "puddle") == []
    assert (world.count(world.sian, "puddle"), world.count(world.bev, "puddle")) == (1, 0)


def test_more_of_the_words_come_first_then_the_newest(world):
    one_old = world.child("wellies", of=world.sian)
    both = world.child("red wellies, red again", of=world.sian)
    one_new = world.child("red red red", of=world.sian)
    assert world.ids(world.sian, "red wellies") == [both, one_new, one_old]


def test_a_word_counts_once_however_many_forms_of_it_are_there(world):
    both = world.child("Mae cath a phen", of=world.sian, language="cy")
    many = world.child("cath, gath, nghath, chath, cathod", of=world.sian, language="cy")
    assert world.ids(world.sian, "pen cath") == [both, many]


def test_gath_finds_cath(world):
    mali = world.child("Gwelodd Mali gath ddu", of=world.sian, language="cy")
    world.child("Gwelodd Tomos gi du", of=world.sian, language="cy")
    assert world.ids(world.sian, "cath") == [mali]
    assert world.ids(world.sian, "nghath") == [mali]
    assert world.ids(world.sian, "du") == world.ids(world.sian, "ddu")


def test_the_beginning_of_a_word_finds_it_in_every_script(world):
    for language, word in (("bn", "বাংলা"), ("ur", "تتلیاں"), ("uk", "їжачок"), ("cy", "zzz")):
        child = world.child(word, of=world.sian, language=language)
        assert world.ids(world.sian, word[:3]) == [child]


def test_all_languages_of_a_text_find_its_row(world, now):
    mali = world.child("", of=world.sian)
    child = Child._base_manager.get(pk=mali)
    texts = [("en", "a red ladybird"), ("cy", "buwch goch gota")]
    search.index(child, setting=world.setting.pk, record_class=RecordClass.C3, texts=texts)
    assert world.ids(world.sian, "ladyb") == world.ids(world.sian, "coch") == [mali]


def test_words_taken_back_are_gone_from_the_index_at_once(world):
    mali = world.child("puddle", of=world.sian)
    search.forget(Child, [mali])
    assert world.ids(world.sian, "puddle") == []
    assert not Term.objects.exists()
    assert not Entry.objects.exists()


def test_forgetting_one_row_leaves_the_others(world):
    mali, tomos = world.child("puddle", of=world.sian), world.child("puddle", of=world.sian)
    search.forget(Child, [mali])
    assert world.ids(world.sian, "puddle") == [tomos]


def test_new_words_take_the_place_of_the_old_ones(world):
    mali = world.child("puddle", of=world.sian)
    world.index(Child._base_manager.get(pk=mali), "ladybird")
    assert world.ids(world.sian, "puddle") == []
    assert world.ids(world.sian, "ladybird") == [mali]


def test_a_row_without_words_is_not_found_and_nothing_is_kept(world):
    world.child("puddle", of=world.sian)
    world.child(" … ", of=world.sian)
    assert Entry.objects.count() == 1


def test_a_row_whose_words_were_emptied_is_found_no_more(world):
    mali = world.child("puddle", of=world.sian)
    world.index(Child._base_manager.get(pk=mali), " … ")
    assert world.ids(world.sian, "puddle") == []
    assert not Term.objects.exists()


def test_nothing_typed_finds_nothing(world):
    world.child("a puddle", of=world.sian)
    for words in ("", "   ", "a", "?!"):
        assert world.find(world.sian, words) == search.Found((), "")
        assert world.count(world.sian, words) == 0


def test_words_of_a_verb_that_was_refused_are_not_in_the_index(world):
    class Stop(Exception):
        pass

    mali = world.child("puddle", of=world.sian)

    def verb():
        with db.writing(housekeeping=True):
            world.index(Child._base_manager.get(pk=mali), "ladybird")
            raise Stop

    with pytest.raises(Stop):
        verb()
    assert world.ids(world.sian, "puddle") == [mali]


@pytest.mark.parametrize("record_class", [c for c in RecordClass if c.number > 3])
def test_no_class_above_c3_is_ever_indexed(world, record_class):
    child = Child._base_manager.get(pk=world.child("puddle", of=world.sian))
    with pytest.raises(search.NotSearchable):
        world.index(child, "secret", record_class=record_class)
    assert world.ids(world.sian, "secret") == []


def test_messages_cannot_be_searched(world):
    world.child("puddle", of=world.sian)
    with pytest.raises(search.NotSearchable):
        world.find(world.sian, "puddle", action=Look.MESSAGES)


def test_words_of_one_class_are_not_found_by_leave_to_see_another(world):
    """Who may see a child's name, and not their learning, learns nothing of it by searching."""
    child = Child._base_manager.get(pk=world.child("puddle", of=world.sian))
    world.index(child, "Mali", record_class=RecordClass.C2)
    assert world.ids(world.sian, "puddle", action=Look.NAME) == []
    assert world.ids(world.sian, "mali", action=Look.NAME) == [child.pk]
    assert world.ids(world.sian, "mali") == []
    assert world.ids(world.sian, "puddle") == [child.pk]


def test_a_signed_in_device_nobody_knows_finds_nothing(world):
    world.child("puddle", of=world.sian)
    assert world.ids(replace(world.sian, level=Level.CODE), "puddle") == []


def test_another_provider_with_the_same_words_stays_out(world):
    theirs = world.place("Far Field")
    stranger = world.adult("Nia", theirs.provider_id)
    world.child("puddle", of=stranger, setting=theirs)
    mali = world.child("puddle", of=world.sian)
    assert world.ids(world.sian, "puddle") == [mali]
    assert mali not in world.ids(stranger, "puddle")


def test_terms_of_another_provider_are_not_even_walked(world):
    theirs = world.place("Far Field")
    world.child("puddle", of=world.adult("Nia", theirs.provider_id), setting=theirs)
    with CaptureQueriesContext(connection) as ran:
        assert world.ids(world.sian, "puddle") == []
    assert [q["sql"] for q in ran if "search_term" in q["sql"]] == []


def test_a_search_can_be_kept_to_one_setting(world):
    other = world.place("Hill Lane Club", world.provider)
    here = world.child("puddle", of=world.sian)
    there = world.child("puddle", of=world.sian, setting=other)
    assert world.ids(world.sian, "puddle") == [there, here]
    assert world.ids(world.sian, "puddle", setting=other.pk) == [there]
    assert world.count(world.sian, "puddle", setting=other.pk) == 1


def test_a_row_of_another_kind_with_the_same_id_lends_no_words(world):
    """Ids of moments and replies are made by the phone: one may be taken on purpose."""
    shelf = Shelf.objects.create(
        provider_id=world.provider, place_id=world.setting.pk, kind="test.reply", record_class="C3"
    )
    mali, tomos = world.child("puddle", of=world.sian), world.child("puddle", of=world.sian)
    entry = Entry.objects.create(shelf=shelf, row_id=mali)
    Term.objects.create(entry=entry, term=shelf.pk.to_bytes(4) + b"secret")
    assert world.ids(world.sian, "secret puddle") == [tomos, mali]
    search.forget(Child, [mali])
    assert list(Entry.objects.filter(row_id=mali)) == [entry]


def test_a_search_takes_two_statements_whatever_it_finds(world):
    counts = []
    for number in (1, 3, 30):
        while len(world.ids(world.sian, "puddle")) < number:
            world.child("puddle", of=world.sian)
        with CaptureQueriesContext(connection) as ran:
            world.find(world.sian, "puddle")
        counts.append(len(ran))
    assert counts == [2, 2, 2]


def statements(act):
    with CaptureQueriesContext(connection) as ran:
        act()
    said = [q["sql"].split()[0] for q in ran if "SAVEPOINT" not in q["sql"]]
    return said.count("SELECT"), len(said) - said.count("SELECT")


def test_putting_a_row_into_the_index_asks_one_thing_and_writes_what_differs(world):
    child = Child._base_manager.get(pk=world.child("one two three", of=world.sian))
    assert statements(lambda: world.index(child, "three, two, one")) == (1, 0)
    assert statements(lambda: world.index(child, "one two three four")) == (1, 1)
    assert statements(lambda: world.index(child, " ".join(f"word{n}" for n in range(200)))) == (1, 2)


def test_a_row_that_moved_to_another_setting_is_found_there_only(world):
    other = world.place("Hill Lane Club", world.provider)
    mali = world.child("puddle", of=world.sian)
    world.index(Child._base_manager.get(pk=mali), "puddle", setting=other)
    assert world.ids(world.sian, "puddle", setting=world.setting.pk) == []
    assert world.ids(world.sian, "puddle", setting=other.pk) == world.ids(world.sian, "puddle") == [mali]


def test_the_last_page_names_no_next_one(world):
    for _ in range(4):
        world.child("puddle", of=world.sian)
    first = world.find(world.sian, "puddle", limit=2)
    assert first.next
    assert not world.find(world.sian, "puddle", limit=2, cursor=first.next).next
    assert not world.find(world.sian, "puddle", limit=4).next
