"""From a selection to a file: compose, layout, PDF, Word, checking, saving. No Qt."""
