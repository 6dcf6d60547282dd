"""The figures of a district, one small pure function each; `inspection.derive.statistics` puts them together."""
