"""The bytes of a picture go to those who may see it, and everybody else gets one and the same answer."""

from io import BytesIO

import pytest
from django.db.models import IntegerField, Q, Value
from django.db.models.lookups import Exact
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse
from PIL import Image

from seren.foundation.access import rules
from seren.foundation.access.door import Because, RecordClass, Rule, SystemReason, system, worked_out
from seren.foundation.kernel import db, ids
from seren.foundation.media import door as media
from seren.foundation.media import serving, store
from seren.foundation.media.models import Photo, PhotoSubject
from seren.foundation.media.views import PhotoBytes
from tests.conftest import NOW
from tests.foundation.media import pictures
from tests.foundation.media.conftest import ELSEWHERE, TOM, row

pytestmark = [
    pytest.mark.db,
    pytest.mark.django_db,
    pytest.mark.urls("seren.foundation.media.urls"),
    pytest.mark.usefixtures("in_this_process"),
]

SAND = pictures.saved(pictures.corners(2000, 1200), "JPEG")
view = PhotoBytes.as_view()


@pytest.fixture
def mother(person):
    return person()


@pytest.fixture
def family(mother, sian):
    """Who may see, in this test: a set that a test may change between two requests."""
    return {mother.person, sian.person}


@pytest.fixture(autouse=True)
def _a_rule(monkeypatch, family):
    """The room's rule: the child's family and staff, by a fact that is looked up each time."""
    may = Because("family of the child", lambda actor: _is_in(family, actor))
    rule = Rule(media.MediaAction.SEE_PHOTO, "media.Photo", RecordClass.C4, (may,), (media.IN_THE_BIN,))
    monkeypatch.setitem(rules._rules, media.MediaAction.SEE_PHOTO, rule)


def _is_in(family, actor):
    known = worked_out(actor, lambda a: int(a.person in family), IntegerField())
    return Q(Exact(Value(1), known))


@pytest.fixture(autouse=True)
def _nobody_has_said_what_browsers_keep(monkeypatch):
    monkeypatch.setattr(serving, "_keeping", [])


@pytest.fixture
def versions(monkeypatch):
    """The room's word on what a browser may keep: a version for each person, or None."""
    said = {}
    monkeypatch.setattr(serving, "_keeping", [lambda actor, photo: said.get(actor.person, "1")])
    return said


@pytest.fixture
def photo(sian, keep):
    kept = keep(sian, SAND)
    media.make_sizes(kept.id)
    return kept.id


def get(actor, photo, size="page", method="get", **headers):
    request = getattr(RequestFactory(), method)(f"/photos/{photo}/{size}/", headers=headers)
    if actor is not None:
        request.actor = actor
    return view(request, photo=photo, size=size)


def body_of(response):
    body = b"".join(response.streaming_content)
    done(response)
    return body


def done(*responses):
    """Closes the files. `close()` would tell the framework that a request is over, which none was."""
    for response in responses:
        for close in response._resource_closers:
            close()


@pytest.mark.parametrize(("size", "width"), [("thumb", 320), ("page", 1600), ("full", 2000)])
def test_mother_sees_each_size(mother, photo, size, width):
    response = get(mother, photo, size)
    body = body_of(response)
    assert response.status_code == 200
    assert int(response["Content-Length"]) == len(body)
    with Image.open(BytesIO(body)) as picture:
        assert (picture.format, picture.width) == ("JPEG", width)


def test_its_headers_let_nobody_make_anything_else_of_it(mother, photo):
    response = get(mother, photo)
    done(response)
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Content-Disposition"] == 'inline; filename="seren-photo-2025-05-14.jpg"'
    assert response["Cache-Control"] == "private, no-store"


def test_a_stranger_a_missing_photo_and_a_wrong_size_are_one_answer(mother, person, photo, sian, keep):
    waiting = keep(sian, SAND).id
    binned = keep(sian, SAND)
    media.make_sizes(binned.id)
    with db.writing():
        media.bin_photo(actor=sian, photo=binned.id, now=NOW)
    half_made = keep(sian, SAND).id  # the worker was killed between two files
    source = store.folder(store.INCOMING) / "made.jpg"
    source.write_bytes(SAND)
    store.put(half_made, "page", source)
    lost = keep(sian, SAND)
    media.make_sizes(lost.id)
    store.remove(lost.id)
    for actor, which, size in (
        (person(), photo, "page"),
        (person(ELSEWHERE), photo, "page"),
        (None, photo, "page"),
        (mother, ids.new(), "page"),
        (mother, photo, "huge"),
        (mother, photo, "incoming"),
        (mother, waiting, "page"),
        (mother, half_made, "page"),
        (mother, binned.id, "page"),
        (mother, lost.id, "page"),
    ):
        with pytest.raises(Http404) as absent:
            get(actor, which, size)
        assert str(absent.value) == ""


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_a_wrong_method_tells_no_more_than_a_wrong_address(mother, photo, method):
    with pytest.raises(Http404):
        get(mother, photo, method=method)


def test_head_tells_the_length_and_no_more(mother, photo):
    response = get(mother, photo, method="head")
    assert response.status_code == 200
    assert int(response["Content-Length"]) > 1_000
    done(response)


