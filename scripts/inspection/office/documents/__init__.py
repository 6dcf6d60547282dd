"""Papers for the office: letters, notices, feedback, dossiers, forms and tables, as values for a Word template.

Every module computes plain values from the ledger; `word` puts them into a template, and `layout` makes the templates
the project ships, which an office may edit in Word.
"""
