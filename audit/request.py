"""The id of the request that is being answered, so that the rows of one act stand together."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
