"""The product's addresses as `seren demo` serves them."""

from django.urls import include, path

from seren.config import urls as product

handler404 = product.handler404
urlpatterns = [*product.urlpatterns, path("demo/", include("seren.doors.web.cast_urls"))]
