"""Blocks to the parts of the record: one module a part, pure functions with evidence."""
