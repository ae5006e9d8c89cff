"""The window: shows values and asks for work. The only package that knows Qt."""
