"""Addresses of consent."""

from django.urls import path

from seren.people.consent.views import family
from seren.people.consent.views.desk import asking, child, deciding

app_name = "consent"
_ONE = "desk/children/<uuid:child>/permissions/"

urlpatterns = [
    path("family/permissions/", family.Permissions.as_view(), name="permissions"),
    path("family/permissions/<uuid:asked>/", family.Say.as_view(), name="say"),
    path(_ONE, child.ChildPermissionsPage.as_view(), name="child"),
    path(_ONE + "ask/<slug:permission>/", asking.Ask.as_view(), name="ask"),
    path(_ONE + "<uuid:asked>/decide/", deciding.Decide.as_view(), name="decide"),
    path(_ONE + "<uuid:asked>/key/", asking.Key.as_view(), name="key"),
]
