"""Fields and forms: every kind is drawn, nothing typed is lost, errors say how to put it right."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Engine
from django.utils.datastructures import MultiValueDict
from django_cotton.compiler_regex import CottonCompiler
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.ui.door import DayField, Labelled, SerenForm
from seren.foundation.ui.fields import KINDS, shown, wrongs
from seren.foundation.ui.gallery.facts import SampleForm


def drawn(source: str, **given: object) -> str:
    template = Engine.get_default().from_string(CottonCompiler().process(source))
    return template.render(Context(given))


class OneDay(SerenForm):
    on = DayField(label="When?")


def typed(day: str, month: str, year: str) -> OneDay:
    return OneDay({"on_day": day, "on_month": month, "on_year": year})


def test_a_date_is_typed_in_three_boxes():
    form = typed(" 14", "5", "2025")
    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2025, 5, 14)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("", "", ""), "required"),
        (("31", "2", "2025"), "not_a_day"),
        (("14", "May", "2025"), "not_a_day"),
        (("14", "5", ""), "not_a_day"),
        (("14", "5", "25"), "year"),
        (("14", "5", "99999"), "year"),
        (("0", "5", "2025"), "not_a_day"),
        (("31", "12", "9999"), "not_a_day"),
    ],
)
def test_a_date_that_is_none_is_refused_with_its_reason(parts: tuple[str, str, str], code: str):
    form = typed(*parts)
    assert not form.is_valid()
    assert [error.code for error in form.errors.as_data()["on"]] == [code]


@given(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6))
def test_whatever_is_typed_as_a_date_comes_back_as_typed(day: str, month: str, year: str):
    form = typed(day, month, year)
    form.is_valid()
    boxes = [box.value for box in shown(form["on"]).boxes]
    assert boxes == [day.strip(), month.strip(), year.strip()]


def test_a_date_is_shown_again_in_its_boxes():
    boxes = shown(OneDay(initial={"on": date(2025, 5, 4)})["on"]).boxes
    assert [(box.label, box.value) for box in boxes] == [("Day", "4"), ("Month", "5"), ("Year", "2025")]


def test_every_kind_of_field_is_drawn_with_its_label_and_id():
    form = SampleForm()
    kinds = {shown(form[name]).kind for name in form.fields}
    assert kinds == {kind for _, kind in KINDS} | {"input"}
    for name in form.fields:
        html = drawn('<c-field :field="field" />', field=form[name])
        assert str(form[name].label) in html or shown(form[name]).kind == "hidden"
        assert f'name="{name}' in html


def test_a_field_says_what_it_is_described_by():
    html = drawn('<c-field :field="field" />', field=SampleForm({})["words"])
    assert 'aria-describedby="id_words-hint id_words-wrong"' in html
    assert 'id="id_words-hint"' in html
    assert 'id="id_words-wrong"' in html
    assert 'aria-invalid="true"' in html


def test_what_may_be_left_out_says_so():
    assert "You can leave this empty." in drawn('<c-field :field="field" />', field=SampleForm()["called"])
    assert "You can leave this empty." not in drawn('<c-field :field="field" />', field=SampleForm()["words"])


@given(st.text(min_size=1, max_size=60))
def test_what_was_typed_is_shown_again_and_never_as_markup(text: str):
    form = SampleForm({"words": text, "called": text})
    html = drawn('<c-field :field="a" /><c-field :field="b" />', a=form["words"], b=form["called"])
    parsed = _values(html)
    assert parsed["words"] == text.replace("\r\n", "\n").replace("\r", "\n") or "\x00" in text
    assert parsed["called"].split() == text.split() or "\x00" in text


def _values(html: str) -> dict[str, str]:
    from html.parser import HTMLParser

    found: dict[str, str] = {}

    class Reader(HTMLParser):
        inside = False

        def handle_starttag(self, tag, attrs):
            given = dict(attrs)
            assert tag in {"div", "label", "p", "span", "svg", "path", "textarea", "input"}, tag
            if tag == "input":
                found[given["name"]] = given["value"]
            if tag == "textarea":
                self.inside = True
                found["words"] = ""

        def handle_data(self, data):
            if self.inside:
                found["words"] += data

        def handle_endtag(self, tag):
            if tag == "textarea":
                self.inside = False

    Reader(convert_charrefs=True).feed(html.replace("\r\n", "\n").replace("\r", "\n"))
    found["words"] = found["words"].removeprefix("\n")
    return found


def test_errors_lead_to_something_one_can_focus():
    form = SampleForm({})
    places = dict(wrongs(form))
    assert "id_on_day" in places
    assert "id_who_0" in places
    assert places["id_words"] == "Write something here."
    form.add_error(None, "Somebody else changed this.")
    assert wrongs(form)[0] == ("", "Somebody else changed this.")


def test_no_field_speaks_the_librarys_words():
    said = [sentence for _, sentence in wrongs(SampleForm({"email": "x", "quick": "no", "at": "late"}))]
    assert len(said) >= 6
    for word in ("required", "valid", "Ensure", "select"):
        assert not any(word in sentence for sentence in said), said


def test_a_field_keeps_the_words_it_brought():
    class Own(SerenForm):
        name = forms.CharField(error_messages={"required": "Tell us her name."})

    assert wrongs(Own({})) == [("id_name", "Tell us her name.")]


def test_nothing_is_cut_off_in_the_browser():
    class Short(SerenForm):
        name = forms.CharField(max_length=5)

    html = drawn('<c-field :field="field" />', field=Short()["name"])
    assert "maxlength" not in html
    assert "required" not in html


def test_a_choice_may_carry_a_child():
    class Children(SerenForm):
        who = forms.MultipleChoiceField(
            widget=forms.CheckboxSelectMultiple,
            choices=[("1", Labelled("Mali & <b>", initial="M", tint="rhosyn", cut="pebble"))],
        )

    html = drawn('<c-field :field="field" />', field=Children(MultiValueDict({"who": ["1"]}))["who"])
    assert 'data-tint="rhosyn"' in html
    assert "Mali &amp; &lt;b&gt;" in html
    assert " checked" in html
