"""Face to face: a browser shows words, staff beside its owner type them, and the browser is the owner's."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import blind
from seren.people.accounts import lengths
from seren.people.accounts.domain.signing import count
from seren.people.accounts.models import Invitation, Login, Meeting, Person
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent

_KEY = "seren.meeting"
_LETTERS = 6


def show_words(
    request: HttpRequest, *, now: datetime, login: Login | None = None, invitation: UUID | None = None
) -> None:
    """Begin: this browser has words to show. Asking again gives new ones and ends the old.

    They last a day; where somebody joins by letter, as long as the letter.
    """
    count(request, "show_words")
    words = ids.code(_LETTERS)
    ends = lengths.after(lengths.Length.WORDS, now)
    if invitation is not None:
        ends = system(SystemReason.SIGNING_IN, Invitation).get(pk=invitation).ends_at
    meeting = Meeting(
        words_blind=_blind(words), made_at=now, ends_at=ends, login=login, invitation_id=invitation
    )
    with db.writing(housekeeping=True):
        Meeting.objects.filter(pk__in=_own(request), met_at__isnull=True).delete()
        meeting.save(force_insert=True)
    request.session[_KEY] = {"id": str(meeting.pk), "words": words}


def words_shown(request: HttpRequest) -> str:
    """The words as the page prints them: two groups of three. Empty where there are none."""
    words: str = request.session.get(_KEY, {}).get("words", "")
    return f"{words[:3]} {words[3:]}" if words else ""


def confirm_face_to_face(*, actor: Actor, person: Person, words: str, now: datetime) -> None:
    """Staff stand beside this adult and read the words off their phone.

    Without the words, somebody who stole a letter could wait for the adult to be confirmed. Raises Refused
    where no browser shows these words, or shows them for another adult: one answer.
    """
    if actor.person == person.pk:
        raise Refused("not-yourself", _("Somebody else of the team must confirm you."))
    with acting(actor, AccountsAction.CONFIRM_FACE_TO_FACE, person):
        waiting = Meeting.objects.select_related("invitation").filter(
            words_blind=_blind(words), met_at__isnull=True, ends_at__gt=now
        )
        meeting = waiting.first()
        if (
            meeting is None
            or not _is_for(meeting, person)
            or not waiting.update(person=person, met_by=actor.person, met_at=now)
        ):
            raise Refused(
                "words-unknown", _("No phone shows these words for this adult. Look at them again."), "words"
            )
        record(actor, AccountsEvent.MET, person, now=now, details={"meeting": str(meeting.pk)})


def met(request: HttpRequest, *, now: datetime) -> UUID | None:
    """The adult staff confirmed for this browser, once. None while it still waits."""
    with db.writing(housekeeping=True):
        confirmed = Meeting.objects.filter(
            pk__in=_own(request), met_at__isnull=False, used_at__isnull=True, ends_at__gt=now
        )
        person = confirmed.values_list("person", flat=True).first()
        if person is None or not confirmed.update(used_at=now):
            return None
    request.session.pop(_KEY, None)
    return person


def _own(request: HttpRequest) -> list[UUID]:
    found = ids.parse(request.session.get(_KEY, {}).get("id", ""))
    return [found] if found else []


def _is_for(meeting: Meeting, person: Person) -> bool:
    if meeting.invitation is not None:
        return meeting.invitation.person_id == person.pk
    if meeting.login_id is not None:
        return meeting.login_id == person.login_id
    return True


def _blind(words: str) -> bytes:
    typed = "".join(letter for letter in words.upper() if letter in ids.CODE_ALPHABET)
    return blind(typed, "meeting")
