"""Workbooks, both ways: the ledger as an office's lists, and what somebody wrote into them as wishes to the ledger.

Pure: bytes of a workbook come in, bytes go out. Writing the ledger is not done here; see `inspection.office.writing`.
"""
