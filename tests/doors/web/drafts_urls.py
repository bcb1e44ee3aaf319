"""The product's addresses, and one page with a form whose words are kept."""

from typing import Any

from django import forms
from django.template import engines
from django.urls import path
from django_cotton.compiler_regex import CottonCompiler

from seren.config import urls as product
from seren.doors.web.policies import WebAction
from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.drafts import door as drafts
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import DayField, FormPage, SerenForm

handler404 = product.handler404
drafts.declare("tests.star", fields=["words", "who", "seen_*"])
SENT: list[dict[str, Any]] = []


class StarForm(SerenForm):
    words = forms.CharField(label="Words", widget=forms.Textarea)
    who = forms.MultipleChoiceField(
        label="Who",
        choices=[("team", "Team"), ("family", "Family")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = DayField(label="Day", required=False)
    photo = forms.FileField(label="Photo", required=False)


PAGE = """{% extends "ui/base.html" %}{% block title %}Star{% endblock %}{% block content %}
<c-form :form="form" files>{% for field in form %}<c-field :field="field" />{% endfor %}
<c-button>Send</c-button></c-form>{% endblock %}"""


class StarPage(FormPage):
    action = WebAction.GO_HOME
    record_class = RecordClass.C0
    audience = "family"
    form_class = StarForm
    draft = "tests.star"
    template_name = engines["django"].from_string(CottonCompiler().process(PAGE))  # type: ignore[assignment]

    def read(self, actor: Actor, **ids: Any) -> str:
        return "page"

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        if "rude" in said["words"]:
            raise Refused("rude", "Say it kindly.", "words")
        SENT.append(said)
        return "/"


urlpatterns = [path("stars/new/<str:child>/", StarPage.as_view()), *product.urlpatterns]
