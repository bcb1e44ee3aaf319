"""Addresses of no room: the way home, the switches at the top, the demo, and what machines ask."""

from typing import Any

from django.conf import settings
from django.urls import include, path

from seren.doors.web.today.views import Today
from seren.doors.web.views import drafts, health, home

urlpatterns: list[Any] = [
    path("", home.Home.as_view(), name="home"),
    path("today/", Today.as_view(), name="today"),
    path("here/as/", home.ActAs.as_view(), name="act_as"),
    path("here/at/", home.ActAt.as_view(), name="act_at"),
    path("drafts/<str:form>/", drafts.Keep.as_view(), name="keep_draft"),
    path("drafts/<str:form>/drop/", drafts.Drop.as_view(), name="drop_draft"),
    path("desk/", include("seren.doors.web.desk.urls")),
    path("healthz", health.Alive.as_view(), name="healthz"),
    path("readyz", health.Ready.as_view(), name="readyz"),
    path(".well-known/security.txt", health.SecurityText.as_view(), name="security_txt"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("seren.doors.web.cast_urls")))
