"""What stands around every page: whose it is, who looks after the child, whom to ring, what else one is."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.doors.web.hats import hat_here, who_of, worn
from seren.foundation.ui.door import Frame, Switch
from seren.people.accounts.queries import Who
from seren.people.accounts.terms import Hat
from seren.people.families.queries import AroundChild, around_children
from seren.people.provision.queries import Workplace, current_of, workplaces_as
from seren.people.provision.queries.places import workplaces_on

HAT_PATH = "/here/as/"
SETTING_PATH = "/here/at/"
SIGN_INS = "/settings/this-phone/"
HELP = "/family/how-to-reach-me/"


def around(request: HttpRequest) -> Frame:
    """One query at most: none for a visitor, one for a family, one for staff."""
    standing: dict[str, Any] = {"notices": _notices(), "elsewhere": _elsewhere(request)}
    who = who_of(request)
    if who is None:
        return Frame(**standing)
    hat = hat_here(request, who)
    standing |= {"me": who.name, "me_url": SIGN_INS, "hats": _hats(who, hat)}
    actor = request.actor  # type: ignore[attr-defined]
    if hat is Hat.FAMILY:
        told = getattr(request, "around_children", None)  # a page that read it already says so
        children = around_children(actor) if told is None else told
        return Frame(**standing, help_url=HELP, **_of_family(children))
    if hat is None:
        return Frame(**standing)
    read = workplaces_on(request) if hat is Hat.ROOM else None  # a page of the room has looked them up
    places = workplaces_as(actor, hat) if read is None else read
    return Frame(**{**standing, **_of_staff(who, places)})


def _hats(who: Who, here: Hat | None) -> tuple[Switch, ...]:
    return tuple(Switch(hat.label, HAT_PATH, hat is here, hat.value) for hat in worn(who))


def _of_family(children: Sequence[AroundChild]) -> dict[str, Any]:
    """With children at several settings there is no one brand and no one telephone: each line has its own."""
    if not children:
        return {}
    first = children[0]
    if len({child.setting for child in children}) > 1:
        return {"foot": tuple(filter(None, map(_key_person_there, children)))}
    return {
        "brand": first.setting_name,
        "phone": first.phone,
        "welsh_first": first.welsh_first,
        "foot": tuple(filter(None, map(_key_person, children))),
    }


def _key_person(child: AroundChild) -> str:
    if not child.key_person:
        return ""
    names = {"person": child.key_person, "child": child.name}
    return _("%(person)s is %(child)s’s key person.") % names


def _key_person_there(child: AroundChild) -> str:
    names = {"person": child.key_person, "child": child.name, "setting": child.setting_name}
    if child.phone and child.key_person:
        sentence = _("%(person)s is %(child)s’s key person at %(setting)s. Ring us on %(phone)s.")
        return sentence % {**names, "phone": child.phone}
    if child.phone:
        return _("%(child)s’s place is at %(setting)s. Ring us on %(phone)s.") % {
            **names,
            "phone": child.phone,
        }
    return _("%(person)s is %(child)s’s key person at %(setting)s.") % names if child.key_person else ""


def _of_staff(who: Who, places: Sequence[Workplace]) -> dict[str, Any]:
    here = current_of(places, who.current_setting)
    if here is None:
        return {}
    return {
        "brand": here.name,
        "phone": here.phone,
        "welsh_first": here.welsh_first,
        "me": _("%(name)s, %(role)s") % {"name": who.name, "role": here.role.label},
        "settings": tuple(
            Switch(place.name, SETTING_PATH, place is here, str(place.setting)) for place in places
        ),
    }


def _notices() -> tuple[str, ...]:
    if settings.DEMO:
        return (_("This is a demo. Everyone in it is made up."),)
    if _is_practice(settings.DATA):
        return (_("This is for practice. Use made-up names here."),)
    return ()


def _elsewhere(request: HttpRequest) -> Switch | None:
    if not settings.DEMO or request.path == "/demo/":
        return None
    return Switch(_("See it as somebody else"), "/demo/")


@cache
def _is_practice(data: Path) -> bool:
    """Read from the copy in the folder, once a process: a frame must not cost a query for it."""
    try:
        return (data / "kind").read_text().strip() == "practice"
    except OSError:
        return False
