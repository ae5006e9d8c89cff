"""What the clerk puts right in a report, as values that are found again by the words of their place.

Doors: `values` (the corrections), `places` (anchors for a section, a metric, a stretch of text), `applying.apply`,
`touched` (what carries a correction), `asides` (findings put aside), `carrying` (ticks), `stored` (the project file).
Text is never changed.

A report read again: `after = apply(new_reading, corrections)`, and the ticks by
`carried(selection, apply(old_reading, corrections).report, after.report)`. A correction to be tried: `apply` it behind
the others and see whether it is lost. Its sentence, and that of a loss, is in `report.messages`.
"""
