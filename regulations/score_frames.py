"""The frames known for scoring the quality of a cell's meeting, each of 100 points.

The division into groups and their points is from second-hand sources (both of 2025); frames of
2018–2025 were made by each place, and the one the demonstration uses is ours. The texts of the
criteria and the steps are ours in all of them: an office writes its own over them.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from regulations.criteria import parse_criteria

LOCAL = """
1 | Thời gian, thời lượng
1.1 | Họp đúng lịch đã thống nhất trong tháng | 2
1.2 | Bảo đảm thời lượng cuộc họp | 3 | thời lượng: 100 = 3; 80 = 2; 60 = 1
2 | Tham dự
2.1 | Tỷ lệ đảng viên dự họp | 10 | có mặt: 90 = 10; 80 = 7; 70 = 4
3 | Chuẩn bị
3.1 | Chi ủy (hoặc bí thư, phó bí thư) họp trước, thống nhất nội dung | 5
3.2 | Nội dung sát nhiệm vụ chính trị của đơn vị | 5
3.3 | Tài liệu đến đảng viên trước ngày họp | 5 | tài liệu: 100 = 5; 50 = 3
4 | Tiến hành
4.1 | Điều hành đúng trình tự, gợi mở thảo luận | 5
4.2 | Thông tin thời sự, giáo dục chính trị tư tưởng, học tập và làm theo Bác | 10
4.3 | Đảng viên phát biểu thảo luận | 10 | phát biểu: 40 = 10; 25 = 8; 10 = 5
4.4 | Mỗi nội dung có kết luận | 5 | kết luận: 100 = 5; 80 = 3
5 | Nguyên tắc sinh hoạt
5.1 | Tự phê bình và phê bình | 10 | tự phê bình: 100 = 10; 0 = 6
5.2 | Dân chủ, biểu quyết theo quy định | 5
6 | Kết quả thực hiện nghị quyết tháng trước
6.1 | Nhiệm vụ giao từ cuộc họp trước hoàn thành | 20 | việc lần trước: 100 = 20; 80 = 17; 60 = 14; 40 = 10; 20 = 6
7 | Kết thúc
7.1 | Giao việc rõ người, rõ việc, rõ thời hạn | 3 | giao việc: 100
7.2 | Thông qua biên bản, tự chấm điểm tại cuộc họp | 2
"""

GUIDE_42 = """
1 | Thời gian, thời lượng
1.1 | Họp thường kỳ đúng ngày, đúng giờ quy định | 2
1.2 | Bảo đảm thời lượng tối thiểu | 3 | thời lượng: 100 = 3; 80 = 2; 60 = 1
2 | Tham dự
2.1 | Tỷ lệ đảng viên dự họp từ 90 % trở lên | 5 | có mặt: 90 = 5; 80 = 3; 70 = 1
3 | Chuẩn bị
3.1 | Chi ủy (hoặc bí thư, phó bí thư) họp trước, có ghi lại | 4
3.2 | Dự thảo nghị quyết sát nhiệm vụ | 3
3.3 | Tài liệu đến đảng viên trước ít nhất một ngày | 3 | tài liệu: 100 = 3; 50 = 1
4 | Tiến hành
4.1 | Đánh giá lãnh đạo, chỉ đạo tháng trước, kiểm điểm từng nhiệm vụ | 8
4.2 | Thông tin thời sự, giáo dục chính trị tư tưởng | 8
4.3 | Đảng viên phát biểu thảo luận | 10 | phát biểu: 50 = 10; 30 = 7; 15 = 4
4.4 | Chủ trì điều hành, gợi mở, kết luận từng nội dung | 8 | kết luận: 100 = 8; 80 = 5
4.5 | Nhiệm vụ tháng sau cụ thể, biểu quyết thông qua nghị quyết | 6 | biểu quyết: 100
5 | Nguyên tắc sinh hoạt
5.1 | Tự phê bình và phê bình, tính chiến đấu | 3 | tự phê bình: 100 = 3; 0 = 1
5.2 | Tập trung dân chủ, đoàn kết thống nhất | 2
6 | Kết quả thực hiện nghị quyết lần trước
6.1 | Tỷ lệ nhiệm vụ hoàn thành | 30 | việc lần trước: 100 = 30; 90 = 27; 80 = 24; 70 = 20; 60 = 15; 50 = 10
7 | Kết thúc
7.1 | Giao việc rõ người, rõ việc, rõ thời hạn | 3 | giao việc: 100
7.2 | Thông qua biên bản, chấm điểm cuộc họp | 2
"""

WARD = """
1 | Thời gian, thời lượng
1.1 | Họp đúng ngày quy định | 2
1.2 | Đủ thời lượng | 3 | thời lượng: 100 = 3; 80 = 2
2 | Tham dự
2.1 | Tỷ lệ đảng viên dự họp | 4 | có mặt: 90 = 4; 80 = 3; 70 = 2
2.2 | Điểm thưởng: mọi đảng viên đều dự | 1 | có mặt: 100
3 | Chuẩn bị
3.1 | Chi ủy họp trước | 3
3.2 | Có dự thảo nghị quyết | 2
3.3 | Tài liệu gửi trước | 2 | tài liệu: 100 = 2; 50 = 1
3.4 | Phân công thư ký, người trình bày | 1
3.5 | Thông báo đến cấp ủy viên phụ trách | 2
4 | Tiến hành
4.1 | Tổ chức đúng trình tự, đủ nội dung | 15
4.2 | Đảng viên phát biểu thảo luận | 15 | phát biểu: 50 = 15; 30 = 10; 15 = 5
4.3 | Chủ trì điều hành, kết luận từng nội dung | 10 | kết luận: 100 = 10; 80 = 6
5 | Nguyên tắc sinh hoạt
5.1 | Tập trung dân chủ | 1
5.2 | Tự phê bình và phê bình | 2 | tự phê bình: 100
5.3 | Đoàn kết thống nhất | 1
5.4 | Biểu quyết đúng quy định | 1 | biểu quyết: 100
6 | Kết quả thực hiện nghị quyết lần trước
6.1 | Tỷ lệ chỉ tiêu, nhiệm vụ hoàn thành | 30 | việc lần trước: 100 = 30; 90 = 27; 80 = 24; 70 = 20; 60 = 15; 50 = 10
7 | Kết thúc
7.1 | Giao việc rõ người, rõ thời hạn | 2 | giao việc: 100
7.2 | Thông qua nghị quyết, biên bản | 2
7.3 | Chấm điểm cuộc họp | 1
"""


def _parameters(lines: str, *, is_required: bool) -> dict:
    """The bands are the same in both sources: tốt from 90, khá from 70, trung bình from 50."""
    return {
        "criteria": parse_criteria(lines),
        "bands": [90, 70, 50],
        "papers_days": 1,
        "is_required": is_required,
    }


LOCAL_FRAME = _parameters(LOCAL, is_required=False)
GUIDE_42_FRAME = _parameters(GUIDE_42, is_required=True)
WARD_FRAME = _parameters(WARD, is_required=True)

# What a new frame may begin with instead of the one that holds: the same days can have one only.
SAMPLES: dict[str, tuple[str | Promise, dict]] = {
    "42-hd": (_("khung theo 42-HD/BTCTW (2025, nguồn thứ cấp)"), GUIDE_42_FRAME),
    "phuong": (_("khung của một phường (2025, nguồn thứ cấp)"), WARD_FRAME),
    "dia-phuong": (_("khung địa phương của bản dùng thử (2018)"), LOCAL_FRAME),
}
