"""Who may do what, typed from the prose and from nothing else.

The product decides with database conditions; this folder decides with sentences. Neither reads the other:
nothing of the product is imported here, and the two are compared over every small world there is
(trust.md 4.7, G2).

- `facts`: rows of a world; `world`: the same rows, ready to be asked
- `gate`, `dates`, `staff`, `family`, `denies`: the parts of a decision (trust.md 4.3)
- `children`, `moments`, `names`, `pictures`, `talk`, `contact`, `acts`: the questions
- `questions`: the one door, every question by name, and `seen_by`, all answers for one adult
- `invariants`, `metamorphic`: what must hold of any implementation, computed without the sentences
- `shapes`, `scene`, `batch`, `worlds`, `sizes`: every small world, side by side in one database
- `compare`: the oracle beside an implementation, the differences told in words
- `people`, `asking`: the small world the self-tests tell their stories in; `mutants`: one word left out each
"""
