"""Children and the adults of their lives: who is what to whom, who lives where, who looks after whom.

Words it owns: *child*, *guardian* (four facts, never one tick), *household*, *home* (the adults of one
household of a child), *key person*, *buddy*, *restriction*, *collector*, *viewer*, *booking*, *rhythm*.
"""
