"""Which setting's promises a page is about: the one the leader works in now."""

from dataclasses import dataclass

from django.http import HttpRequest

from seren.doors.web.hats import who_of
from seren.foundation.access.door import Actor, NotThere
from seren.foundation.promises.door import Place
from seren.people.provision.queries import settings_run_by


@dataclass(frozen=True, slots=True)
class Here:
    """The setting, as promises are measured there, and what it is called."""

    name: str
    place: Place


def setting_here(request: HttpRequest, actor: Actor) -> Here:
    """The one kept with the person, else the first by name. Raises NotThere for whoever runs none."""
    who = who_of(request)
    kept = who.current_setting if who else None
    run = [Here(one.name, Place(one.pk, one.provider_id, one.nation)) for one in settings_run_by(actor)]
    here = next((one for one in run if one.place.setting == kept), run[0] if run else None)
    if here is None:
        raise NotThere("no desk")
    return here
