"""The private side: what the office and its auditors see of the whole ledger, and never the public.

What is computed here is plain values; templates below `site/office/` put them into words, and every page says that it
is not for publication (`inspection.office.pages`).
"""
