"""What is said when something typed cannot be read."""

from typing import Any


class UnclearError(ValueError):
    """Text that cannot be read as what it should be; `code` and `values` are those of a Problem."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values
