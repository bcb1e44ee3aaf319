"""Addresses of pictures. Included only where a room has registered who may see them."""

from django.urls import path

from seren.foundation.media.views import PhotoBytes

urlpatterns = [path("photos/<uuid:photo>/<slug:size>/", PhotoBytes.as_view(), name="photo")]
