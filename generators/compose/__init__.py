"""From a report, a selection and fields to a document. Pure: no files, fonts or clock."""
