"""Subjects of study and anniversaries, each with the days on which a meeting can speak of it.

No meeting speaks of a directive before its day (`CITED_FROM` holds the first days).
"""

import datetime as dt
from dataclasses import dataclass

D = dt.date
# A text that names one of these was written on that day or later.
CITED_FROM = {
    "76-QĐ/TW": D(2000, 6, 15),
    "03-CT/TW": D(2011, 5, 14),
    "Trung ương 4 khóa XI ": D(2012, 1, 16),
    "101-QĐ/TW": D(2012, 6, 7),
    "181-QĐ/TW": D(2013, 3, 30),
    "27-HD/BTCTW": D(2014, 9, 25),
    "14/KH-CAH": D(2016, 2, 17),
    "05-CT/TW": D(2016, 5, 15),
    "29-QĐ/TW": D(2016, 7, 25),
    "Trung ương 4 khóa XII": D(2016, 10, 30),
    "18-KL/TW": D(2017, 9, 22),
    "102-QĐ/TW": D(2017, 11, 15),
    "132-QĐ/TW": D(2018, 3, 8),
    "12-HD/BTCTW": D(2018, 7, 6),
    "16-HD/BTCTW": D(2018, 9, 24),
    "08-QĐi/TW": D(2018, 10, 25),
    "sinh hoạt chi bộ mẫu": D(2019, 1, 1),
}
THEME_2019 = (
    "Xây dựng ý thức tôn trọng nhân dân, phát huy dân chủ, chăm lo đời sống nhân dân theo tư "
    "tưởng, đạo đức, phong cách Hồ Chí Minh"
)


