# ruff: noqa: E501 - the pages stand as one would write them
"""A small site made of the parts: what a browser is driven over. Its people are made up."""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import Engine, RequestContext, Template
from django.urls import path
from django_cotton.compiler_regex import CottonCompiler

from seren.config.urls import handler404, handler500
from seren.config.urls import urlpatterns as product
from seren.foundation.access.door import RecordClass, declares
from seren.foundation.ui.door import Frame, Place, SerenForm, Switch, register_frame, register_places, tell
from seren.foundation.ui.frame import registered
from seren.foundation.ui.gallery import facts
from seren.foundation.ui.policies import UiAction

__all__ = ["handler404", "handler500"]

kept: list[str] = []
sent: list[str] = []


@cache
def template(source: str) -> Template:
    return Engine.get_default().from_string(CottonCompiler().process(source))


def page(request: HttpRequest, source: str, status: int = 200, **given: Any) -> HttpResponse:
    return HttpResponse(
        template(source).render(RequestContext(request, {**facts.FACTS, **given})), status=status
    )


def audience(name: str) -> Any:
    def mark(view: Any) -> Any:
        view.audience = name
        return declares(UiAction.GALLERY, RecordClass.C0)(view)

    return mark


TODAY = """{% extends "ui/family.html" %}{% block title %}Today{% endblock %}
{% block content %}<c-horizon scene="house" star><p class="date">{% day today %}</p><h1>Mali’s day</h1><p>Mali is here until 3:15.</p></c-horizon>
<div class="wrap"><div class="sidebar"><div class="stack gap-6">
<c-note id="next" title="Tomorrow we walk to the woods" scene="wellies"><p>Bring wellies and a coat. We leave at 10:00.</p><p><c-due :due="dues.soon" /></p><c-go href="/today/">See the plan</c-go></c-note>
<section class="stack moments" aria-labelledby="new"><h2 id="new">New star</h2>{% moment_card cards.setting %}
<c-form action="/reply/"><c-reply-starters :starters="starters" sees="Sian sees your answer." /></c-form></section>
<section class="stack" aria-labelledby="waiting"><h2 id="waiting">Waiting for you</h2><c-rows><c-task-row :task="tasks.due" /><c-task-row :task="tasks.plain" /></c-rows></section>
</div><div class="stack gap-6"><c-key-person :person="person" />
<c-empty scene="washing" title="What did Mali do at home?"><p>A photo or a few words. Sian answers each one.</p><c-button href="/form/" full icon="star">Share a star</c-button></c-empty></div></div></div>{% endblock %}"""

STARS = """{% extends "ui/family.html" %}{% block title %}Stars{% endblock %}
{% block content %}<c-horizon scene="kite" narrow><h1>Mali’s stars</h1><p>Home and pre-school, in one sky.</p></c-horizon>
<div class="wrap narrow stack gap-5"><c-button href="/form/" full icon="plus">Share a star from home</c-button>
<c-tabs :tabs="tabs" label="Show" />
<section aria-labelledby="may"><c-sky :month="today" :stars="sky" id="may" /><c-thread :cards="thread" /></section>
<c-pages older="/stars/" older_words="Show April" /></div>{% endblock %}"""

STAR = """{% extends "ui/family.html" %}{% block title %}One star{% endblock %}
{% block content %}<div class="wrap"><c-back href="/stars/">All stars</c-back><div class="sidebar main-26 side-22">
<article class="stack gap-5" aria-labelledby="moment"><c-moment-whole :card="cards.setting" />
<c-fold summary="Who can see this" icon="eye"><p>You, Sian and the Robins team.</p></c-fold></article>
<section class="stack gap-5" aria-labelledby="answers"><h2 id="answers">You and Sian</h2><c-reply :reply="reply" /><c-reply :reply="reply_heart" />
<c-form action="/reply/"><c-reply-starters :starters="starters" label="Answer Sian" /><c-field :field="form.words" /><c-button full>Send to Sian</c-button></c-form></section></div></div>{% endblock %}"""

