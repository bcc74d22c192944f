"""onrecord: who says what, on whose word, how firmly. It says who says so, not what is true."""

from onrecord.errors import OnrecordError
from onrecord.reader import VERSION as __version__
from onrecord.records.readings import Reading
from onrecord.settings import Settings
from onrecord.workbench import read

__all__ = ["OnrecordError", "Reading", "Settings", "__version__", "read"]
