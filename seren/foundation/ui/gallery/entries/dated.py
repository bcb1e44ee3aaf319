# ruff: noqa: E501 - the samples stand on one line, as one would write them
"""Things by date: deadlines, rows, tables, promises, plans and next steps."""

from seren.foundation.ui.gallery.entries.samples import each, entry

ENTRIES = (
    entry(
        "due",
        "Deadline",
        *each("track soon today late paused done", '<c-due :due="dues.§" />'),
        ("own words", '<c-due :due="answer_by" />'),
    ),
    entry(
        "status-line",
        "Status line",
        ("all sent", '<c-status-line quiet state="ok">All sent 10:42</c-status-line>'),
        (
            "waiting",
            '<c-status-line quiet state="waiting">3 saved here. They will send by themselves.</c-status-line>',
        ),
        ("sending", '<c-status-line quiet state="sending">Sending 2 of 5</c-status-line>'),
        (
            "stuck",
            '<c-status-line quiet state="stuck">Waiting since 9:15. Move nearer the door.</c-status-line>',
        ),
        ("needs you", '<c-status-line quiet state="needs">1 star needs you. It is safe.</c-status-line>'),
        ("low", '<c-status-line state="low">This tablet is nearly full.</c-status-line>'),
    ),
    entry(
        "tag",
        "Tag",
        ("plain", "<c-tag>Not started</c-tag>"),
        *each("moss sea clay berry heather", '<c-tag tone="§" icon="tick">A word</c-tag>'),
    ),
    entry(
        "task-row",
        "Task row",
        (
            "all states",
            '<c-rows>{% for name, task in tasks.items %}<c-task-row :task="task" />{% endfor %}</c-rows>',
        ),
    ),
    entry(
        "rows",
        "Rows",
        ("two", '<c-rows><c-task-row :task="tasks.due" /><c-task-row :task="tasks.done" /></c-rows>'),
    ),
    entry(
        "check-answers",
        "Check your answers",
        ("two", '<c-check-answers :answers="answers" />'),
    ),
    entry(
        "need",
        "A row of the desk",
        (
            "late, today",
            '<c-rows><c-need :need="need_late" level="4" /><c-need :need="need" level="4" /></c-rows>',
        ),
        across=True,
    ),
    entry(
        "table",
        "Table",
        ("folds on a phone", '<c-table :table="table" id="t1" />'),
        ("stays wide", '<c-table :table="table_wide" id="t2" stay />'),
        across=True,
    ),
    entry(
        "promise",
        "Promise",
        (
            "all states",
            '<c-rows>{% for promise in promises %}<c-promise :promise="promise" level="4" />{% endfor %}</c-rows>',
        ),
        across=True,
    ),
    entry(
        "strip",
        "Strip and tally",
        ("strip", '<c-strip :states="strip" />'),
        ("tally", '<c-tally :tallies="tallies" />'),
    ),
    entry(
        "plan-side",
        "Plan",
        (
            "home",
            '<c-plan-side origin="home" title="What home knows" id="ps-1" level="4"><p>He counts the stairs.</p></c-plan-side>',
        ),
        (
            "setting",
            '<c-plan-side origin="setting" title="What we see" id="ps-2" level="4"><p>He sings at the sink.</p></c-plan-side>',
        ),
    ),
    entry(
        "step",
        "Next step",
        (
            "agreed, and waiting",
            '<c-rows><c-step :step="step" level="4" /><c-step :step="step_waiting" level="4" /></c-rows>',
        ),
        across=True,
    ),
)
