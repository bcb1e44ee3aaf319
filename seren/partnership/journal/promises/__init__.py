"""What the journal can prove: news both ways, stars thanked for, words in the record, plans of both."""

from seren.partnership.journal.promises.exchanges import news_both_ways
from seren.partnership.journal.promises.plans import plans_looked_at, steps_hold_home_words
from seren.partnership.journal.promises.record import words_for_the_record
from seren.partnership.journal.promises.stars import stars_thanked

__all__ = [
    "news_both_ways",
    "plans_looked_at",
    "stars_thanked",
    "steps_hold_home_words",
    "words_for_the_record",
]
