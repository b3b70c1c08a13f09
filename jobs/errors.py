"""How a piece of work ends other than well."""

from django.utils.translation import gettext_lazy as _


class JobError(Exception):
    """The work cannot be done; the sentence says why, and what the reader can do about it."""

    def __init__(self, sentence, *, detail: str = ""):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.detail = detail


class LostLease(Exception):
    """The job is no longer this process's: it was stopped, or another worker took it over."""


class UnknownKind(JobError):
    """The row asks for a kind of work this version of the program does not know."""

    def __init__(self, name: str):
        super().__init__(
            _(
                "Phiên bản chương trình này không biết làm loại việc ấy. Hãy báo người quản trị "
                "cập nhật chương trình ở mọi tiến trình rồi thử lại."
            ),
            detail=f"unknown kind of job: {name}",
        )
