"""The commands for those who keep facts, pages and copies right."""

from generator.browser.words import load_questions
from generator.cli.days import Day, today
from generator.cli.project import COPIES, DATA, PROJECT
from generator.decisions.commands import decisions_commands
from generator.lint.commands import schema_command, validate_command
from generator.tidy.commands import tidy_command
from generator.upkeep.commands import upkeep_commands
from generator.upkeep.review_commands import review_group
from generator.words import load_words

COMMANDS = {
    command.name or "": command
    for command in (
        validate_command(DATA, PROJECT / "content", Day(), today, (load_words, load_questions)),
        schema_command(DATA),
        tidy_command(DATA),
        review_group(DATA, Day(), today),
        *decisions_commands(PROJECT),
        *upkeep_commands(DATA, COPIES, Day(), today),
    )
}
