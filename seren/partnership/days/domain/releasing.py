"""Handing a child over, in two steps: who they are is checked; then the child leaves with them (P-14).

The first step lasts a few minutes. At the second all is asked again: a restriction bites between the two.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, require, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.partnership.days.domain.tries import check_unlocked, right, wrong
from seren.partnership.days.models import Release
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import leads_at_door, on_the_list
from seren.partnership.days.terms import CollectionEvent, Ended, KnownBy, ReachedBy
from seren.people.families.domain.passwords import matches
from seren.people.families.queries.door import AtDoor, password_kept
from seren.people.families.terms import NEVER, Outcome
from seren.people.provision.queries import nation_of

CONFIRM, UNDO = rules.need("release.confirm"), rules.need("undo.length")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the team saw at the door. `who`: a key of the list. `reached`: how, where nobody knows them."""

    who: str
    known: bool
    password: str = ""
    reached: ReachedBy | None = None


def check_at_door(*, actor: Actor, place: Any, seen: Seen, now: datetime) -> Release:
    """Step one: known by face; or the password is right and a parent was reached. `place`: an enrolment."""
    require(actor, CollectionAction.RELEASE, place)
    one = _on_list(actor, place, seen.who, now)
    check_unlocked(place, now)
    said = _password_asked(one, seen)
    if said is not None and not matches(seen.password, password_kept(said)):
        wrong(actor=actor, place=place, collector=said, now=now)
    if not seen.known and seen.reached is None:
        sentence = _("You do not know them. Keep the child here until you have reached %(name)s.")
        raise Refused("reach-first", sentence % {"name": one.reach_name}, "reached")
    made = Release(
        provider_id=place.provider_id,
        child_id=place.child_id,
        setting_id=place.setting_id,
        day=clock.day_of(now),
        adult_id=one.adult,
        collector_id=one.collector,
        name=one.name,
        known_by=KnownBy.FACE if seen.known else KnownBy.REACHED,
        password_right=said is not None,
        reached_id=None if seen.known else one.reach,
        reached_by="" if seen.known or seen.reached is None else seen.reached,
        checked_by_id=actor.person,
        checked_at=now,
    )
    with acting(actor, CollectionAction.RELEASE, place):
        check_unlocked(place, now)
        right(actor=actor, place=place, now=now, said=said is not None)
        made.save(force_insert=True)
        record(actor, CollectionEvent.CHECKED, made, now=now, child=made.child_id)
    return made


def hand_over(*, actor: Actor, place: Any, release: UUID, now: datetime) -> Release:
    """Step two. Of two at once one hands the child over; the other is told with whom they went."""
    try:
        with acting(actor, CollectionAction.RELEASE, place):
            db.one_at_a_time(place.child_id)
            held = _held(place, release)
            if held.released_at is not None:
                return held
            _check_fresh(held, now)
            _check_here(held)
            _on_list(actor, place, str(held.adult_id or held.collector_id), now)
            held.released_by_id, held.released_at = actor.person, now
            held.save(update_fields=["released_by", "released_at"])
            record(actor, CollectionEvent.RELEASED, held, now=now, child=held.child_id)
    except IntegrityError:
        raise _gone() from None
    return held


def undo_release(*, actor: Actor, place: Any, release: UUID, now: datetime) -> None:
    """A wrong press, within seconds, by whoever pressed."""
    with acting(actor, CollectionAction.RELEASE, place):
        held = _held(place, release)
        went = _went(held)
        seconds = rules.value(nation_of(held.setting_id), UNDO, held.day).elapsed
        if held.released_by_id != actor.person or now > went + seconds:
            raise Refused("undo-over", _("It is written down. If it is wrong, correct it."))
        _end(actor, held, Ended.UNDONE, None, now)
        record(actor, CollectionEvent.RELEASE_UNDONE, held, now=now, child=held.child_id)


def correct_release(*, actor: Actor, place: Any, release: UUID, words: str, now: datetime) -> None:
    """What was written stays, with what was wrong with it. Then the right one is written down."""
    if not words.strip():
        raise Refused("words-missing", _("Write what was wrong."), "words")
    with acting(actor, CollectionAction.RELEASE, place):
        held = _held(place, release)
        _went(held)
        _end(actor, held, Ended.CORRECTED, words.strip(), now)
        record(actor, CollectionEvent.RELEASE_CORRECTED, held, now=now, child=held.child_id)


def _on_list(actor: Actor, place: Any, who: str, now: datetime) -> AtDoor:
    """Raises Refused, with what to do, for whoever the child is not given to."""
    listed = on_the_list(actor, place.child_id, clock.day_of(now))
    one = next((one for one in listed if one.key == who), None)
    if one is None:
        words = _("They are not on the list. Keep the child here, and ring a parent.")
        raise Refused("not-on-list", words, "who")
    if one.outcome in NEVER:
        words = _(
            "This adult may not collect. Keep the child here. Call the manager and the safeguarding lead "
            "now. If anybody is in danger, ring 999."
        )
        raise Refused("may-not-collect", words, "who")
    if one.outcome is Outcome.ASK and not leads_at_door(actor, place.pk):
        words = _("Ask a leader first. Only a manager or deputy can hand over here.")
        raise Refused("ask-leader", words, "who")
    return one


def _password_asked(one: AtDoor, seen: Seen) -> UUID | None:
    """Whose password is compared: what was typed always is; somebody unknown must say it.

    Comparing takes its time: it is done outside any section.
    """
    if not one.has_password or (seen.known and not seen.password.strip()):
        return None
    if not seen.password.strip():
        raise Refused("password-missing", _("Ask for the password, and type what they say."), "password")
    return one.collector


def _held(place: Any, release: UUID) -> Release:
    rows: QuerySet[Release] = system(SystemReason.WRITING, Release).filter(
        child=place.child_id, setting=place.setting_id
    )
    found = rows.filter(pk=release).select_for_update().first()
    if found is None:
        raise NotThere("no such release at this door")
    return found


def _check_fresh(held: Release, now: datetime) -> None:
    rule = rules.setting_value(held.setting_id, nation_of(held.setting_id), CONFIRM, held.day)
    if now > held.checked_at + rule.elapsed or clock.day_of(now) != held.day:
        raise Refused("check-again", _("That was some time ago. Check again who is here."))


def _check_here(held: Release) -> None:
    rows = system(SystemReason.WRITING, Release).filter(child=held.child_id, day=held.day)
    if rows.filter(released_at__isnull=False, ended_at__isnull=True).exists():
        raise _gone()


def _gone() -> Refused:
    return Refused("gone-home", _("The child has gone home already. Look at the list."))


def _went(held: Release) -> datetime:
    if held.released_at is None or held.ended_at is not None:
        raise Refused("not-gone", _("This is not written down any more. Look at the list."))
    return held.released_at


def _end(actor: Actor, held: Release, how: Ended, why: str | None, now: datetime) -> None:
    held.ended_by_id, held.ended_at, held.ended_how, held.ended_why = actor.person, now, how, why
    held.save(update_fields=["ended_by", "ended_at", "ended_how", "ended_why"])
