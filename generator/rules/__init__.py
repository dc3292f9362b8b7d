"""The rules of International Experience Canada, as plain Python that needs nothing but the standard library.

`assess` takes one applicant and the dataset and returns what was found, in codes and values. It reads no file, no
clock, no network and knows no language.
"""

from generator.rules.assessment import Assessment, assess
from generator.rules.model import Dataset
from generator.rules.problems import DocumentError, Problem
from generator.rules.record import from_plain, to_plain

__all__ = ["Assessment", "Dataset", "DocumentError", "Problem", "assess", "from_plain", "to_plain"]
