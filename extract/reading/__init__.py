"""Bytes to pages or paragraphs: one module a format. Knows nothing of councils."""
