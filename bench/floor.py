"""The bare floor of a Django page: session, one query, a template of 20 rows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from seren.foundation.access.door import SystemReason, system
from seren.partnership.journal.models import Moment

TEMPLATE = """<!doctype html><title>Floor</title><ul>{% for row in rows %}
<li><h2>{{ row.quick_word }}</h2><p>{{ row.happened_at }} {{ row.state }} {{ row.origin }}</p></li>
{% endfor %}</ul>"""
_template = None


def floor(request: HttpRequest) -> HttpResponse:
    global _template
    if _template is None:
        _template = engines["django"].from_string(TEMPLATE)
    request.session.get("_auth_user_id")
    rows = list(system(SystemReason.PROVING, Moment).order_by("-id")[:20])
    return HttpResponse(_template.render({"rows": rows}))


def own_addresses(get_response: Any) -> Any:
    """Middleware: the floor's address, in the same process as the product's."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        response: HttpResponse = get_response(request)
        return response

    return answer


urlpatterns = [path("floor/", floor)]
