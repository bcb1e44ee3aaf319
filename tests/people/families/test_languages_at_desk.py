"""What adults speak and read, and how they like to read: kept by leaders until they say it themselves."""

from html import unescape

import pytest

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.people.accounts.domain import keep_talk
from seren.people.accounts.models import Person, ReachMe
from seren.people.families.queries.desk import key_map
from seren.people.provision.queries.desk import desk_of

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def address(world, who):
    return f"/desk/families/{world.people[who]}/languages/"


def row(world, who):
    return system(SystemReason.WRITING, Person).get(pk=world.people[who])


def test_bev_writes_down_that_sian_speaks_urdu_too_and_the_map_says_so(world, signed_in):
    bev = signed_in("manager")
    assert address(world, "key-person") in bev.get("/desk/people/").content.decode()
    html = unescape(bev.get(address(world, "key-person")).content.decode())
    assert "They have joined. All else they choose themselves." in html
    assert 'name="spoken"' not in html
    answer = bev.post(address(world, "key-person"), {"also_speaks": ["ur", "cy", "en"]}, follow=True)
    assert "English, Cymraeg, اردو" in unescape(answer.content.decode())
    actor = world.actor("manager")
    found = key_map(actor, desk_of(actor, world.settings["pre-school"]))
    sian = next(one for one in found.carers if one.name == "Sian Prosser")
    assert sian.languages == ("en", "cy", "ur")
    assert Entry.objects.filter(event="accounts.person_corrected").count() == 1


def test_a_father_who_has_not_joined_reads_polish_in_large_print(world, signed_in):
    system(SystemReason.WRITING, Person).filter(pk=world.people["father-other-home"]).update(login=None)
    said = {"spoken": "pl", "reads": "pl", "also_speaks": ["en"], "format": "large"}
    bev = signed_in("manager")
    html = bev.post(address(world, "father-other-home"), said, follow=True).content.decode()
    for words in ("Polski, English", "Large print"):
        assert words in html
    gareth = row(world, "father-other-home")
    assert (gareth.spoken_language, gareth.read_language, gareth.also_speaks) == ("pl", "pl", ["en"])
    wishes = system(SystemReason.WRITING, ReachMe).get(person=gareth)
    assert (wishes.interface_language, wishes.format, wishes.on_paper) == ("pl", "large", False)
    bev.post(address(world, "father-other-home"), {**said, "format": "paper"})
    assert system(SystemReason.WRITING, ReachMe).get(person=gareth).on_paper


def test_what_a_mother_who_has_joined_chose_is_hers_whatever_is_sent(world, signed_in):
    before = row(world, "mother")
    said = {"spoken": "pl", "reads": "pl", "also_speaks": ["ro"], "format": "giant"}
    assert signed_in("manager").post(address(world, "mother"), said).status_code == 303
    after = row(world, "mother")
    assert after.also_speaks == ["ro"]
    assert (after.spoken_language, after.read_language) == (before.spoken_language, before.read_language)


def test_a_language_nobody_knows_is_not_kept(world, signed_in):
    answer = signed_in("manager").post(address(world, "key-person"), {"also_speaks": ["xx"]})
    assert answer.status_code == 422
    assert row(world, "key-person").also_speaks == ["cy"]


@pytest.mark.parametrize(
    "who", ["key-person", "mother", "stranger-parent", "safeguarding-lead", "other-setting-manager"]
)
def test_nobody_else_says_what_gareth_speaks(who, world, signed_in):
    client = signed_in(who)
    assert client.get(address(world, "father-other-home")).status_code == 404
    assert client.post(address(world, "father-other-home"), {"also_speaks": ["cy"]}).status_code == 404
    assert row(world, "father-other-home").also_speaks == []


def test_the_verb_asks_access_itself(world):
    with pytest.raises(NotThere):
        keep_talk(
            actor=world.actor("key-person"),
            person=row(world, "mother"),
            also_speaks=["cy"],
            now=world.present,
        )
