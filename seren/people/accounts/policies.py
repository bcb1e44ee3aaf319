"""Who may what about an adult's own account; the hats; the addresses that need no signing in.

The rules of INVITE, CORRECT, CONFIRM_FACE_TO_FACE, CLOSE_ACCOUNT and RECOVER stand on memberships and
guardianships: upper rooms register them on "accounts.Person".
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Action, Because, Floor, Open, RecordClass, Rule, register
from seren.people.accounts.terms import Hat


class AccountsAction(Action):
    SIGN_IN = "accounts.sign_in"
    JOIN = "accounts.join"
    SEE_SELF = "accounts.see_self"
    CHANGE_REACH = "accounts.change_reach"
    END_SIGN_INS = "accounts.end_sign_ins"
    CHANGE_STEPS = "accounts.change_steps"
    CHANGE_ADDRESS = "accounts.change_address"
    INVITE = "accounts.invite"
    CONFIRM_FACE_TO_FACE = "accounts.confirm_face_to_face"
    CORRECT = "accounts.correct"
    CLOSE_ACCOUNT = "accounts.close_account"
    RECOVER = "accounts.recover"


def _oneself(action: AccountsAction, floor: Floor) -> Rule:
    themselves = Because("the person themselves", lambda actor: Q(pk=actor.person), floor)
    return Rule(action, "accounts.Person", RecordClass.C1, (themselves,))


register(
    Open(AccountsAction.SIGN_IN, RecordClass.C0),
    Open(AccountsAction.JOIN, RecordClass.C0),
    _oneself(AccountsAction.SEE_SELF, Floor.KNOWN),
    _oneself(AccountsAction.CHANGE_REACH, Floor.KNOWN),
    _oneself(AccountsAction.END_SIGN_INS, Floor.KNOWN),
    _oneself(AccountsAction.CHANGE_STEPS, Floor.FRESH),
    _oneself(AccountsAction.CHANGE_ADDRESS, Floor.FRESH),
)


Held = Callable[[Any], Q]
_hats: dict[Hat, list[Held]] = {}
_told: list[Callable[[], None]] = []


def register_hat(hat: Hat, held: Held) -> None:
    """Declare what gives a hat: a condition on `accounts.Person` at an instant. Several: any gives it.

    A condition and not a function of ids, so that the request's one query asks all of them at once. The query
    is built once: the instant may be compared with in the condition (`in_force(at, …)`), not looked at.
    """
    _hats.setdefault(hat, []).append(held)
    for tell in _told:
        tell()


def on_new_hat(tell: Callable[[], None]) -> None:
    _told.append(tell)


def hat_conditions(at: Any) -> dict[Hat, Q]:
    conditions: dict[Hat, Q] = {}
    for hat, reasons in _hats.items():
        condition = Q(pk__in=[])
        for held in reasons:
            condition |= held(at)
        conditions[hat] = condition
    return conditions


# An address that ends with a slash opens everything under it; any other only itself.
_open = {"/in/", "/join/", "/out/", "/static/", "/healthz", "/readyz", "/.well-known/security.txt"}


def open_to_all(*addresses: str) -> None:
    """Addresses that need no signing in. All others give a visitor one answer, there or not."""
    _open.update(addresses)


def is_open(path: str) -> bool:
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in _open)


Names = Callable[[Iterable[UUID]], dict[UUID, str]]
_provider_names: list[Names] = []


def name_providers(names: Names) -> None:
    """Declare how providers are called: an adult known to several chooses between them by name."""
    _provider_names[:] = [names]


def provider_names(ids: Iterable[UUID]) -> dict[UUID, str]:
    return _provider_names[0](ids) if _provider_names else {}
