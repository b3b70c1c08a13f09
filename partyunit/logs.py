"""What the log shows of a refused request."""

import logging

SERVER_ERROR = 500


class OneLineRefusals(logging.Filter):
    """A request that was refused (a foreign Host name, no permission) is one line.

    Django hands its exception on, and each probe of a network scanner filled the screen with
    the program's own calls. What broke inside the program keeps its traceback.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", SERVER_ERROR) < SERVER_ERROR:
            record.exc_info = record.exc_text = None
        return True
