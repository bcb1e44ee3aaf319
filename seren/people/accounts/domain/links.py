"""One-time links and tokens, made by whoever has the console (contract.md)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, Level, Operator, SystemReason, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.models import InstallationKind
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import lengths
from seren.people.accounts.assurance import Proof
from seren.people.accounts.domain.devices import bind_device
from seren.people.accounts.domain.factors import has_any
from seren.people.accounts.domain.signing import kind, login_for, need_open, sign_in, tell
from seren.people.accounts.models import ApiToken, Device, Person, SignInLink
from seren.people.accounts.terms import AccountsEvent, Bound


def sign_in_link(*, actor: Operator, person: UUID, now: datetime) -> str:
    """The token of a one-time address `/in/<token>/` that signs this adult in. Only its digest is kept."""
    need_open()
    of_provider(actor.provider, "accounts.Person", person)
    token = ids.blind()
    link = SignInLink(
        provider_id=actor.provider,
        person_id=person,
        token_digest=ids.digest(token),
        made_at=now,
        ends_at=lengths.after(lengths.Length.SIGN_IN_LINK, now),
    )
    with db.writing():
        link.save(force_insert=True)
        record(actor, AccountsEvent.LINK_MADE, system(SystemReason.WRITING, Person).get(pk=person), now=now)
    return token


def claim_link(request: HttpRequest, token: str, *, now: datetime) -> None:
    """Sign in with a link. One answer for used, run out, closed and never made; two at once: one gets in.

    In a demo or practice it counts as two factors. In a live installation it is a first factor, it makes the
    device known only where the adult had no way in before, and every channel is told.
    """
    links = system(SystemReason.SIGNING_IN, SignInLink).filter(
        token_digest=ids.digest(token), used_at__isnull=True, ends_at__gt=now, person__closed_at__isnull=True
    )
    link = links.select_related("person__login").first()
    with db.writing(housekeeping=True):
        if link is None or not links.update(used_at=now):
            raise Refused(
                "link-not-good", _("This link does not work any more. Ask for a new one, or sign in below.")
            )
    login = login_for(link.person, now=now)
    if kind() is not InstallationKind.LIVE:
        sign_in(request, login, Proof.DEMO, now=now, person=link.person_id)
        return
    first_way_in = (
        not has_any(login) and not Device.objects.filter(login=login, ended_at__isnull=True).exists()
    )
    sign_in(request, login, Proof.LINK, now=now, person=link.person_id)
    if first_way_in:
        bind_device(request, login, Bound.LINK, now=now)
    tell(request, login, now=now)


def api_token(*, actor: Doer, person: UUID, days: int, now: datetime) -> str:
    """A bearer token with that adult's own rights: for oneself, or from the console.

    Made at the console it counts as strong; made by the adult, as the sign-in it was made in.
    """
    need_open()
    if isinstance(actor, Actor) and actor.person != person:
        raise Refused("not-yours", _("You can make a token for yourself only."))
    of_provider(actor.provider, "accounts.Person", person)
    token = ids.blind()
    kept = ApiToken(
        provider_id=actor.provider,
        person_id=person,
        token_digest=ids.digest(token),
        made_at=now,
        ends_at=now + timedelta(hours=24 * days),
        level=actor.level if isinstance(actor, Actor) else Level.STRONG,
    )
    with db.writing():
        kept.save(force_insert=True)
        holder = system(SystemReason.WRITING, Person).get(pk=person)
        record(actor, AccountsEvent.TOKEN_MADE, holder, now=now, details={"days": days})
    return token


def bearer(token: str, *, now: datetime) -> tuple[UUID, Level] | None:
    """Whose token it is, and how sure we were of them. None: not a token, ended or run out."""
    tokens = system(SystemReason.SIGNING_IN, ApiToken).filter(
        token_digest=ids.digest(token), ended_at__isnull=True, ends_at__gt=now
    )
    found = tokens.values_list("person", "level").first()
    return (found[0], Level(found[1])) if found else None
