"""Each rule of our own lint finds its bad sample, and lets a good one pass."""

import pytest

from tests.architecture.lint import doors, source, styles, templates, text

pytestmark = pytest.mark.static

ROOM = "seren/partnership/journal/"
DOOR = "seren/doors/web/"


def words(faults):
    return " | ".join(fault.words for fault in faults)


@pytest.mark.parametrize(
    ("path", "bad", "says"),
    [
        (ROOM + "queries.py", "Moment.objects.filter(pk=1)", "Moment.objects has no actor"),
        (ROOM + "queries.py", "models.Moment.objects.get()", "Moment.objects has no actor"),
        (ROOM + "queries.py", "type(row)._base_manager.all()", "goes round access"),
        (ROOM + "queries.py", "rows.raw('SELECT 1')", "raw SQL"),
        (ROOM + "queries.py", "rows.prefetch_related('replies')", "has no actor"),
        (DOOR + "views.py", "rows.filter(**request.GET.dict())", "name each field"),
        (ROOM + "domain/share.py", "datetime.now(UTC)", "reads the time"),
        (ROOM + "views.py", "timezone.now()", "reads the time"),
        (ROOM + "views.py", "x = datetime.date.today()", "reads the time"),
        ("seren/foundation/jobs/worker.py", "time.time()", "reads the time"),
        (ROOM + "domain/share.py", "clock.now()", "below a view"),
        (ROOM + "policies.py", "clock.today()", "below a view"),
        (ROOM + "domain/share.py", "now + timedelta(days=14)", "lengths come from rules"),
        (ROOM + "domain/share.py", "now + timedelta(14)", "lengths come from rules"),
        (ROOM + "models/moment.py", "made = DateTimeField(auto_now_add=True)", "hidden clock"),
        (ROOM + "models/moment.py", "is_deleted = BooleanField()", "withdraw is a state"),
        (ROOM + "forms.py", "class Meta:\n    fields = '__all__'", "list the fields"),
        (ROOM + "forms.py", "class Meta:\n    exclude = ['a']", "list the fields"),
    ],
)
def test_a_line_that_breaks_a_law_is_named(path, bad, says):
    assert says in words(source.check(path, bad))


@pytest.mark.parametrize(
    ("path", "good"),
    [
        (ROOM + "queries.py", "visible(actor, JournalAction.SEE, Moment).filter(pk=1)"),
        (ROOM + "queries.py", "rows.prefetch_related(Prefetch('replies', queryset=visible(a, b, C)))"),
        (ROOM + "domain/share.py", "now + timedelta(seconds=undo)"),
        (ROOM + "views.py", "share(actor=actor, now=clock.now())"),
        ("seren/foundation/access/guarded.py", "model._base_manager.get_queryset()"),
        ("seren/foundation/kernel/clock.py", "datetime.now(UTC)"),
        ("seren/foundation/jobs/worker.py", "time.monotonic()"),
    ],
)
def test_a_line_that_keeps_the_laws_passes(path, good):
    assert source.check(path, good) == []


def test_an_unprotected_model_may_be_asked():
    line = "Login.objects.filter(email=email)"
    assert source.check("seren/people/accounts/domain/join.py", line, {"Login"}) == []


@pytest.mark.parametrize(
    ("path", "bad", "says"),
    [
        (ROOM + "queries.py", "from seren.foundation.audit.models import Entry", "audit.door is public"),
        (ROOM + "queries.py", "from seren.foundation.audit import chain", "audit.door is public"),
        (ROOM + "queries.py", "import seren.foundation.media.decoder", "media.door is public"),
        (
            ROOM + "domain/share.py",
            "from seren.people.families.models import Child",
            "another room sees only",
        ),
        (
            DOOR + "views.py",
            "from seren.partnership.journal.forms import MomentForm",
            "another room sees only",
        ),
        ("seren/foundation/ui/pages.py", "from seren.foundation.access.rules import Rule", "access.door"),
        (ROOM + "tasks.py", "from seren.foundation.sealing.root import derived", "sealing.door"),
    ],
)
def test_an_import_round_a_door_is_named(path, bad, says):
    assert says in words(doors.check(path, bad))


