"""Two worlds that differ in one hidden fact: who is not told of it, and not bound, sees the same bytes."""
