"""Moments and stars, the talk about them, slips of paper, next steps.

Words it owns: *moment* (noted by the setting), *star* (a moment, seen from the family), *reply*, *thanks*,
*slip*, *next step*, *record request*.
"""
