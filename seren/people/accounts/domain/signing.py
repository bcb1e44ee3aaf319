"""Signing in and out: the one place that speaks to the sign-in library about sessions."""

from datetime import datetime
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from allauth.usersessions.models import UserSession
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, system
from seren.foundation.kernel import clock, closing, db, ids
from seren.foundation.kernel.models import Installation, InstallationKind
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import addresses, lengths, notices
from seren.people.accounts.adapter import TRY_LATER
from seren.people.accounts.assurance import Assurance, Proof, assure, shown_in
from seren.people.accounts.domain.addressing import is_free
from seren.people.accounts.domain.devices import bind_device, note, token_of
from seren.people.accounts.domain.joining import keep_in_step
from seren.people.accounts.models import Device, Login, Person
from seren.people.accounts.queries.who import Who, who_is
from seren.people.accounts.terms import AccountsEvent, Bound
from seren.people.accounts.words import said, words_of

PERSON = "seren.person"
SEEN = "seren.seen"


def sign_in(
    request: HttpRequest, login: Login, proof: Proof, *, now: datetime, person: UUID | None = None
) -> None:
    """`login` showed `proof`. A session of somebody else on this browser ends first.

    `login` was read before it is asked whether Seren is closed: closing changes its epoch, so whoever slips
    in between has a session that is dead already.
    """
    need_open()
    if request.user.is_authenticated and request.user.pk != login.pk:
        request.session.flush()
    add_proof(request, login, proof)
    if request.user.is_authenticated and request.user.pk == login.pk:
        request.session.cycle_key()
    else:
        perform_login(request, login)
        # What network somebody came from is not kept.
        UserSession.objects.filter(session_key=request.session.session_key).update(ip="0.0.0.0")  # noqa: S104
    request.session[SEEN] = clock.day_of(now).isoformat()
    if person is not None:
        request.session[PERSON] = str(person)
    with db.writing():
        note(None, AccountsEvent.SIGNED_IN, login.pk, now=now, by=proof.value)


def need_open() -> None:
    """Raises Refused while Seren is closed: no way in is made, not by the console either."""
    if closing.closed_since() is not None:
        raise Refused("closed", _("Seren is closed for the moment. Nobody can sign in."))


def add_proof(request: HttpRequest, login: Login, proof: Proof) -> None:
    """One more thing was shown in this sign-in. Second steps are recorded by the library itself."""
    record_authentication(request, login, method=proof.value)


def sign_out(request: HttpRequest, *, now: datetime) -> None:
    login = request.session.get(SESSION_KEY)
    if login:
        UserSession.objects.filter(session_key=request.session.session_key).delete()
    request.session.flush()


def sign_in_for_demo(request: HttpRequest, person: UUID, *, now: datetime) -> None:
    """One click, in a demo installation only: counts as two factors. Raises Refused anywhere else."""
    if kind() is not InstallationKind.DEMO:
        raise Refused("not-a-demo", _("This works in the demo only."))
    found = system(SystemReason.SIGNING_IN, Person).get(pk=person, closed_at__isnull=True)
    login = login_for(found, now=now)
    if request.user.is_authenticated:
        request.session.flush()
    sign_in(request, login, Proof.DEMO, now=now, person=person)


def kind() -> InstallationKind:
    """What this installation is. One that was never set up counts as live, the strictest."""
    row = Installation.objects.first()
    return InstallationKind(row.kind) if row else InstallationKind.LIVE


def login_for(person: Person, *, now: datetime) -> Login:
    """The adult's login. A new one takes the address on file, unless somebody signs in with that."""
    if person.login is not None:
        return person.login
    login = Login(made_at=now)
    on_file = addresses.clean(person.email or "")
    with db.writing(housekeeping=True):
        login.email = on_file if on_file and is_free(on_file, login.pk) else None
        login.save(force_insert=True)
        keep_in_step(login)
        person.login = login
        person.save(update_fields=["login"])
    return login


def signed_in(request: HttpRequest, *, now: datetime) -> list[Who]:
    """The open accounts of whoever this session belongs to; none where it belongs to nobody any more."""
    key = request.session.get(SESSION_KEY)
    login = ids.parse(key) if key else None
    if login is None:
        return []
    found = who_is(login, token_of(request), now)
    kept = request.session.get(HASH_SESSION_KEY, "")
    if not found or found[0].epoch is None or BACKEND_SESSION_KEY not in request.session:
        return []
    expected = Login(pk=login, epoch=found[0].epoch).get_session_auth_hash()
    return found if constant_time_compare(kept, expected) else []


def assurance_of(request: HttpRequest, who: Who, *, now: datetime) -> Assurance:
    records = get_authentication_records(request, Login(pk=who.login))
    return assure(
        shown_in(records),
        device_known=who.device is not None,
        at=now,
        fresh_for=lengths.lasts(lengths.Length.FRESH, now),
    )


def actor_for(who: Who, sure: Assurance, *, now: datetime) -> Actor | None:
    if sure.level is None:
        return None
    return Actor(who.person, who.provider, sure.level, now, sure.fresh, who.at_work, sure.proved_at)


def choose_person(request: HttpRequest, person: UUID, *, now: datetime) -> None:
    """Which of one's own accounts the session is for. Raises Refused for any other."""
    if person not in {who.person for who in signed_in(request, now=now)}:
        raise Refused("not-yours", _("Choose one of the places on the list."))
    request.session[PERSON] = str(person)


def trust_browser(request: HttpRequest, login: Login, bound: Bound, *, now: datetime) -> None:
    """Bind this browser and, where the adult had others already, tell them of the new one."""
    others = Device.objects.filter(login=login, ended_at__isnull=True).exists()
    bind_device(request, login, bound, now=now)
    if others:
        tell(request, login, now=now)


def tell(request: HttpRequest, login: Login, *, now: datetime) -> None:
    person = system(SystemReason.TELLING, Person).filter(login=login, closed_at__isnull=True).first()
    if person is not None:
        device = said(words_of(request.META.get("HTTP_USER_AGENT", "")))
        notices.tell_sign_in(login.pk, person.pk, device, now=now)


def count(request: HttpRequest, action: str, *, key: str | None = None) -> None:
    """One more try of this kind. Raises Refused where there were too many. Not inside a transaction."""
    if not ratelimit.consume(request, action=action, key=key):
        raise Refused("too-many-tries", TRY_LATER)


def end_all_sign_ins(login: Login) -> int:
    """Every session ends at its next request, this one too. Returns how many were open.

    The change of epoch ends them, whatever the session store still holds; the rows go as well.
    """
    Login.objects.filter(pk=login.pk).update(epoch=ids.new())
    login.refresh_from_db(fields=["epoch"])
    open_sessions = list(UserSession.objects.filter(user=login))
    for session in open_sessions:
        session.end()
    return len(open_sessions)


def end_other_sign_ins(request: HttpRequest, login: Login) -> int:
    """All but the one this request came in."""
    mine = request.session.session_key
    ended = UserSession.objects.filter(user=login).exclude(session_key=mine)
    count_ended = 0
    for session in ended:
        session.end()
        count_ended += 1
    Login.objects.filter(pk=login.pk).update(epoch=ids.new())
    login.refresh_from_db(fields=["epoch"])
    request.session[HASH_SESSION_KEY] = login.get_session_auth_hash()
    return count_ended