@pytest.mark.parametrize(
    ("site", "shown"), [("same-origin", True), ("none", True), ("cross-site", False), ("same-site", False)]
)
def test_another_sites_page_gets_no_picture(mother, photo, site, shown):
    if shown:
        done(get(mother, photo, **{"Sec-Fetch-Site": site}))
    else:
        with pytest.raises(Http404):
            get(mother, photo, **{"Sec-Fetch-Site": site})


def test_a_browser_that_has_it_is_told_so_after_it_was_asked_who_it_is(mother, photo, versions, family):
    first = get(mother, photo)
    done(first)
    assert first["Cache-Control"] == "private, no-cache"
    again = get(mother, photo, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Cache-Control"] == "private, no-cache"
    family.remove(mother.person)
    with pytest.raises(Http404):
        get(mother, photo, **{"If-None-Match": first["ETag"]})


def test_a_tag_is_good_for_one_person_one_photo_one_size_and_one_state_of_facts(
    mother, sian, photo, versions, keep
):
    other = keep(sian, SAND)
    media.make_sizes(other.id)
    tags = []
    for actor, which, size in (
        (mother, photo, "page"),
        (sian, photo, "page"),
        (mother, other.id, "page"),
        (mother, photo, "thumb"),
    ):
        response = get(actor, which, size)
        done(response)
        tags.append(response["ETag"])
    versions[mother.person] = "2"
    changed = get(mother, photo, **{"If-None-Match": tags[0]})
    done(changed)
    tags.append(changed["ETag"])
    assert changed.status_code == 200
    assert len(set(tags)) == 5


def test_nothing_is_kept_of_full_nor_by_anyone_who_is_bound(mother, photo, versions):
    full = get(mother, photo, "full")
    versions[mother.person] = None
    bound = get(mother, photo, "page")
    for response in (full, bound):
        done(response)
        assert response["Cache-Control"] == "private, no-store"
        assert not response.has_header("ETag")
    starred = get(mother, photo, **{"If-None-Match": "*"})
    done(starred)
    assert starred.status_code == 200


def test_what_browsers_may_keep_is_said_once(monkeypatch):
    monkeypatch.setattr(serving, "_keeping", [])

    def first(_actor, _photo):
        return "1"

    media.register_keeping(first)
    media.register_keeping(first)
    with pytest.raises(ValueError, match="twice"):
        media.register_keeping(lambda _actor, _photo: None)


def test_showing_a_picture_asks_once_and_changes_nothing(mother, photo, django_assert_num_queries):
    with django_assert_num_queries(1):
        done(get(mother, photo))


def test_the_address_is_the_one_pages_use(photo):
    assert media.address(photo, "thumb") == reverse("photo", args=[photo, "thumb"])
    found = resolve(f"/photos/{photo}/full/")
    assert found.func.view_class is PhotoBytes
    assert (PhotoBytes.action, PhotoBytes.record_class) == (media.MediaAction.SEE_PHOTO, RecordClass.C4)


def test_pages_list_what_may_be_seen_in_one_query(
    mother, person, sian, keep, photo, django_assert_num_queries
):
    keep(sian, SAND, belongs_to=("test.plan", row(photo).belongs_to_id))
    broken = keep(
        sian,
        pictures.png_with(
            pictures.saved(pictures.corners(), "PNG")[:33]
            + pictures.chunk(b"IDAT", b"x")
            + pictures.chunk(b"IEND", b"")
        ),
    )
    media.make_sizes(broken.id)
    waiting = keep(sian, SAND)
    moment = row(photo).belongs_to_id
    with django_assert_num_queries(1):
        shown = media.photos_of(mother, "test.moment", [moment, ids.new()])
    assert list(shown) == [moment]
    assert [(one.id, one.ready) for one in shown[moment]] == [
        (photo, True),
        (broken.id, False),
        (waiting.id, False),
    ]
    assert [bool(one.sorry) for one in shown[moment]] == [False, True, False]
    assert shown[moment][0].fitted("thumb") == (320, 192)
    assert media.photos_of(person(), "test.moment", [moment]) == {}


def test_a_room_writes_its_rule_from_these_conditions(sian, keep, verb):
    """A picture of Tom and his friend is not shown to a family that has only Tom."""
    friend, other = ids.new(), ids.new()
    alone, both = keep(sian, SAND, subjects=[TOM]).id, keep(sian, SAND, subjects=[TOM, friend]).id
    marked = system(SystemReason.WRITING, PhotoSubject)
    pictures_ = system(SystemReason.WRITING, Photo)

    def among(*children):
        rows = marked.filter(subject_id__in=children)
        return set(
            pictures_.filter(media.every_child(Q(subject_id__in=rows.values("subject_id")))).values_list(
                "pk", flat=True
            )
        )

    assert among(TOM) == {alone}
    assert among(TOM, friend) == {alone, both}
    assert among(friend) == set()
    assert among(other) == set()
    assert len(media.marked_with(both)) == 2
    system(SystemReason.WRITING, PhotoSubject).filter(photo=alone).delete()
    assert among(TOM) == set()  # nobody is marked: nobody is permitted
    moments = pictures_.filter(pk=both)  # any rows will do
    system(SystemReason.WRITING, Photo).filter(pk=alone).update(belongs_to_id=both)
    assert set(pictures_.filter(media.belongs_to("test.moment", moments)).values_list("pk", flat=True)) == {
        alone
    }
    assert not pictures_.filter(media.belongs_to("test.plan", moments)).exists()
