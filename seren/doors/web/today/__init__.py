"""A family's day: until when, what is new, what waits for them, and who looks after their child."""
