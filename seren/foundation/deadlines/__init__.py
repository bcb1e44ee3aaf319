"""Clocks with a citation: opened, paused, extended, met; set late by a sweep, never by a look."""
