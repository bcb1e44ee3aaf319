"""Every page that tells more of a child than name and room says of which: it counts, or has a reason."""

import pytest

from seren.foundation.access.door import RecordClass
from seren.foundation.ui.door import Page

pytestmark = pytest.mark.static
FIRST, LAST = RecordClass.C3.number, RecordClass.C12.number
# By the address: why a page without a child in it counts nobody.
OWN, ONE = "a family’s own", "one adult, not a child"
NOT_COUNTED = {
    "/today/": OWN,
    "/stars/": OWN,
    "/stars/new/": OWN,
    "/stars/album/<str:month>/": OWN,
    "/stars/<uuid:moment>/edit/": OWN,
    "/family/people/": OWN,
    "/family/people/collectors/<uuid:collector>/password/": OWN,
    "/family/people/collectors/<uuid:collector>/photo/": OWN,
    "/room/outings/": "trips, no child",
    "/room/care/<uuid:entry>/words/": "a form; what it adds to is counted on its own page",
    "/room/care/<uuid:entry>/follow-up/": "a form; what it adds to is counted on its own page",
    "/room/moment/<uuid:moment>/copies/": "where copies of a photo hang; the photo counts on its own page",
    "/desk/permissions/copies/": "where copies of photos hang; the photo counts on its own page",
    "/room/outings/plan/": "a form",
    "/room/outing/<uuid:outing>/change/": "a form",
    "/room/slip/": "a form for the code of a slip",
    "/mine/": "one’s own key children",
    "/mine/unfiled/": "one’s own drafts, or what a leader finds unfinished",
    "/room/bin/": "what the team threw away",
    "/desk/partnership/<str:clause>/": "figures; each row leads to a page that counts",
    "/desk/why/": "why a page opens; the page itself counts when it is opened",
    "/desk/who/": "who sees a page; the page itself counts when it is opened",
    "/desk/notices/chase/<uuid:delivery>/": ONE,
    "/desk/permissions/ask/": "a form",
    "/desk/permissions/slip/": "a form for the code of a slip",
    "/desk/print/": "adults by name, no child",
    "/desk/families/<uuid:person>/": ONE,
    "/desk/families/<uuid:person>/close/": ONE,
    "/desk/families/<uuid:person>/languages/": ONE,
    "/desk/import/": "a list somebody brings in",
    "/desk/import/<uuid:intake>/": "a list somebody brings in",
}


def of_a_child(view):
    return FIRST <= view.record_class.number <= LAST


def pages():
    from django.urls import get_resolver

    def walk(patterns, path):
        for one in patterns:
            here = path + str(one.pattern)
            if hasattr(one, "url_patterns"):
                yield from walk(one.url_patterns, here)
            else:
                yield here, getattr(one.callback, "view_class", None)

    whole = dict(walk(get_resolver().url_patterns, "/"))
    return {
        path: view for path, view in whole.items() if view and issubclass(view, Page) and of_a_child(view)
    }


def says_whose(path, view):
    own = view.whose is not Page.whose or view.sightings is not Page.sightings
    return own or "<uuid:child>" in path or view.runs_the_day


def test_every_page_of_children_is_counted_or_says_why_not(settings):
    settings.ROOT_URLCONF = "seren.config.urls"
    silent = {path for path, view in pages().items() if not says_whose(path, view)}
    assert silent == set(NOT_COUNTED)
