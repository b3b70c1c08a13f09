"""The topics a regulation can have, and which parameters each topic must carry."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regulations.criteria import CRITERIA
from regulations.parameters import (
    BANDS,
    COUNT,
    DAY_OF_YEAR,
    FLAG,
    MILESTONES,
    ROUNDS,
    SHARE,
    STEPS,
    TEXT,
    Parameter,
    count,
    one_of,
)
from regulations.score_frames import SAMPLES


@dataclass(frozen=True)
class Topic:
    """One subject of rules with its parameters by name.

    `note` says what the topic is for; `samples` are known parameters a new rule may begin with.
    """

    key: str
    label: str | Promise
    parameters: dict[str, Parameter] = field(default_factory=dict)
    note: str | Promise = ""
    samples: dict[str, tuple[str | Promise, dict]] = field(default_factory=dict)  # to begin with

    def in_words(self, parameters: dict) -> list[tuple[str, str]]:
        """(what it is, what it says) of each parameter, in the topic's order."""
        return [
            (str(one.label), one.kind.in_words(parameters[name]))
            for name, one in self.parameters.items()
            if name in parameters and one.check(parameters[name])
        ]


LIFE = [
    Topic("probation", _("thời gian dự bị"), {"months": Parameter(_("Số tháng dự bị"), COUNT)}),
    Topic(
        "awareness",
        _("giấy chứng nhận học lớp nhận thức về Đảng"),
        {"months": Parameter(_("Có giá trị (tháng)"), COUNT)},
    ),
    Topic(
        "admission",
        _("quyết định kết nạp, công nhận; lễ kết nạp"),
        {
            "decided_by": Parameter(
                _("Cấp quyết định"),
                one_of(
                    ("committee", _("đảng ủy cơ sở, tập thể đảng ủy")),
                    ("standing", _("ban thường vụ đảng ủy cơ sở")),
                    ("superior", _("ban thường vụ cấp trên trực tiếp")),
                ),
            ),
            "committee_share": Parameter(
                _("Tỷ lệ tán thành của cấp quyết định"), SHARE, _("Của tổng số ủy viên.")
            ),
            "decide_days": Parameter(_("Xem xét kết nạp trong (ngày làm việc)"), COUNT),
            "recognise_days": Parameter(_("Xem xét công nhận trong (ngày làm việc)"), COUNT),
            "superior_days": Parameter(
                _("Cấp trên quyết định thêm (ngày làm việc)"),
                COUNT,
                _("Chỉ tính khi cấp trên trực tiếp ra quyết định."),
            ),
            "ceremony_days": Parameter(_("Tổ chức lễ kết nạp trong (ngày làm việc)"), COUNT),
            "ceremony_from": Parameter(
                _("Hạn làm lễ tính từ ngày"),
                one_of(("receipt", _("nhận được quyết định")), ("issue", _("ban hành quyết định"))),
            ),
        },
    ),
    Topic(
        "recognition",
        _("chi bộ xét công nhận đảng viên chính thức"),
        {"consider_days": Parameter(_("Xét trong (ngày làm việc sau khi hết dự bị)"), COUNT)},
    ),
    Topic(
        "transfer",
        _("chuyển sinh hoạt đảng chính thức"),
        {
            "working_days": Parameter(_("Hoàn thành trong (ngày làm việc)"), COUNT),
            "hand_in_days": Parameter(
                _("Nộp giấy giới thiệu ở nơi đến trong (ngày làm việc)"),
                COUNT,
                _("Kể từ ngày giấy giới thiệu, ngoài thời hạn trên."),
            ),
        },
    ),
    Topic(
        "temporary_activity",
        _("chuyển sinh hoạt đảng tạm thời"),
        {
            "min_months": Parameter(_("Từ (tháng)"), COUNT),
            "below_months": Parameter(_("Đến dưới (tháng)"), COUNT),
        },
    ),
    Topic(
        "removal",
        _("xóa tên đảng viên"),
        {"months": Parameter(_("Bỏ sinh hoạt, không đóng đảng phí (tháng trong năm)"), COUNT)},
    ),
    Topic(
        "readmission",
        _("kết nạp lại"),
        {"months": Parameter(_("Ít nhất sau khi ra khỏi Đảng (tháng)"), COUNT)},
    ),
    Topic(
        "badge",
        _("Huy hiệu Đảng"),
        {
            "milestones": Parameter(_("Các mốc năm tuổi Đảng"), MILESTONES),
            "early_months": Parameter(
                _("Trao sớm, truy tặng nhiều nhất (tháng)"),
                count(0),
                _("Khi bệnh nặng hoặc từ trần."),
            ),
            "long_from": Parameter(_("Mốc được trao sớm nhiều hơn, từ (năm)"), COUNT),
            "long_early_months": Parameter(_("Trao sớm từ mốc ấy, nhiều nhất (tháng)"), count(0)),
            "rounds": Parameter(
                _("Các đợt trao"),
                ROUNDS,
                _(
                    "Ngày trao: từ ngày – đến ngày đủ tuổi Đảng. Khoảng ngày có thể bắt qua năm mới. "
                    "Ngày không thuộc khoảng nào được báo riêng."
                ),
            ),
        },
    ),
]

