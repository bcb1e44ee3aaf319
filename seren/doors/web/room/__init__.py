"""The room: who is here today, what keeps them safe, and what came from home."""
