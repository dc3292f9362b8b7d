"""The criteria, one function each: a case in, a finding out."""
