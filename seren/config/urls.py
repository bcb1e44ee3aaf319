"""Every address. Each room brings its own."""

from typing import Any

from django.urls import include, path

urlpatterns: list[Any] = [
    path("", include("seren.foundation.ui.urls")),
    path("", include("seren.foundation.media.urls")),
    path("", include("seren.people.accounts.urls")),
    path("", include("seren.doors.web.urls")),
    path("", include("seren.doors.web.promises.urls")),
    path("", include("seren.partnership.journal.urls")),
    path("", include("seren.doors.web.room.urls")),
    path("", include("seren.partnership.journal.views.at_work.urls")),
    path("", include("seren.people.provision.urls")),
    path("", include("seren.people.families.urls")),
    path("", include("seren.people.consent.urls")),
    path("", include("seren.partnership.days.urls")),
    path("api/", include("seren.doors.api.urls")),
]

handler400 = "seren.foundation.ui.errors.unreadable"
handler403 = "seren.foundation.ui.errors.refused"
handler404 = "seren.foundation.ui.errors.not_found"
handler500 = "seren.foundation.ui.errors.broken"
