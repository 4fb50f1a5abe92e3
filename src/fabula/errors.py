"""What can go wrong: one class per kind, each with a sentence on what happened and one on what to do."""


class FabulaError(Exception):
    """The command cannot be carried out; `message` says what happened, `hint` what the author can do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """One line: what happened, then what to do."""
        return f"{self.message} {self.hint}".strip()


class UnknownFormat(FabulaError):
    """No format recognises the file."""


class UnreadableFile(FabulaError):
    """The file is there but cannot be read: no permission, a broken container, nothing inside."""


class UnwritableFile(FabulaError):
    """An output could not be written; nothing half-written is left."""


class BadConfig(FabulaError):
    """A setting or an option makes no sense."""


class MissingModel(FabulaError):
    """A model's weights are not in the package, or are not the ones its card names."""
