"""The Word templates the project ships, made from a few lines each; their common form is GB/T 9704.

An office edits the made files in Word; the program reads only those.
"""
