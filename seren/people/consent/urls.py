"""Addresses of consent."""

from django.urls import path

from seren.people.consent.views import family, sheet
from seren.people.consent.views.desk import (
    asking,
    child,
    deciding,
    many,
    review,
    slips,
    standings,
    waiting,
    wording,
)

app_name = "consent"
_ALL = "desk/permissions/"
_ONE = "desk/children/<uuid:child>/permissions/"

urlpatterns = [
    path("family/permissions/", family.Permissions.as_view(), name="permissions"),
    path("family/permissions/<uuid:asked>/", family.Say.as_view(), name="say"),
    path("room/permissions/", sheet.InTheRoom.as_view(), name="room"),
    path(_ALL, standings.StandingsPage.as_view(), name="standings"),
    path(_ALL + "sheet/", sheet.AtTheDesk.as_view(), name="sheet"),
    path(_ALL + "ask/", many.What.as_view(), name="what"),
    path(_ALL + "ask/<slug:permission>/", many.AskMany.as_view(), name="ask-many"),
    path(_ALL + "review/", review.Review.as_view(), name="review"),
    path(_ALL + "review/start/", review.Start.as_view(), name="review-start"),
    path(_ALL + "waiting/", waiting.Waiting.as_view(), name="waiting"),
    path(_ALL + "waiting/<uuid:adult>/", waiting.Adult.as_view(), name="adult"),
    path(_ALL + "slips/", slips.Slips.as_view(), name="slips"),
    path(_ALL + "slip/", slips.FindSlip.as_view(), name="slip"),
    path(_ALL + "words/", wording.Words.as_view(), name="words"),
    path(_ONE, child.ChildPermissionsPage.as_view(), name="child"),
    path(_ONE + "again/", child.AskAfterMove.as_view(), name="ask-after-move"),
    path(_ONE + "ask/<slug:permission>/", asking.Ask.as_view(), name="ask"),
    path(_ONE + "<uuid:asked>/decide/", deciding.Decide.as_view(), name="decide"),
    path(_ONE + "<uuid:asked>/key/", asking.Key.as_view(), name="key"),
]
