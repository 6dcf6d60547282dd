"""What the public reads: `view` is the privacy border, the rest makes pages from it."""
