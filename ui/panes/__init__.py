"""The panes of the window: each takes the session, listens, and announces."""
