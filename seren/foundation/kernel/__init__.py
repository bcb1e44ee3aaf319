"""What everything else stands on: the clock, ids, database sections, text and refusals.

Words it owns: *day* (a London day), *section* (one stretch of reading or writing), *refusal*.
"""
