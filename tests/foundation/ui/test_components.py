"""Components: what goes in comes out escaped, and no template opens a side door."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Engine
from django.test import Client
from django_cotton.compiler_regex import CottonCompiler
from hypothesis import given
from hypothesis import strategies as st

import seren.foundation.ui
from seren.foundation.ui.door import ChildShown, LinkShown, Tag, TaskShown, paper_of
from seren.foundation.ui.gallery.facts import MALI
from seren.foundation.ui.icons import ICONS
from seren.foundation.ui.shown import CUTS, TINTS

TEMPLATES = sorted((Path(seren.foundation.ui.__file__).parent / "templates").rglob("*.html"))
EVERY_TEMPLATE = sorted(Path(seren.foundation.ui.__file__).parents[2].rglob("*.html"))
NASTY = [
    '"x" onmouseover="evil()"',
    "'x' onclick='evil()'",
    '{"a": "</script><script>evil()"}',
    "<img onerror=evil()>",
]


def drawn(source: str, **given: object) -> str:
    template = Engine.get_default().from_string(CottonCompiler().process(source))
    return template.render(Context(given))


def attributes(html: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, dict(attrs)))

    Reader().feed(html)
    return found


SIGNS = st.text(alphabet=st.sampled_from("\"'<>&= {}x/\\`"), min_size=1, max_size=30)


@given(st.one_of(st.sampled_from(NASTY), SIGNS))
def test_no_value_breaks_out_of_its_attribute(value: str):
    html = drawn('<c-button :value="value" name="act" :data-x="value" href="">Send</c-button>', value=value)
    [found] = [found for tag, found in attributes(html) if tag == "button"]
    assert found["value"] == value
    assert found["data-x"] == value
    assert set(found) == {"class", "type", "value", "name", "data-x"}


@given(st.one_of(st.sampled_from(NASTY), SIGNS))
def test_words_of_people_are_words_in_every_component(text: str):
    child = ChildShown(text, "rhosyn", "pebble", url="/x/", say=text, care=(text,))
    task = TaskShown(text, "/x/", text, tag=Tag(text))
    html = drawn(
        '<c-kid :child="child" /><c-child-chip :child="child" /><c-task-row :task="task" />'
        '<c-act :act="act" /><c-two-language :first="said" by="{{ text }}" /><c-empty title="{{ text }}" />'
        '<c-card title="{{ text }}" id="a" /><c-banner label="{{ text }}" />',
        child=child,
        task=task,
        act=LinkShown("/x/", text),
        said=type("Said", (), {"text": text, "language": "en", "direction": "auto"}),
        text=text,
    )
    ours = {"a", "div", "h2", "img", "li", "p", "path", "section", "aside", "span", "strong", "bdi", "svg"}
    for tag, found in attributes(html):
        assert tag in ours | {"button"}
        assert not any(name.startswith("on") for name in found)


def test_attributes_of_a_component_come_through_with_their_meaning():
    html = drawn('<c-button name="a" :disabled="no" hx-post="/x/" data-on>Send</c-button>', no=False)
    [(_, found)] = attributes(html)[:1]
    assert found["hx-post"] == "/x/"
    assert found["data-on"] is None
    assert "disabled" not in found


def test_a_component_sees_only_what_it_was_given():
    assert "leak" not in drawn("<c-empty>Words</c-empty>", title="leak", child=MALI)


def test_a_disabled_button_says_why_and_cannot_send():
    html = drawn('<c-button why="Choose a child first.">Send</c-button>')
    [(_, found)] = [(tag, a) for tag, a in attributes(html) if tag == "button"]
    assert found["aria-disabled"] == "true"
    assert found["type"] == "button"
    assert "Choose a child first." in html
    link = drawn('<c-button href="/x/" why="Not yet.">Open</c-button>')
    assert "/x/" not in link


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_templates_open_no_side_door(path: Path):
    text = path.read_text()
    assert not re.search(r"{{\s*attrs\s*}}", text), "use {{ attrs|written }}: cotton does not escape"
    assert not re.search(r'\s:[\w-]+="{{', text), "a dynamic attribute takes a name, not braces"
    assert "|safe" not in text
    assert "autoescape" not in text
    assert not re.search(r"\sstyle=", text)
    assert not re.search(r"\son\w+=", text)
    assert "http:" not in text
    assert "https:" not in text
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("path", EVERY_TEMPLATE, ids=lambda path: path.stem)
def test_a_file_is_named_whole(path: Path):
    """What is installed carries a hash in its name: a folder with a name written after it is not there."""
    assert not re.search(r"{%\s*static[^%]*/[\"']\s*%}", path.read_text())


def markup() -> str:
    page = Client().get("/gallery/")
    assert page.status_code == 200
    return page.content.decode()


def test_markup_nests_as_pages_allow():
    """A block inside a paragraph ends it, and a stray end tag moves what follows."""
    blocks = {
        "div",
        "p",
        "ul",
        "ol",
        "dl",
        "form",
        "section",
        "table",
        "fieldset",
        "h2",
        "h3",
        "article",
        "nav",
    }
    empty = {"meta", "link", "img", "input", "br", "path", "circle", "ellipse"}
    faults: list[str] = []

    class Reader(HTMLParser):
        open: list[str] = []

        def handle_starttag(self, tag, attrs):
            if tag in blocks and "p" in self.open:
                faults.append(f"<{tag}> in <p> at {self.getpos()}")
            if tag in ("a", "button") and {"a", "button"} & set(self.open):
                faults.append(f"<{tag}> in a link or button at {self.getpos()}")
            if tag not in empty:
                self.open.append(tag)

        def handle_startendtag(self, tag, attrs):
            """Nothing is left open."""

        def handle_endtag(self, tag):
            if tag not in empty and self.open.pop() != tag:
                faults.append(f"</{tag}> at {self.getpos()}")

    reader = Reader()
    reader.feed(markup())
    assert faults == []
    assert reader.open == []


def test_no_id_stands_twice_and_what_is_pointed_to_is_there():
    given = [found for _, found in attributes(markup())]
    # A page has one horizon; the workshop has several, with one shadow.
    ids = [found["id"] for found in given if found.get("id") not in (None, "", "lift")]
    assert sorted(ids) == sorted(set(ids))
    for found in given:
        for name in ("aria-describedby", "aria-labelledby", "for"):
            for one in (found.get(name) or "").split():
                assert one in ids, (name, one)


def test_an_icon_is_decoration_beside_its_word():
    for name, svg in ICONS.items():
        assert 'aria-hidden="true"' in svg, name
        assert len(svg) < 700, name


@given(st.uuids(version=4))
def test_a_childs_paper_is_theirs_for_good(pk):
    tint, cut = paper_of(pk)
    assert (tint, cut) == paper_of(pk)
    assert tint in TINTS
    assert cut in CUTS
