"""How a verb says no, in words that tell a person what to do."""

from django.utils.functional import Promise


class Refused(Exception):
    """A verb will not do this. `sentence` is for the person, `code` for programs.

    Pages print the sentence beside `field` (or at the top); the API maps the code to a problem type.
    """

    def __init__(self, code: str, sentence: "str | Promise", field: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return str(self.sentence)