@dataclass(frozen=True)
class Topic:
    first: dt.date
    last: dt.date
    title: str
    heart: str  # what it asks of the members, in the middle of a sentence

    def fits(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


EVER = D(2009, 1, 1), D(2019, 12, 31)
STUDY = [
    Topic(
        D(2014, 1, 1),
        D(2014, 12, 31),
        "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về nêu cao tinh thần trách nhiệm, chống chủ nghĩa cá nhân, nói đi đôi với làm",
        "nói đi đôi với làm, không né tránh việc khó, đăng ký việc làm theo cụ thể theo Chỉ thị 03-CT/TW",
    ),
    Topic(
        D(2015, 1, 1),
        D(2016, 5, 14),
        "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về trung thực, trách nhiệm; gắn bó với nhân dân; đoàn kết, xây dựng Đảng trong sạch, vững mạnh",
        "trung thực trong báo cáo, gần dân khi giải quyết công việc theo tinh thần Chỉ thị 03-CT/TW",
    ),
    Topic(
        D(2014, 1, 1),
        D(2016, 9, 30),
        "Nghị quyết Trung ương 4 khóa XI về một số vấn đề cấp bách về xây dựng Đảng hiện nay",
        "khắc phục những việc còn chậm đã chỉ ra sau kiểm điểm theo Nghị quyết Trung ương 4 khóa XI và kế hoạch của Đảng ủy",
    ),
    Topic(
        D(2014, 1, 1),
        D(2018, 10, 24),
        "Trách nhiệm nêu gương của cán bộ, đảng viên theo Quy định 101-QĐ/TW",
        "người đứng đầu làm trước, giờ giấc, lễ tiết, tác phong phải mẫu mực",
    ),
    Topic(
        D(2016, 6, 20),
        D(2017, 3, 31),
        "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh theo Chỉ thị 05-CT/TW",
        "mỗi đồng chí đăng ký việc làm theo sát với vị trí công tác, cuối quý tự đánh giá",
    ),
    Topic(
        D(2016, 11, 21),
        D(2018, 1, 31),
        "Nhận diện các biểu hiện suy thoái, “tự diễn biến”, “tự chuyển hóa” theo Nghị quyết Trung ương 4 khóa XII",
        "tự soi vào 27 biểu hiện, ghi rõ biểu hiện nào bản thân còn mắc và cách sửa",
    ),
    Topic(
        D(2017, 2, 1),
        D(2018, 1, 31),
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về phòng, chống suy thoái tư tưởng chính trị, đạo đức, lối sống trong nội bộ",
        "giữ vững lập trường, không nói, viết, chia sẻ điều chưa kiểm chứng, thực hiện tốt Chỉ thị 05-CT/TW",
    ),
    Topic(
        D(2018, 2, 1),
        D(2018, 12, 31),
        "Xây dựng phong cách, tác phong công tác của người đứng đầu, của cán bộ, đảng viên theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "làm việc có kế hoạch, đúng hẹn với người dân, gần cơ sở theo tinh thần Chỉ thị 05-CT/TW",
    ),
    Topic(
        D(2019, 1, 1),
        D(2019, 12, 31),
        f"Chuyên đề năm 2019 về Chỉ thị 05-CT/TW: {THEME_2019}",
        "tôn trọng, lắng nghe người dân, giải thích rõ khi trả lời, không để dân phải đi lại nhiều lần",
    ),
    Topic(
        D(2017, 10, 23),
        D(2018, 7, 5),
        "Nâng cao chất lượng sinh hoạt chi bộ theo Kết luận 18-KL/TW",
        "gửi tài liệu trước, ý kiến đi thẳng vào việc, kết luận rõ người, rõ hạn",
    ),
    Topic(
        D(2018, 8, 1),
        D(2019, 12, 31),
        "Nâng cao chất lượng sinh hoạt chi bộ theo Hướng dẫn 12-HD/BTCTW ngày 06/7/2018",
        "chuẩn bị nội dung kỹ, phân công người nói trước, tăng thời gian thảo luận, giữ nền nếp tự phê bình và phê bình",
    ),
    Topic(
        D(2018, 11, 19),
        D(2019, 12, 31),
        "Quy định 08-QĐi/TW ngày 25/10/2018 về trách nhiệm nêu gương, trước hết là cấp ủy viên",
        "cấp ủy viên ký cam kết và làm trước, đảng viên giám sát, góp ý thẳng thắn",
    ),
    Topic(
        D(2015, 1, 12),
        D(2015, 5, 15),
        "Thảo luận, góp ý dự thảo văn kiện đại hội đảng bộ nhiệm kỳ 2015–2020",
        "góp ý trúng, nhất là về chỉ tiêu phát triển đảng viên và giải pháp giữ vững an ninh nông thôn",
    ),
    Topic(
        D(2016, 2, 15),
        D(2016, 5, 31),
        "Kết quả Đại hội đại biểu toàn quốc lần thứ XII của Đảng; nhiệm vụ bảo đảm an ninh, trật tự ngày bầu cử 22/5/2016",
        "mỗi đồng chí nắm chắc phương án, địa điểm được phân công, trực đủ quân số",
    ),
    Topic(
        *EVER,
        "Sáu điều Bác Hồ dạy Công an nhân dân với công tác của mỗi đảng viên",
        "liên hệ từng điều với việc hằng ngày, nhất là thái độ kính trọng, lễ phép với Nhân dân",
    ),
    Topic(
        *EVER,
        "Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới",
        "bám địa bàn, phát huy vai trò người có uy tín, nhân rộng cách làm tốt",
    ),
    Topic(
        *EVER,
        "Cải cách hành chính, thực hành tiết kiệm, chống lãng phí trong đơn vị",
        "giảm giấy tờ, hẹn đúng ngày, tiết kiệm điện, nước, xăng xe, văn phòng phẩm",
    ),
    Topic(
        *EVER,
        "Thực hiện dân chủ ở cơ sở trong lực lượng Công an nhân dân",
        "công khai thi đua, khen thưởng, chế độ chính sách để anh em biết, bàn và kiểm tra",
    ),
    Topic(
        *EVER,
        "Công tác dân vận của người đảng viên Công an ở địa bàn vùng cao",
        "học tiếng và phong tục của đồng bào, nói ít làm nhiều, giữ lời hứa với dân",
    ),
    Topic(
        *EVER,
        "Bảo vệ bí mật nhà nước, bảo vệ chính trị nội bộ",
        "quản lý chặt tài liệu, thiết bị lưu trữ, không mang tài liệu ra khỏi cơ quan",
    ),
    Topic(
        D(2018, 4, 2),
        D(2019, 12, 31),
        "Hội nghị “Công an lắng nghe ý kiến của nhân dân và các cơ quan, tổ chức trên địa bàn”: việc rút ra và việc phải sửa",
        "trả lời đủ ý kiến của người dân, việc nào chưa làm được thì nói rõ lý do",
    ),
]
# What the month brings, by month.
SEASON = {
    1: [
        "công tác bảo đảm an ninh, trật tự dịp Tết Nguyên đán và phòng, chống pháo nổ",
        "đợt cao điểm tấn công, trấn áp tội phạm trước Tết Nguyên đán",
    ],
    2: [
        "kỷ niệm Ngày thành lập Đảng 03/02 và nền nếp làm việc sau Tết",
        "bảo đảm trật tự các lễ hội đầu xuân, ra quân trồng cây",
    ],
    3: [
        "kỷ niệm 11/3 Ngày truyền thống học tập Sáu điều Bác Hồ dạy và giao quân đầu năm",
        "sơ kết quý I, phòng cháy, chữa cháy rừng mùa khô",
    ],
    4: [
        "bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ 30/4 và 01/5",
        "phòng cháy, chữa cháy rừng và phòng, chống đuối nước, mưa lốc",
    ],
    5: [
        "kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh 19/5, đẩy mạnh thi đua giữa năm",
        "công tác bảo đảm an ninh, trật tự các kỳ thi cuối năm học",
    ],
    6: [
        "sơ kết 6 tháng đầu năm và Tháng hành động phòng, chống ma túy",
        "phòng, chống thiên tai, sạt lở đầu mùa mưa",
    ],
    7: [
        "hoạt động đền ơn đáp nghĩa dịp 27/7 và Ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
        "ứng trực mưa lũ, giúp dân khắc phục hậu quả sạt lở",
    ],
    8: [
        "kỷ niệm Ngày truyền thống Công an nhân dân 19/8",
        "tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc ở cơ sở",
    ],
    9: [
        "bảo đảm an ninh, trật tự dịp Quốc khánh 02/9 và khai giảng năm học",
        "sơ kết quý III, tháng cao điểm an toàn giao thông cho học sinh",
    ],
    10: [
        "đợt thi đua nước rút hoàn thành chỉ tiêu năm",
        "rà soát chỉ tiêu công tác năm, kiểm tra chấp hành điều lệnh",
    ],
    11: [
        "chuẩn bị kiểm điểm, đánh giá chất lượng tổ chức đảng và đảng viên cuối năm",
        "phòng, chống cháy nổ mùa hanh khô và rét đậm",
    ],
    12: [
        "kiểm điểm, xếp loại cuối năm và phương hướng năm sau",
        "ra quân đợt cao điểm bảo đảm an ninh, trật tự Tết Nguyên đán",
    ],
}


def topics_on(day: dt.date) -> list[Topic]:
    return [topic for topic in STUDY if topic.fits(day)]
