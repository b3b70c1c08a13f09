#!/usr/bin/env python
"""Django's command line for partyunit."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from partyunit.management.refusals import sentence_of

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partyunit.settings")
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except ImproperlyConfigured as error:  # a wrong variable: its name and what it should be
        sys.exit(str(error))
    except OperationalError as error:  # a database that is away, full, or not ours to write
        if "--traceback" in sys.argv:
            raise
        sys.exit(sentence_of(error))
    except BrokenPipeError:  # the reader (head, less) has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
