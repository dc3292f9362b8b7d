"""Puts the files of facts in order, and keeps values and comments."""
