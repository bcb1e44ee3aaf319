"""Addresses of consent."""

from django.urls import path

from seren.people.consent.views import family

app_name = "consent"

urlpatterns = [
    path("family/permissions/", family.Permissions.as_view(), name="permissions"),
    path("family/permissions/<uuid:asked>/", family.Say.as_view(), name="say"),
]