MORE_THAN_HALF = _("1/2 là trên một nửa; tỷ lệ khác là ít nhất bấy nhiêu.")
MEETINGS_AND_PAPERS = [
    Topic(
        "rating",
        _("đánh giá, xếp loại hằng năm"),
        {
            "name_excellent": Parameter(_("Tên mức thứ nhất"), TEXT),
            "name_good": Parameter(_("Tên mức thứ hai"), TEXT),
            "name_fulfilled": Parameter(_("Tên mức thứ ba"), TEXT),
            "name_failed": Parameter(_("Tên mức thứ tư"), TEXT),
        },
    ),
    Topic(
        "term",
        _("nhiệm kỳ"),
        {
            "cell_months": Parameter(_("Nhiệm kỳ chi bộ (tháng)"), COUNT),
            "committee_months": Parameter(_("Nhiệm kỳ đảng bộ (tháng)"), COUNT),
        },
    ),
    Topic(
        "cell_vote",
        _("biểu quyết trong chi bộ"),
        {
            "resolution": Parameter(_("Thông qua nghị quyết"), SHARE, MORE_THAN_HALF),
            "admission": Parameter(_("Kết nạp, công nhận"), SHARE),
            "removal": Parameter(_("Đề nghị xóa tên (cần đối chiếu)"), SHARE),
            "discipline": Parameter(_("Kỷ luật (cần đối chiếu)"), SHARE, MORE_THAN_HALF),
            "expulsion": Parameter(_("Đề nghị khai trừ (cần đối chiếu)"), SHARE),
            "award": Parameter(_("Đề nghị khen thưởng (cần đối chiếu)"), SHARE, MORE_THAN_HALF),
            "rating": Parameter(_("Đánh giá, xếp loại (cần đối chiếu)"), SHARE, MORE_THAN_HALF),
            "quorum": Parameter(_("Số dự để mở cuộc họp"), SHARE),
        },
    ),
    Topic(
        "cell_meeting",
        _("sinh hoạt chi bộ"),
        {
            "minutes_small": Parameter(_("Ít nhất (phút)"), COUNT),
            "minutes_large": Parameter(_("Chi bộ đông, ít nhất (phút)"), COUNT),
            "large_from": Parameter(_("Chi bộ đông là từ (đảng viên)"), COUNT),
            "results_within_days": Parameter(_("Trình biên bản trong (ngày)"), count(0)),
            "papers_days_before": Parameter(_("Gửi tài liệu trước cuộc họp (ngày)"), count(0)),
        },
    ),
    Topic(
        "meeting_score",
        _("chấm điểm chất lượng sinh hoạt chi bộ"),
        {
            "criteria": Parameter(
                _("Các tiêu chí"),
                CRITERIA,
                _(
                    "Mỗi dòng một tiêu chí: số | nội dung | điểm tối đa, rồi nếu điểm lấy theo ghi chép: "
                    "| cách tính với các mức phần trăm. Dòng không có điểm là tên nhóm. Cách tính: thời "
                    "lượng, có mặt, phát biểu, tài liệu, việc lần trước, tự phê bình, kết luận, biểu "
                    "quyết, giao việc."
                ),
            ),
            "bands": Parameter(
                _("Từ bao nhiêu điểm là tốt, khá, trung bình"), BANDS, _("Dưới mức cuối là kém.")
            ),
            "papers_days": Parameter(_("Tài liệu gửi trước (ngày)"), count(0)),
            "is_required": Parameter(
                _("Cuộc họp thường kỳ phải chấm điểm mới trình được biên bản"), FLAG
            ),
        },
        _("Cuộc họp chấm theo khung của ngày họp; không chấm cuộc họp nào trước 06/07/2018."),
        SAMPLES,
    ),
    Topic(
        "residence_contact",
        _("giữ mối liên hệ nơi cư trú"),
        {"name": Parameter(_("Tên gọi trên văn bản"), TEXT)},
    ),
    Topic(
        "layout",
        _("thể thức văn bản"),
        {
            "number_separator": Parameter(
                _("Cách ghi số"), one_of((" ", _("Số 61-BC/ĐU")), (": ", _("Số: 61-BC/ĐU")))
            ),
            "post_bold": Parameter(_("Chức vụ người ký in đậm"), FLAG),
            "body_points": Parameter(_("Cỡ chữ nội dung (pt)"), count(8, 24)),
            "line_points": Parameter(_("Giãn dòng (pt)"), count(8, 48)),
        },
    ),
]

