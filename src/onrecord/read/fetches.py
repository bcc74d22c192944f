"""One page over the network, because the user named its address."""

import time
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from onrecord.errors import CannotFetch, CannotRead, WrongUse
from onrecord.records.documents import Fetch, Page
from onrecord.settings import MEGABYTE, Settings
