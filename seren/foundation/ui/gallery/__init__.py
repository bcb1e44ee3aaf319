"""The workshop: every component in every state, from one list. Never in a live installation."""
