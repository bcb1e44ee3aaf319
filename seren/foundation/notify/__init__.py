"""One outbox: who is told, on which channel, when; recipients are worked out again at sending."""
