"""Forms by which a unit says a fact without Git: what they ask, as a forge draws them, and what comes back as facts."""
