"""What home knows and staff see, next steps, and what goes in the record: told like the rest of the story."""

from datetime import datetime
from uuid import UUID

from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Row, Stage
from seren.doors.demo.story import Story
from seren.partnership.journal import domain as journal


class Plans:
    """Rows of these have no id beforehand: they are known by their nickname once they are there."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.stage: Stage = story.stage
        self._rows: dict[str, Row] = {}

    def suggest(
        self,
        name: str,
        child: str,
        by: str,
        at: datetime,
        step: str,
        seen: str,
        language: str = "en",
        setting: str = PRE_SCHOOL,
    ) -> None:
        def act(now: datetime) -> None:
            self._rows[name] = journal.suggest_step(
                actor=self.stage.actor(by, now),
                child=self.stage.children[child].pk,
                setting=self.stage.settings[setting].pk,
                step=step,
                seen=seen,
                language=language,
                now=now,
            )
            self.stage.keep("steps", name, self._rows[name].pk)

        self.stage.later(at, act)

    def home_knows(
        self,
        child: str,
        by: str,
        at: datetime,
        words: str,
        language: str = "en",
        *,
        step: str = "",
        name: str = "",
        setting: str = PRE_SCHOOL,
    ) -> None:
        """Words from home, beside a step or on their own."""

        def act(now: datetime) -> None:
            said = journal.add_home_words(
                actor=self.stage.actor(by, now),
                child=self.stage.children[child].pk,
                setting=self.stage.settings[setting].pk,
                words=words,
                language=language,
                step=self._rows[step] if step else None,
                now=now,
            )
            self.stage.keep("home_words", name, said.pk)

        self.stage.later(at, act)

    def agree(self, name: str, by: str, at: datetime) -> None:
        def act(now: datetime) -> None:
            self._rows[name].refresh_from_db()
            journal.agree_step(actor=self.stage.actor(by, now), step=self._rows[name], now=now)

        self.stage.later(at, act)

    def close(self, name: str, by: str, at: datetime, words: str, language: str = "en") -> None:
        def act(now: datetime) -> None:
            self._rows[name].refresh_from_db()
            journal.close_step(
                actor=self.stage.actor(by, now),
                step=self._rows[name],
                words=words,
                language=language,
                now=now,
            )

        self.stage.later(at, act)

    def ask(self, name: str, moment: UUID, by: str, at: datetime) -> None:
        """“Put this in my child’s record.”"""

        def act(now: datetime) -> None:
            row = self.story.moment(moment)
            asked = journal.ask_for_record(actor=self.stage.actor(by, now), moment=row, now=now)
            self._rows[name] = asked
            self.stage.keep("requests", name, asked.pk)

        self.stage.later(at, act)

    def decide(
        self, name: str, by: str, at: datetime, *, accept: bool, reason: str = "", language: str = "en"
    ) -> None:
        def act(now: datetime) -> None:
            journal.decide_record(
                actor=self.stage.actor(by, now),
                request=self._rows[name],
                accept=accept,
                reason=reason,
                language=language,
                now=now,
            )

        self.stage.later(at, act)
