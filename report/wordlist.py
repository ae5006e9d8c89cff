"""Reads a table of words written as one text, so that linguistic tables stay readable."""


def listed(table: str) -> tuple[str, ...]:
    """Return the words of a table, which white space keeps apart."""
    return tuple(table.split())
