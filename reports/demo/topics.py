"""Subjects of study and anniversaries, each with the days on which a meeting can speak of it.

No meeting speaks of a directive before its day (`CITED_FROM` holds the first days).
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from reports.demo.words.shapes import Matter, matters

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
    said: str  # what members say on it: a line of `reports.demo.words`

    @cached_property
    def matter(self) -> Matter:
        return matters(self.said)[0]

    def fits(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


EVER = D(2009, 1, 1), D(2019, 12, 31)
STUDY = [
    Topic(
        D(2014, 1, 1),
        D(2014, 12, 31),
        "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về nêu cao tinh thần trách nhiệm, chống chủ nghĩa cá nhân, nói đi đôi với làm",
        "nói đi đôi với làm, không né tránh việc khó, đăng ký việc làm theo cụ thể theo Chỉ thị 03-CT/TW",
        "nói thì nhiều mà làm chưa tới, đó là bệnh của chính mình | việc đăng ký làm theo năm nay có địa chỉ hơn năm trước => đề nghị mỗi tháng chọn một việc nhỏ và làm cho xong | nêu gương phải bắt đầu từ giờ giấc và lời hứa với dân | cuối tháng chi bộ hỏi lại từng người",
    ),
    Topic(
        D(2015, 1, 1),
        D(2016, 5, 14),
        "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về trung thực, trách nhiệm; gắn bó với nhân dân; đoàn kết, xây dựng Đảng trong sạch, vững mạnh",
        "trung thực trong báo cáo, gần dân khi giải quyết công việc theo tinh thần Chỉ thị 03-CT/TW",
        "trung thực trước hết là báo cáo đúng số liệu, kể cả khi chưa đạt | gần dân thì việc khó cũng gỡ được => đề nghị đoàn kết từ việc chia nhau ca trực khó | bản thân hứa không làm tròn số trong báo cáo | nên dự họp bản nhiều hơn để nghe",
    ),
    Topic(
        D(2014, 1, 1),
        D(2016, 9, 30),
        "Nghị quyết Trung ương 4 khóa XI về một số vấn đề cấp bách về xây dựng Đảng hiện nay",
        "khắc phục những việc còn chậm đã chỉ ra sau kiểm điểm theo Nghị quyết Trung ương 4 khóa XI và kế hoạch của Đảng ủy",
        "sau kiểm điểm đã sửa được hai việc, còn một việc chậm | nghị quyết nói đúng những chỗ mình hay ngại => đề nghị công khai việc đã sửa, việc chưa sửa | người đứng đầu sửa trước thì cấp dưới mới theo | giữ kỷ luật phát ngôn cũng là xây dựng Đảng",
    ),
    Topic(
        D(2014, 1, 1),
        D(2018, 10, 24),
        "Trách nhiệm nêu gương của cán bộ, đảng viên theo Quy định 101-QĐ/TW",
        "người đứng đầu làm trước, giờ giấc, lễ tiết, tác phong phải mẫu mực",
        "đảng viên đi muộn thì không nhắc được chiến sĩ | người đứng đầu làm trước, anh em nhìn vào mà theo => đề nghị chi bộ chấm việc nêu gương mỗi quý | bản thân xin sửa trước về giờ giấc | cán bộ phụ trách nhận ca trực ngày lễ trước | ai vi phạm giờ giấc tự nêu tên mình",
    ),
    Topic(
        D(2016, 6, 20),
        D(2017, 3, 31),
        "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh theo Chỉ thị 05-CT/TW",
        "mỗi đồng chí đăng ký việc làm theo sát với vị trí công tác, cuối quý tự đánh giá",
        "học tập Bác phải gắn với vị trí công tác, nếu không sẽ chung chung | bản đăng ký mới đã ngắn và rõ hơn => đề nghị cuối quý từng người tự chấm | nên trao đổi bản đăng ký với đồng chí cùng tổ | cấp ủy giúp đồng chí trẻ chọn việc vừa sức",
    ),
    Topic(
        D(2016, 11, 21),
        D(2018, 1, 31),
        "Nhận diện các biểu hiện suy thoái, “tự diễn biến”, “tự chuyển hóa” theo Nghị quyết Trung ương 4 khóa XII",
        "tự soi vào 27 biểu hiện, ghi rõ biểu hiện nào bản thân còn mắc và cách sửa",
        "tự soi thì thấy còn ngại đấu tranh, dĩ hòa vi quý | lười học nghị quyết cũng là một biểu hiện phải sửa => đề nghị ghi rõ biểu hiện và ngày sửa xong | chi bộ nhắc nhau ngay khi thấy, đừng đợi cuối năm | bản thân hứa đọc kỹ tài liệu trước khi phát biểu",
    ),
    Topic(
        D(2017, 2, 1),
        D(2018, 1, 31),
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về phòng, chống suy thoái tư tưởng chính trị, đạo đức, lối sống trong nội bộ",
        "giữ vững lập trường, không nói, viết, chia sẻ điều chưa kiểm chứng, thực hiện tốt Chỉ thị 05-CT/TW",
        "trên mạng nhiều tin sai, chia sẻ một lần là ảnh hưởng cả đơn vị | giữ lối sống giản dị trong cưới hỏi, lễ Tết là việc làm được ngay => đề nghị đảng viên không bình luận điều chưa rõ | nhắc cả người thân trong nhà | có tài liệu hỏi đáp ngắn để trả lời người dân",
    ),
    Topic(
        D(2018, 2, 1),
        D(2018, 12, 31),
        "Xây dựng phong cách, tác phong công tác của người đứng đầu, của cán bộ, đảng viên theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "làm việc có kế hoạch, đúng hẹn với người dân, gần cơ sở theo tinh thần Chỉ thị 05-CT/TW",
        "tác phong làm việc của mình còn chậm, hẹn dân mà quên | cấp trên đúng giờ thì cuộc họp nào cũng đúng giờ => đề nghị mỗi người có sổ hẹn | trả lời dân trong ngày dù chỉ để báo chưa xong | bớt họp, đi cơ sở nhiều hơn",
    ),
    Topic(
        D(2019, 1, 1),
        D(2019, 12, 31),
        f"Chuyên đề năm 2019 về Chỉ thị 05-CT/TW: {THEME_2019}",
        "tôn trọng, lắng nghe người dân, giải thích rõ khi trả lời, không để dân phải đi lại nhiều lần",
        "tôn trọng dân bắt đầu từ cách chào, cách mời ngồi | người dân đi lại hai lần là lỗi của mình trước => đề nghị giải thích xong phải hỏi lại bà con đã rõ chưa | việc từ chối phải nói lý do | mỗi quý nghe ý kiến dân một lần, ghi và trả lời",
    ),
    Topic(
        D(2017, 10, 23),
        D(2018, 7, 5),
        "Nâng cao chất lượng sinh hoạt chi bộ theo Kết luận 18-KL/TW",
        "gửi tài liệu trước, ý kiến đi thẳng vào việc, kết luận rõ người, rõ hạn",
        "sinh hoạt chi bộ phải để ai cũng nói được điều mình nghĩ | kết luận rõ thì sau họp làm nhanh hơn => đề nghị gửi tài liệu trước ba ngày | mỗi kỳ bàn sâu một việc | bớt phần đọc báo cáo",
    ),
    Topic(
        D(2018, 8, 1),
        D(2019, 12, 31),
        "Nâng cao chất lượng sinh hoạt chi bộ theo Hướng dẫn 12-HD/BTCTW ngày 06/7/2018",
        "chuẩn bị nội dung kỹ, phân công người nói trước, tăng thời gian thảo luận, giữ nền nếp tự phê bình và phê bình",
        "cách phân công người nói trước giúp ý kiến sâu hơn | phần tự phê bình phải làm đều, đừng dồn cuối năm => đề nghị ghi biên bản đủ ý kiến | tăng thời gian thảo luận, đọc báo cáo trong mười phút | cấp ủy rút kinh nghiệm sau mỗi kỳ",
    ),
    Topic(
        D(2018, 11, 19),
        D(2019, 12, 31),
        "Quy định 08-QĐi/TW ngày 25/10/2018 về trách nhiệm nêu gương, trước hết là cấp ủy viên",
        "cấp ủy viên ký cam kết và làm trước, đảng viên giám sát, góp ý thẳng thắn",
        "cam kết của cấp ủy viên nên đọc trước chi bộ để đảng viên giám sát | nêu gương không phải nói nhiều mà là làm trước => đề nghị góp ý thẳng với cấp ủy viên, không ngại | sáu tháng xem lại cam kết một lần | cấp ủy viên nhận việc khó về mình",
    ),
    Topic(
        D(2015, 1, 12),
        D(2015, 5, 15),
        "Thảo luận, góp ý dự thảo văn kiện đại hội đảng bộ nhiệm kỳ 2015–2020",
        "góp ý trúng, nhất là về chỉ tiêu phát triển đảng viên và giải pháp giữ vững an ninh nông thôn",
        "dự thảo nêu kết quả kỹ, phần nguyên nhân hạn chế còn mỏng | chỉ tiêu phát triển đảng viên nên đặt cao hơn một chút => đề nghị thêm giải pháp giữ vững an ninh nông thôn | nên nói rõ ai chịu trách nhiệm từng chỉ tiêu | gửi góp ý bằng văn bản ngay trong tuần",
    ),
    Topic(
        D(2016, 2, 15),
        D(2016, 5, 31),
        "Kết quả Đại hội đại biểu toàn quốc lần thứ XII của Đảng; nhiệm vụ bảo đảm an ninh, trật tự ngày bầu cử 22/5/2016",
        "mỗi đồng chí nắm chắc phương án, địa điểm được phân công, trực đủ quân số",
        "đại hội thành công, bà con ở bản cũng hỏi thăm và phấn khởi | bầu cử là dịp kiểm tra sức mình bám địa bàn => đề nghị nắm chắc đường đi, liên lạc từng điểm | tuyên truyền ngắn, bằng tiếng dân tộc | trực đủ quân số, không đổi ca",
    ),
    Topic(
        *EVER,
        "Sáu điều Bác Hồ dạy Công an nhân dân với công tác của mỗi đảng viên",
        "liên hệ từng điều với việc hằng ngày, nhất là thái độ kính trọng, lễ phép với Nhân dân",
        "điều thứ tư, kính trọng lễ phép với Nhân dân, là điều phải giữ hằng ngày | đọc lại sáu điều vẫn thấy có điều mình chưa làm tròn => đề nghị mỗi người chọn một điều để sửa | treo ở phòng làm việc để tự nhắc | lấy chuyện thật trong đơn vị mà học | kể lại cho chiến sĩ mới nghe, giải thích từng điều",
    ),
    Topic(
        *EVER,
        "Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới",
        "bám địa bàn, phát huy vai trò người có uy tín, nhân rộng cách làm tốt",
        "phong trào mạnh hay yếu là ở người nòng cốt trong bản | dân tin thì dân báo, tin đến sớm hơn mình đi tìm => đề nghị nhân rộng cách làm tốt, đừng đặt tên mới | gặp người có uy tín thường xuyên | trả lời tin báo của dân để giữ lòng tin | đừng khoán trắng cho bản, phải cùng làm",
    ),
    Topic(
        *EVER,
        "Cải cách hành chính, thực hành tiết kiệm, chống lãng phí trong đơn vị",
        "giảm giấy tờ, hẹn đúng ngày, tiết kiệm điện, nước, xăng xe, văn phòng phẩm",
        "giấy tờ còn nhiều, có tờ không ai đọc lại | điện, nước, văn phòng phẩm tháng này giảm chút ít => đề nghị bỏ hai mẫu biểu trùng nhau | in hai mặt, tắt điện khi ra về | hẹn đúng ngày cũng là tiết kiệm cho dân | mỗi đội đăng ký một khâu sẽ rút ngắn",
    ),
    Topic(
        *EVER,
        "Thực hiện dân chủ ở cơ sở trong lực lượng Công an nhân dân",
        "công khai thi đua, khen thưởng, chế độ chính sách để anh em biết, bàn và kiểm tra",
        "khen thưởng công khai thì anh em thoải mái | chế độ chính sách nhiều đồng chí chưa nắm => đề nghị niêm yết ở bảng tin trước khi quyết định | họp cơ quan có phần hỏi đáp | ý kiến nào chưa giải quyết phải trả lời lý do | chiến sĩ cũng được hỏi ý kiến",
    ),
    Topic(
        *EVER,
        "Công tác dân vận của người đảng viên Công an ở địa bàn vùng cao",
        "học tiếng và phong tục của đồng bào, nói ít làm nhiều, giữ lời hứa với dân",
        "nói ít làm nhiều, hứa thì phải giữ với bà con | biết vài câu tiếng của đồng bào là khoảng cách gần lại => đề nghị mỗi đồng chí học thêm một tiếng | đi bản phải ở lại, cùng ăn cùng làm | tôn trọng phong tục, hỏi trước khi làm | việc đã nhận với bản phải báo lại kết quả",
    ),
    Topic(
        *EVER,
        "Bảo vệ bí mật nhà nước, bảo vệ chính trị nội bộ",
        "quản lý chặt tài liệu, thiết bị lưu trữ, không mang tài liệu ra khỏi cơ quan",
        "lộ lọt thường từ chuyện nhỏ như tờ nháp, chiếc thẻ nhớ | tài liệu mượn đọc phải trả trong ngày => đề nghị kiểm tra thiết bị lưu trữ mỗi quý | không nói chuyện công tác ở nơi đông người | nhắc đồng chí mới ngay từ tuần đầu | máy tính có mạng không soạn tài liệu mật",
    ),
    Topic(
        D(2018, 4, 2),
        D(2019, 12, 31),
        "Hội nghị “Công an lắng nghe ý kiến của nhân dân và các cơ quan, tổ chức trên địa bàn”: việc rút ra và việc phải sửa",
        "trả lời đủ ý kiến của người dân, việc nào chưa làm được thì nói rõ lý do",
        "nghe dân tại hội nghị thì nhiều, quan trọng là sau đó sửa gì | ý kiến người dân về giờ tiếp dân là đúng => đề nghị thông báo lại việc đã sửa | chia việc cho từng đội trả lời | việc chưa làm được phải nói rõ lý do",
    ),
]


def topics_on(day: dt.date) -> list[Topic]:
    return [topic for topic in STUDY if topic.fits(day)]
