"""What the guide on cell meetings asks at each of the five steps, as the page reminds of it.

After 12-HD/BTCTW (06/7/2018) and 42-HD/BTCTW (28/10/2025), point 2.2, in the office's words
(domain guide §4, second-hand): reminders only, nothing is refused by them.
"""

from django.utils.translation import gettext_lazy as _

GUIDANCE = {
    "prepare": (
        _("Phân công người chuẩn bị nội dung, dự thảo nghị quyết."),
        _("Chi ủy (nơi không có: bí thư và phó bí thư) họp trước để thống nhất, có ghi lại."),
        _("Báo đảng viên và cấp ủy viên dự; gửi tài liệu trước ngày họp."),
    ),
    "open": (
        _("Nêu lý do, giới thiệu khách dự; cử thư ký."),
        _("Điểm danh: có mặt, vắng có lý do, vắng không lý do."),
        _("Tình hình đóng đảng phí; thông qua chương trình."),
    ),
    "agenda": (
        _("Bí thư báo cáo kết quả tháng trước, nhiệm vụ tháng tới."),
        _("Từng đảng viên báo cáo việc được giao."),
        _("Thời sự, chủ trương, học tập: 15–30 phút."),
        _("Thảo luận, tự phê bình và phê bình; mỗi nội dung có kết luận."),
    ),
    "close": (
        _("Tổng hợp ý kiến, kết luận; giao việc: ai, việc gì, bao giờ xong."),
        _("Biểu quyết nghị quyết; chấm điểm buổi sinh hoạt."),
        _("Thư ký đọc lại biên bản trước khi kết thúc."),
    ),
    "after": (
        _("Trình biên bản sớm; người chủ trì duyệt, thư ký và chủ trì ký."),
        _("Gửi nghị quyết đến đảng viên; việc được giao trở lại ở cuộc họp sau."),
    ),
}
