"""An agenda pack, one file that holds a whole meeting, read as what it is.

Pages come in one at a time; `looks` says what each shows of itself, `splitting` where a paper
ends and the next begins, `papers` what each paper is, and `meeting` puts the meeting together:
its items, its reports with what the front sheet says of them, and its parts.
"""