ROOM = """{% extends "ui/staff.html" %}{% block title %}Robins{% endblock %}
{% block content %}<c-head title="Here today" line="4 are here. 1 is not here yet." />
<c-banner label="Keep safe"><p><strong>Yusuf: no nuts.</strong> His pen is on the top shelf.</p></c-banner>
<ul class="grid min-12 gap-3">{% for name, child in children.items %}<li><c-kid :child="child" /></li>{% endfor %}</ul>
<section class="stack gap-2" aria-labelledby="home"><h2 class="t1" id="home">From home</h2><c-rows><c-task-row :task="tasks.led" /></c-rows></section>{% endblock %}"""

DESK = """{% extends "ui/desk.html" %}{% block title %}Needs you today{% endblock %}
{% block content %}<div class="stack gap-5"><c-head title="Needs you today" line="2 things, by date." />
<div class="sidebar main-34 side-17 gap-5"><div class="stack gap-5"><section class="stack gap-2" aria-labelledby="late"><h2 class="t1" id="late">Late</h2><c-rows><c-need :need="need_late" /></c-rows></section>
<section class="stack gap-2" aria-labelledby="now"><h2 class="t1" id="now">Today</h2><c-rows><c-need :need="need" /></c-rows></section></div>
<div class="stack gap-5"><c-card title="Our promises" id="promises"><c-strip :states="strip" /><p>8 kept, 3 at risk, 1 not kept.</p><c-go href="/desk/">See the evidence</c-go></c-card></div></div>
<c-card><c-table :table="table" id="reach" /></c-card><c-rows>{% for promise in promises %}<c-promise :promise="promise" />{% endfor %}</c-rows></div>{% endblock %}"""

FORM = """{% extends "ui/open.html" %}{% block title %}Share a star{% endblock %}
{% block content %}<h1>Share a star</h1><c-form :form="form" draft="/drafts/star/" files>{% for field in form %}<c-field :field="field" />{% endfor %}<c-button full>Send to Sian</c-button></c-form>{% endblock %}"""

SWAP = """{% extends "ui/family.html" %}{% block title %}Before{% endblock %}
{% block content %}<div class="wrap narrow stack gap-5 pad"><h1>Swaps</h1><div id="part"><h2>Three stars</h2><c-button href="/swap/" hx-get="/part/" hx-target="#part" hx-swap="outerHTML">Show older</c-button></div>
<c-form action="/reply/" id="slow" hx-post="/slow/" hx-target="#part"><c-button id="send">Send</c-button></c-form>
<c-button href="/swap/" id="gone" hx-get="/broken/" hx-target="#part">Ask what breaks</c-button></div>{% endblock %}"""


class PhotoForm(SerenForm):
    photo = forms.FileField(
        label="A photo",
        required=False,
        widget=forms.FileInput(
            attrs={
                "data-shrink": True,
                "data-working": "Making photo {number} of {all} smaller.",
                "data-ready": "Your photos are ready to send.",
            }
        ),
    )


PHOTOS = """{% extends "ui/open.html" %}{% load static %}{% block title %}Photos{% endblock %}
{% block scripts %}{{ block.super }}<script src="{% static 'ui/photos.js' %}" type="module"></script>{% endblock %}
{% block content %}<h1>Photos</h1><c-form :form="form" files action="/upload/"><c-field :field="form.photo" /><c-button>Send</c-button></c-form>{% endblock %}"""


@audience("family")
def today(request: HttpRequest) -> HttpResponse:
    return page(request, TODAY)


@audience("family")
def stars(request: HttpRequest) -> HttpResponse:
    return page(request, STARS)


@audience("family")
def star(request: HttpRequest) -> HttpResponse:
    return page(request, STAR)


@audience("staff")
def room(request: HttpRequest) -> HttpResponse:
    return page(request, ROOM)


@audience("staff")
def desk(request: HttpRequest) -> HttpResponse:
    return page(request, DESK)


