"""Every error onrecord raises, one tree.

    OnrecordError
      WrongUse            the call or the command line asks for something that cannot be (exit 2)
        NotInCase         the case holds no article, claim or address of this name
      WorkFailed          asked rightly, could not be done (exit 1)
        CannotRead        this input cannot be read
          TooLarge        more bytes than the limit, packed or unpacked
          NoText          read, but there is no article text in it
        CannotFetch       the network gave no page
        ModelUnusable     the model files are missing, changed or of another version
        CaseUnusable      the case cannot be opened, read or written
        OutOfDate         somebody else was faster: look again, then decide

A message is one sentence that names the file and says what to do.
"""


class OnrecordError(Exception):
    """The root: catch this to catch everything onrecord raises on purpose."""

    exit_code = 1


class WrongUse(OnrecordError):
    """The call or the command line asks for something that cannot be."""

    exit_code = 2


class NotInCase(WrongUse):
    """The case holds no article, claim or address of this name."""


class WorkFailed(OnrecordError):
    """Asked rightly, could not be done."""


class CannotRead(WorkFailed):
    """An input cannot be read."""


class TooLarge(CannotRead):
    """More bytes than the limit, packed or unpacked."""


class NoText(CannotRead):
    """Readable, but there is no article text in it."""


class CannotFetch(WorkFailed):
    """The network gave no page."""


class ModelUnusable(WorkFailed):
    """The model files are missing, changed or of another version."""


class CaseUnusable(WorkFailed):
    """The case cannot be opened, read or written."""


class OutOfDate(WorkFailed):
    """Somebody else was faster: look again, then decide."""
