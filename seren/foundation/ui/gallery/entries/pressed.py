"""What can be pressed: buttons, links, tabs, folds."""

from seren.foundation.ui.gallery.entries.samples import entry

ENTRIES = (
    entry(
        "button",
        "Button",
        ("first act", "<c-button>Send to Sian</c-button>"),
        ("quiet", '<c-button kind="quiet" icon="heart">We love this</c-button>'),
        ("bare", '<c-button kind="bare">Leave it</c-button>'),
        ("a link", '<c-button href="#main" icon="plus">Share a star</c-button>'),
        ("not yet, and why", '<c-button why="Choose a child first.">Send to Sian</c-button>'),
        ("busy", "<c-button busy>Sending</c-button>"),
        ("full width, on a tablet", "<c-button full big>Done</c-button>"),
    ),
    entry("act", "Act from a read model", ("quiet link", '<c-act :act="link" />')),
    entry(
        "go",
        "Ways on and back",
        ("on", '<c-go href="#main">See the plan</c-go>'),
        ("back", '<c-back href="#main">All stars</c-back>'),
        ("with an icon", '<c-link href="#main" icon="print">Print May</c-link>'),
    ),
    entry("tabs", "Tabs", ("one chosen", '<c-tabs :tabs="tabs" label="Show" />')),
    entry(
        "search",
        "Search",
        ("by name", '<c-search label="Find a child by name" value="Mali" />'),
    ),
    entry(
        "pages",
        "Older and newer",
        ("both", '<c-pages newer="#main" older="#main" />'),
        ("the first page", '<c-pages older="#main" older_words="Show April" label="Other months" />'),
    ),
    entry(
        "fold",
        "Fold",
        ("closed", '<c-fold summary="Who can see this" icon="eye"><p>You, Sian and the team.</p></c-fold>'),
        (
            "open",
            '<c-fold summary="Who can see this" icon="eye" open><p>You, Sian and the team.</p></c-fold>',
        ),
    ),
    entry("sees", "Who sees it", ("beside a button", "<c-sees>Sian sees your answer.</c-sees>")),
)
