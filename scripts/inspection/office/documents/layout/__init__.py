"""The Word templates the project ships, made from a few lines each: the form of official papers (GB/T 9704) once, in one place.

An office edits the made files in Word; the program reads only those.
"""
