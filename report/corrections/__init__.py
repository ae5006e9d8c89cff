"""What the clerk puts right in a report, as values that are found again by the words of their place.

Doors: `values` (the corrections), `places` (anchors for a section, a metric, a stretch of text), `applying.apply`,
`asides` (findings put aside), `carrying` (ticks), `stored` (the project file). Text is never changed.
"""
