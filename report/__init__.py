"""The parsed report: readers, structure, metrics, selection. Plain Python; no Qt, no writer."""
