"""What stops a build."""


class BuildError(Exception):
    """The site cannot be built; each of `problems` is one sentence."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
