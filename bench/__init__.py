"""Measurements of speed. Not installed with the package."""
