"""What people type or list in a table, read into the documents that the rules assess. Standard library only."""
