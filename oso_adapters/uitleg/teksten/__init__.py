"""What people wrote about each id, in ``*.toml``: why it is asked, how it arises, what to do."""
