"""巡察台账即代码: a district inspection office's ledger, checked, computed and published from Git."""