# Each kind of the deadlines page (reports/deadlines) has its two steps here under its own name.
REMINDERS = Topic(
    "reminders",
    _("nhắc việc đến hạn"),
    {
        "probation": Parameter(_("Hết thời gian dự bị"), STEPS),
        "recognition": Parameter(_("Xét công nhận chính thức"), STEPS),
        "admission": Parameter(_("Quyết định kết nạp"), STEPS),
        "ceremony": Parameter(_("Lễ kết nạp"), STEPS),
        "awareness": Parameter(_("Giấy chứng nhận lớp nhận thức hết giá trị"), STEPS),
        "transfer": Parameter(_("Chuyển sinh hoạt đảng"), STEPS),
        "exemption": Parameter(_("Miễn, đình chỉ sinh hoạt"), STEPS),
        "term": Parameter(_("Nhiệm kỳ"), STEPS),
        "secondment": Parameter(_("Báo cáo tăng cường hằng tháng"), STEPS),
        "secondment_day": Parameter(_("Nộp báo cáo tăng cường trước hết ngày"), count(1, 31)),
        "residence": Parameter(_("Nhận xét nơi cư trú"), STEPS),
        "residence_day": Parameter(_("Nhận xét nơi cư trú xong trước hết ngày"), DAY_OF_YEAR),
        "commitment": Parameter(_("Cam kết nêu gương"), STEPS),
        "commitment_day": Parameter(_("Đăng ký cam kết trước hết ngày"), DAY_OF_YEAR),
        "badge": Parameter(_("Huy hiệu Đảng"), STEPS),
        "task": Parameter(_("Nhiệm vụ giao tại cuộc họp"), STEPS),
    },
    _(
        "Quy ước của cơ quan: mỗi việc hai số ngày, số đầu báo «sắp đến», số sau báo «từ xa»; "
        "quá hạn thì báo «chậm»."
    ),
)

TOPICS = [*LIFE, *MEETINGS_AND_PAPERS, REMINDERS]
BY_KEY = {topic.key: topic for topic in TOPICS}


def check_parameters(topic_key: str, parameters: dict) -> str | None:
    """A sentence that names what is wrong with the parameters, or None."""
    topic = BY_KEY.get(topic_key)
    if topic is None or not isinstance(parameters, dict):
        return str(gettext("Chủ đề hoặc tham số không hợp lệ."))
    for name, parameter in topic.parameters.items():
        if name not in parameters or not parameter.check(parameters[name]):
            return str(gettext("Tham số «%(name)s» thiếu hoặc sai dạng.") % {"name": name})
    unknown = set(parameters) - set(topic.parameters)
    if unknown:
        return str(gettext("Tham số lạ: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    return None
