"""Builds that end: many files read in worker processes, within limits, into one database.

Files are found (`find`), those that must be read are chosen (`choice`), each is read in a worker
(`reading`, `worker`, `pool`, `watch`) and one writer saves what comes back (`build`, `writer`).
"""
