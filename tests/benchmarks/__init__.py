"""How long the commands take, as whole processes. Run by hand; pytest does not run it."""
