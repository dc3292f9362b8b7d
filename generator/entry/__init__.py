"""What people type or list in a table, read into the documents that the rules assess. Standard library only.

Workbooks alone need more: openpyxl, which is loaded when one is given, and done without where it is not there.
"""