@pytest.mark.parametrize(
    ("path", "good"),
    [
        (ROOM + "queries.py", "from seren.foundation.audit.door import record"),
        (ROOM + "queries.py", "from seren.foundation.kernel.text import fold"),
        (ROOM + "queries.py", "from seren.partnership.journal.models import Moment"),
        (ROOM + "domain/share.py", "from seren.people.families.policies import guardian_of"),
        ("seren/config/settings/dev.py", "from seren.foundation.sealing import root"),
    ],
)
def test_an_import_through_a_door_passes(path, good):
    assert doors.check(path, good) == []


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("<p>Your stars</p>", "'Your stars' is not"),
        ("<p>\n  {{ name }} and others\n</p>", "'"),
        ('<img src="{{ p }}" alt="A star">', "alt='A star'"),
        ('<nav aria-label="Places">{{ x }}</nav>', "aria-label='Places'"),
        ('<c-button label="Save" />', "label='Save'"),
        ('{% include "ui/part.html" with label="Save" %}', 'label=_("…")'),
        ("<button>{{ x }}</button>", "raw <button>"),
        ("<input{% if x %} name=x{% endif %}>", "raw <input>"),
        ("<table></table>", "raw <table>"),
        ("<time></time>", "raw <time>"),
        ("<dialog></dialog>", "raw <dialog>"),
        ('<p style="color: red"></p>', "inline style"),
        ("<style>p { color: red }</style>", "inline style"),
        ("<script>alert(1)</script>", "inline script"),
        ('<p onclick="go()"></p>', "onclick="),
        ('<a href="https://example.org/">{{ x }}</a>', "outside address"),
    ],
)
def test_a_template_that_breaks_a_law_is_named(bad, says):
    found = words(templates.check(ROOM + "templates/journal/page.html", bad))
    assert says.split(" is not")[0] in found
    assert found


@pytest.mark.parametrize(
    "good",
    [
        '<p class="lead">{% translate "Your stars" %}</p>',
        "<p>{% blocktranslate trimmed with n=3 %}You have {{ n }} stars.{% endblocktranslate %}</p>",
        '<img src="{{ p }}" alt="{{ alt }}"><img src="{{ p }}" alt="">',
        '<c-button label="{% translate \'Save\' %}" variant="quiet" />',
        '{% include "ui/part.html" with label=_("Save") kind="quiet" %}',
        '<h{{ level }}{% if id %} id="{{ id }}"{% endif %}>{{ words }}</h{{ level }}>',
        '<{% if head %}th role="rowheader"{% else %}td role="cell"{% endif %}>{{ words }}</{{ tag }}>',
        "<title>{{ title }} · Seren</title>",
        "{# what this is for #}{% comment %}why{% endcomment %}<p>{{ from_words }} · {{ day }}</p>",
        "<script src=\"{% static 'ui/seren.js' %}\" defer></script>",
    ],
)
def test_a_template_that_keeps_the_laws_passes(good):
    assert templates.check(ROOM + "templates/journal/page.html", good) == []


def test_only_the_component_itself_may_write_the_tag():
    assert (
        templates.check("seren/foundation/ui/templates/cotton/button.html", "<button>{{ slot }}</button>")
        == []
    )


def test_a_mail_is_translatable_whole():
    assert (
        templates.check(ROOM + "templates/journal/mail.txt", "{% translate 'Hello.' %}\n{{ link }}\n") == []
    )
    assert words(templates.check(ROOM + "templates/journal/mail.txt", "Hello.\n"))


@pytest.mark.parametrize(
    "bad",
    [
        "p { margin-left: 1rem }", "p { padding-right: 0 }", "p { border-left: 1px solid }", "p { left: 0 }",
        "p { text-align: right }", "p { float: left }", "p { border-top-left-radius: 2px }",
        '@import "other.css";', "p { background: url(//example.org/a.png) }",
    ],
)  # fmt: skip
def test_a_style_that_breaks_a_law_is_named(bad):
    assert words(styles.check("seren/foundation/ui/static/ui/base.css", bad))


def test_a_style_with_logical_sides_passes():
    good = (
        "/* left: kept */ p { margin-inline-start: 1rem; inset-inline-end: 0; text-align: start; margin: 0 }"
    )
    assert styles.check("seren/foundation/ui/static/ui/base.css", good) == []


@pytest.mark.parametrize(
    "bad",
    [
        "source = registry https://pypi.org/simple",
        "--index-url here",
        "see /root/notes",
        "mypy_path = /tmp/x/stubs",
        "cd /home/sian/seren",
    ],
)  # fmt: skip
def test_an_address_or_a_folder_of_one_machine_is_named(bad):
    assert words(text.check("docs/testing.md", bad))


def test_ordinary_words_pass():
    assert text.check("docs/testing.md", "seren/work.py, /desk/work/, ./work/x and registry.get(1)") == []