@audience("open")
def form(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        bound = facts.SampleForm(request.POST, request.FILES)
        if not bound.is_valid():
            return page(request, FORM, 422, form=bound)
        sent.append(bound.cleaned_data["words"])
        tell(request, "Sent to Sian.", undo="/undo/")
        return HttpResponseRedirect("/today/", status=303)
    return page(request, FORM, form=facts.SampleForm())


@audience("family")
def reply(request: HttpRequest) -> HttpResponse:
    sent.append(request.POST.get("kind", ""))
    tell(request, "Sent to Sian.", undo="/undo/")
    return HttpResponseRedirect("/today/", status=303)


@audience("family")
def undo(request: HttpRequest) -> HttpResponse:
    sent.append("undone")
    tell(request, "Taken back.")
    return HttpResponseRedirect("/today/", status=303)


@audience("family")
def drafts(request: HttpRequest) -> HttpResponse:
    kept.append(request.POST.urlencode())
    return HttpResponse(status=204)


@audience("family")
def heard(request: HttpRequest) -> HttpResponse:
    """What the server was given so far, one a line."""
    return HttpResponse("\n".join([*sent, *kept]), content_type="text/plain")


@audience("family")
def swap(request: HttpRequest) -> HttpResponse:
    return page(request, SWAP)


@audience("family")
def part(request: HttpRequest) -> HttpResponse:
    source = '<title>After</title><div id="part" data-say="Three older stars are shown."><h2>Six stars</h2><p>Older ones.</p></div>'
    return page(request, source)


@audience("family")
def slow(request: HttpRequest) -> HttpResponse:
    from threading import Event

    sent.append("slow")
    Event().wait(0.6)
    return HttpResponse("<h2>Sent</h2>", headers={"HX-Trigger": '{"seren:say": "Sent to Sian."}'})


@audience("family")
def broken(request: HttpRequest) -> HttpResponse:
    return HttpResponse("no", status=500)


@audience("family")
def photos(request: HttpRequest) -> HttpResponse:
    return page(request, PHOTOS, form=PhotoForm())


@audience("family")
def upload(request: HttpRequest) -> HttpResponse:
    file = request.FILES["photo"]
    sent.append(f"{file.name} {file.content_type} {b'Exif' in file.read()}")
    return HttpResponseRedirect("/today/", status=303)


@audience("family")
def missing(request: HttpRequest, pk: object) -> HttpResponse:
    raise Http404


@audience("staff")
def missing_for_staff(request: HttpRequest, pk: object) -> HttpResponse:
    raise Http404


def names() -> list[str]:
    return ["today", "stars", "star", "room", "desk", "form", "swap", "photos"]


urlpatterns = [
    *(path(f"{name}/", globals()[name]) for name in names()),
    *(path(f"{name}/", globals()[name]) for name in ("reply", "undo", "heard", "part", "slow", "broken")),
    path("drafts/star/", drafts),
    path("upload/", upload),
    path("family/<uuid:pk>/", missing),
    path("staff/<uuid:pk>/", missing_for_staff),
    *product,  # last: rooms have pages at some of these addresses
]


def without_people(middleware: list[str]) -> list[str]:
    return [name for name in middleware if not name.startswith(("seren.people.", "seren.doors."))]


def furnish() -> None:
    """What rooms and doors register, in a house of nobody: theirs is taken out."""
    registered.places.clear()
    registered.wears = registered.wishes = None
    settings.MIDDLEWARE = without_people(settings.MIDDLEWARE)
    places = {
        "family": [
            ("/today/", "Today", "today"),
            ("/stars/", "Stars", "star"),
            ("/star/", "One star", "talk"),
        ],
        "room": [("/room/", "Room", "door"), ("/stars/", "My families", "people")],
        "desk": [
            ("/desk/", "Needs you today", "today"),
            ("/room/", "Children", "family"),
            ("/stars/", "Staff", "people"),
        ],
    }
    for hat, listed in places.items():
        register_places(hat, lambda request, listed=listed: [Place(*entry) for entry in listed])
    register_frame(
        lambda request: Frame(
            brand="Hill Lane",
            home="/today/",
            me="Bev, manager",
            me_url="/form/",
            foot=("Sian Prosser is Mali’s key person.",),
            phone="01632 960 512",
            help_url="/form/",
            hats=(Switch("Family", "/as/", True, "family"), Switch("Staff", "/as/", False, "room")),
            settings=(Switch("Hill Lane", "/undo/", True, "1"), Switch("Mill Road", "/undo/", False, "2"))
            if request.path == "/desk/"
            else (),
            notices=("This is a practice place. Nothing here is real.",) if request.path == "/room/" else (),
        )
    )
