"""What the pages for staff have in common."""

from django.http import HttpRequest

from seren.foundation.access.door import NotThere
from seren.people.provision.queries.places import Here, here_on


def for_staff(request: HttpRequest) -> Here:
    """The setting of whoever works here and is more than a helper. Raises NotThere."""
    place = here_on(request)
    if place.helps:
        raise NotThere("for staff")
    return place
