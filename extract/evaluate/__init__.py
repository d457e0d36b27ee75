"""How well the parser reads: records compared with gold, field by field.

`gold` reads what documents state, `run` parses them in worker processes, `scoring` compares the two
(pure; `matching`, `items` and `core` say by which rules), `tables` sums up, and `show` writes the
tables for a terminal, a page or another program.
"""
