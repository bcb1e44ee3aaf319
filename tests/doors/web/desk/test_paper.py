"""Letters for adults who read on paper: what is theirs, and nothing of anybody else's."""

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.notify.models import Delivery, Notice

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def waits(world, who, kind, subject, setting="pre-school", about=None):
    """A notice on paper that waits for somebody."""
    notice = Notice(
        provider_id=world.provider, setting_id=world.settings[setting], kind=kind,
        subject_type="journal.moment", subject_id=subject, about_id=about,
        created_at=world.present, released_at=world.present,
    )  # fmt: skip
    notice.save(force_insert=True)
    row = Delivery(
        provider_id=world.provider, notice=notice, person_id=world.people[who], channel="paper",
        planned_at=world.present,
    )  # fmt: skip
    row.save(force_insert=True)
    return row


@pytest.fixture
def deans(world):
    """Dean reads on paper. A thank you for the star he sent on a slip waits to be printed."""
    system(SystemReason.WRITING, Delivery).filter(channel="paper").update(outcome="dropped")
    return waits(world, "parent-no-phone", "journal.moment_shared", moment_of_alfie(world))


def moment_of_alfie(world):
    from seren.partnership.journal.models import MomentChild

    rows = system(SystemReason.WRITING, MomentChild).filter(
        child=world.children["Alfie"], moment__origin="setting", moment__state="shared"
    )
    found = rows.filter(moment__audience="family").order_by("moment__shared_at").first()
    return found.moment_id


def test_deans_letter_holds_the_star_of_alfie_and_his_own_address(world, deans, signed_in):
    client = signed_in("manager")
    assert "Dean Walker" in client.get("/desk/print/").content.decode()
    html = client.get("/desk/print/letters/").content.decode()
    assert "Dean Walker" in html
    assert "Alfie on " in html
    for other in ("Mali", "Ellie", "Yusuf"):
        assert other not in html


def test_printed_letters_leave_the_queue_and_undo_brings_them_back(world, deans, signed_in):
    client = signed_in("manager")
    client.post("/desk/print/done/", {"deliveries": str(deans.pk)})
    deans.refresh_from_db()
    assert deans.outcome == "sent"
    html = client.get("/desk/print/").content.decode()
    assert "Nothing waits to be printed" in html
    undo = html.split('action="/desk/print/')[1].split('"')[0]
    client.post(f"/desk/print/{undo}")
    deans.refresh_from_db()
    assert (deans.outcome, deans.sent_at) == ("waiting", None)


def test_what_came_after_the_page_was_opened_still_waits(world, deans, signed_in):
    later = waits(world, "parent-no-phone", "journal.moment_shared", moment_of_alfie(world))
    signed_in("manager").post("/desk/print/done/", {"deliveries": str(deans.pk)})
    later.refresh_from_db()
    assert later.outcome == "waiting"


def test_a_letter_to_gareth_about_rhians_star_names_no_home(world, signed_in):
    system(SystemReason.WRITING, Delivery).filter(channel="paper").update(outcome="dropped")
    moments = [name for name in world.moments if "family" in name]
    assert moments, sorted(world.moments)
    for name in moments:
        waits(world, "father-other-home", "journal.star_shared", world.moments[name])
    html = signed_in("manager").get("/desk/print/letters/").content.decode()
    assert "Gareth Evans" in html
    assert "from home." in html
    for kept in ("Rhian", "Llwybr y Felin", "Nerys"):
        assert kept not in html


def test_nothing_of_ellie_is_printed_for_darren(world, signed_in):
    system(SystemReason.WRITING, Delivery).filter(channel="paper").update(outcome="dropped")
    from seren.partnership.journal.models import MomentChild

    rows = system(SystemReason.WRITING, MomentChild).filter(child=world.children["Ellie"])
    for row in rows:
        waits(world, "father-restricted", "journal.moment_shared", row.moment_id)
    assert rows.exists()
    html = signed_in("manager").get("/desk/print/letters/").content.decode()
    assert "Darren" not in html
    assert "Ellie" not in html


def test_an_answer_the_printer_may_not_read_is_announced_and_not_told(world, signed_in):
    from seren.partnership.journal.models import Moment, Reply

    system(SystemReason.WRITING, Delivery).filter(channel="paper").update(outcome="dropped")
    reply = world.replies["answer-to-urdu"]
    waits(world, "parent-urdu", "journal.staff_answered", reply)
    client = signed_in("manager")
    assert "He shared the red car" in client.get("/desk/print/letters/").content.decode()
    moment = system(SystemReason.WRITING, Reply).get(pk=reply).moment_id
    system(SystemReason.WRITING, Moment).filter(pk=moment).update(audience="key_person")
    html = client.get("/desk/print/letters/").content.decode()
    assert "Amina Khan" in html
    assert "سے آپ کے لیے نئی خبریں ہیں" in html  # in her own language: there is news for you
    assert "He shared the red car" not in html


@pytest.mark.parametrize("who", ["key-person", "mother", "safeguarding-lead", "other-setting-manager"])
def test_letters_are_printed_only_by_who_runs_the_setting(who, world, deans, signed_in):
    client = signed_in(who)
    for address in ("/desk/print/", "/desk/print/letters/"):
        answer = client.get(address)
        assert answer.status_code == 404 or "Dean" not in answer.content.decode()
    client.post("/desk/print/done/", {"deliveries": str(deans.pk)})
    deans.refresh_from_db()
    assert deans.outcome == "waiting"
