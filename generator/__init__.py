"""Guide and calculator for International Co-op: facts, rules, command line and site."""
