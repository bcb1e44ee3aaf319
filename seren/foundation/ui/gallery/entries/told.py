# ruff: noqa: E501 - the samples stand on one line, as one would write them
"""What the page tells: notes, banners, scenes, heads, letters."""

from seren.foundation.ui.gallery.entries.samples import each, entry

ENTRIES = (
    entry(
        "undo-bar",
        "Undo bar",
        ("can be undone", '<c-undo-bar undo="#undo">Sent to Sian.</c-undo-bar>'),
        ("only told", "<c-undo-bar>Saved.</c-undo-bar>"),
        ("refused", "<c-undo-bar error>This star was taken back already.</c-undo-bar>"),
    ),
    entry(
        "empty",
        "Empty place",
        *(
            (
                name,
                f'<c-empty scene="{name}" title="No stars yet this week" level="4"><p>What did Mali do at home?</p><c-button href="#main">Share a star</c-button></c-empty>',
            )
            for name in ("washing", "gate")
        ),
    ),
    entry(
        "banner",
        "Keep safe",
        ("clay", '<c-banner label="Keep safe"><p><strong>Yusuf: no nuts.</strong></p></c-banner>'),
        (
            "sea",
            '<c-banner tone="sea" icon="words" label="How to talk with this family"><p>Amina speaks Urdu.</p></c-banner>',
        ),
    ),
    entry(
        "card",
        "Card",
        (
            "with a title",
            '<c-card title="What this shows us" id="card-1" level="4"><p>Mali can keep trying.</p></c-card>',
        ),
        ("moss", '<c-card tint="moss"><p>Thank you for ringing.</p></c-card>'),
    ),
    entry(
        "note",
        "Next thing to know",
        (
            "with a scene",
            '<c-note title="Tomorrow we walk to the woods" scene="wellies" id="note-1" level="4"><p>Bring wellies and a coat.</p><p><c-due :due="dues.soon" /></p></c-note>',
        ),
    ),
    entry(
        "scene",
        "Scene",
        *each(
            "wellies hill washing kettle puddle gate blocks window woods beanpot paint cake moon book",
            '<c-scene name="§" />',
        ),
    ),
    entry(
        "horizon",
        "Horizon",
        *each(
            "house kite washing fence",
            '<c-horizon scene="§" star><p class="date">{% day today %}</p><h4 class="t2">Mali’s day</h4></c-horizon>',
        ),
        across=True,
    ),
    entry(
        "head",
        "Head of a desk page",
        ("with a line", '<c-head title="Needs you today" line="8 things, by date." level="4" />'),
    ),
    entry(
        "language-nav",
        "Languages",
        ("this page", '<c-language-nav id="langs-1" label="Two languages" />'),
        ("with more", '<c-language-nav id="langs-2" :links="all_languages" label="All languages" />'),
    ),
    entry("themes", "Themes", ("to choose", "<c-themes />")),
    entry(
        "print-letter",
        "Letter and slip",
        (
            "Welsh first",
            '<c-print-letter language="cy"><c-slot name="address">Rhian Bowen<br>12 Heol y Felin<br>Abervale</c-slot><p><strong>Dewch i weld diwrnod Mali.</strong> Teipiwch y cod: <c-code>K7MP 4TQX</c-code></p><c-slot name="slip"><p lang="en">The walk to the woods. Can Mali come?</p><ul class="boxes"><li>Caiff</li><li>Na chaiff</li></ul><ul class="lines"><li>Llofnod</li><li>Dyddiad</li></ul></c-slot></c-print-letter>',
        ),
        across=True,
    ),
    entry("code", "Code", ("to type", "<c-code>K7MP 4TQX</c-code>")),
)
