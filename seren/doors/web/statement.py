"""A role that waits for its confidentiality statement opens nothing; its pages lead to it (E-10)."""

from seren.doors.web.hats import has_pages, hat_at
from seren.foundation.access.door import Actor
from seren.people.accounts.queries import Who
from seren.people.accounts.terms import Hat
from seren.people.provision.policies import ROLES_OF
from seren.people.provision.queries.desk import statements_of

HERE = "/desk/statement/"


def waits(actor: Actor, hat: Hat | None = None) -> bool:
    """Whether a role of theirs waits for it; where a hat is named, a role that would give this hat."""
    waiting = (one.role for one in statements_of(actor) if one.given_at is None)
    return any(hat is None or role in ROLES_OF[hat] for role in waiting)


def comes_first(path: str, who: Who, actor: Actor) -> bool:
    """Whether nothing else keeps these pages from them. Whoever wears the hat already has its pages."""
    hat = hat_at(path)
    return hat in ROLES_OF and hat not in who.hats and has_pages(hat) and waits(actor, hat)
