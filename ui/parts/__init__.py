"""Small controls that the bars and panes share."""
