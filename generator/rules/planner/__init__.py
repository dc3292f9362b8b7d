"""The planner over years: which sequences of participations the agreements allow, judged by the same rules.

`plan` takes one applicant and the dataset and returns the sequences, in codes and values. It restates no rule: every
stay is a case of its own, with the stays before it as participations, and the criteria of an assessment judge it.
"""

from generator.rules.planner.plan import Plan, plan
from generator.rules.planner.wishes import Wishes, read_wishes

__all__ = ["Plan", "Wishes", "plan", "read_wishes"]
