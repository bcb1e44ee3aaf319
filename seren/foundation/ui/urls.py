"""The workshop page, where this is not a live installation."""

from typing import Any

from django.conf import settings
from django.urls import path

from seren.foundation.ui.gallery.views import Gallery

urlpatterns: list[Any] = [path("gallery/", Gallery.as_view(), name="gallery")] if settings.GALLERY else []
