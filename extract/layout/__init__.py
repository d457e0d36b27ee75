"""Pages or paragraphs to blocks: furniture off, lines, paragraphs, items, rows.

Knows nothing of councils.
"""
