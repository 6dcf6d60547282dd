"""How fast the program is, measured against what the same machine does at the same time: `make bench`.

A subject is a module that measures and one that tells; `subjects` lists them. What a run measured is kept as JSON, so
that one subject can be measured anew and docs/performance.md written again with the others as they were.
"""
