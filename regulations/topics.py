"""The topics a regulation can have, and which parameters each topic must carry."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Check = Callable[[object], bool]


def is_count(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_text(value) -> bool:
    return isinstance(value, str) and bool(value)


def is_share(value) -> bool:
    """A share such as 2/3, as [2, 3]."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(is_count(part) for part in value)
        and 0 < value[0] <= value[1]
    )


@dataclass(frozen=True)
class Topic:
    """One subject of rules. `parameters` maps each required name to its check."""

    key: str
    label: str | Promise
    parameters: dict[str, Check] = field(default_factory=dict)


TOPICS = [
    Topic("probation", _("thời gian dự bị"), {"months": is_count}),
    Topic(
        "cell_vote",
        _("biểu quyết trong chi bộ"),
        {"resolution": is_share, "admission": is_share, "quorum": is_share},
    ),
    Topic(
        "cell_meeting",
        _("sinh hoạt chi bộ"),
        {
            "minutes_small": is_count,
            "minutes_large": is_count,
            "large_from": is_count,
            "results_within_days": is_count,
        },
    ),
    Topic("residence_contact", _("giữ mối liên hệ nơi cư trú"), {"name": is_text}),
    Topic(
        "layout",
        _("thể thức văn bản"),
        {
            "number_separator": lambda value: isinstance(value, str),
            "post_bold": lambda value: isinstance(value, bool),
            "body_points": is_count,
            "line_points": is_count,
        },
    ),
]
BY_KEY = {topic.key: topic for topic in TOPICS}


def check_parameters(topic_key: str, parameters: dict) -> str | None:
    """A sentence that names what is wrong with the parameters, or None."""
    topic = BY_KEY.get(topic_key)
    if topic is None or not isinstance(parameters, dict):
        return str(_("Chủ đề hoặc tham số không hợp lệ."))
    for name, check in topic.parameters.items():
        if name not in parameters or not check(parameters[name]):
            return str(_("Tham số «%(name)s» thiếu hoặc sai dạng.") % {"name": name})
    unknown = set(parameters) - set(topic.parameters)
    if unknown:
        return str(_("Tham số lạ: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    return None
