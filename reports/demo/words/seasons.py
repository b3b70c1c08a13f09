"""What the time of the year brings: a focus to set, a matter to speak of, tasks to give.

The first line of a block is the span of days on which the focus still lies ahead (month-day,
with the year where it comes once, or days from Tết), then the focus; the second line a matter;
the others tasks.
"""

import datetime as dt
from dataclasses import dataclass

from reports.demo.calendar import days_from_new_year
from reports.demo.words.shapes import Matter, matters


@dataclass(frozen=True)
class Season:
    first: str
    last: str
    focus: str
    matter: Matter
    tasks: list[Matter]

    def fits(self, day: dt.date) -> bool:
        if self.first.startswith("T"):
            return int(self.first[1:]) <= days_from_new_year(day) <= int(self.last[1:])
        return self.first <= day.isoformat()[-len(self.first) :] <= self.last

    def ends_on(self, day: dt.date) -> dt.date:
        """The last day of the span that holds this day."""
        if self.first.startswith("T"):
            return day + dt.timedelta(days=int(self.last[1:]) - days_from_new_year(day))
        return dt.date.fromisoformat(f"{day.year}-{self.last}"[-10:])


def seasons_on(day: dt.date) -> list[Season]:
    return [season for season in SEASONS if season.fits(day)]


def _season(block: str) -> Season:
    head, *rows = block.strip().splitlines()
    span, focus = head.strip().split(" | ")
    matter, *tasks = matters("\n".join(rows))
    return Season(*span.split(), focus, matter, tasks)


TABLE = """
    T-50 T-4 | bảo đảm an ninh, trật tự dịp Tết Nguyên đán
    giáp Tết người về quê đông, mua bán nhộn nhịp | pháo lậu bắt đầu xuất hiện ở chợ => đề nghị phân lịch trực Tết sớm để anh em thu xếp việc nhà | mỗi đồng chí nhắc gia đình, dòng họ không mua bán, đốt pháo | cần chia tổ tuần tra đêm giáp ranh các xã
    Lập lịch trực Tết, công khai trước 15 ngày => lịch trực đã công khai | đã lập lịch, các đồng chí nhất trí
    Vận động người dân ký cam kết không buôn bán, đốt pháo => đã ký cam kết ở các bản, tổ dân phố được giao | vận động xong, thu một số bánh pháo giao nộp

    T-45 T-6 | đợt cao điểm tấn công, trấn áp tội phạm trước Tết Nguyên đán
    cao điểm trước Tết việc nhiều, quân số mỏng | trộm cắp cuối năm thường tăng => đề nghị cắt giảm họp, dồn lực cho cơ sở | từng đồng chí nhận chỉ tiêu cụ thể trong đợt cao điểm | cần báo cáo kết quả theo tuần
    Đăng ký chỉ tiêu đợt cao điểm, báo cáo hằng tuần => đã đăng ký, đạt chỉ tiêu tuần đầu | hoàn thành chỉ tiêu được giao trong đợt

    01-03 01-31 | các hoạt động kỷ niệm Ngày thành lập Đảng 03/02
    đợt kỷ niệm 03/02 là dịp tốt để nói chuyện truyền thống | đảng viên trẻ ít biết lịch sử đảng bộ huyện => nên mời một đồng chí cao tuổi đảng kể chuyện | đề nghị gắn với ra quân làm một việc có ích | mỗi chi bộ chọn một nội dung thiết thực, không phô trương
    Chuẩn bị nội dung sinh hoạt kỷ niệm Ngày thành lập Đảng => đã chuẩn bị, đồng chí phụ trách nói chuyện 30 phút | nội dung đã duyệt

    T1 T25 | bảo đảm trật tự các lễ hội đầu xuân, ra quân trồng cây
    lễ hội đầu xuân đông người, xe để lộn xộn | trò chơi trong lễ hội dễ biến tướng thành cờ bạc => đề nghị phân công vị trí trước, có người chỉ huy từng điểm | đảng viên đi hội phải giữ tư thế, không uống rượu | nên phối hợp đoàn thanh niên giữ trật tự
    Phân công lực lượng bảo vệ lễ hội đầu xuân => lễ hội an toàn | đã phân công, không xảy ra mất trật tự
    Tổ chức trồng cây đầu năm tại cơ quan => đã trồng và phân người chăm | hoàn thành trong một buổi sáng

    T2 T30 | nền nếp làm việc sau Tết, phòng ngừa tai nạn giao thông
    tuần đầu sau Tết việc còn chậm | hồ sơ tồn qua Tết cần giải quyết gấp => đề nghị chấn chỉnh giờ giấc ngay từ buổi đầu | mỗi đồng chí tự rà việc tồn, báo cáo trong hai ngày | không dự liên hoan trong giờ làm việc
    Rà soát việc tồn qua Tết, báo cáo từng việc => việc tồn đã giải quyết | rà soát xong, còn hai việc đã hẹn ngày

    01-20 02-20 | ngày hội giao, nhận quân đầu năm
    thanh niên lên đường nhập ngũ cần động viên tốt | đêm trước ngày giao quân hay tụ tập đông => đề nghị nắm tình hình, gặp gia đình trước | nên giữ trật tự nhẹ nhàng, vui vẻ | cử đảng viên trẻ tham gia tổ đưa tiễn
    Phối hợp Ban Chỉ huy Quân sự bảo đảm trật tự ngày giao quân => lễ giao quân an toàn, đúng giờ | đã phối hợp, hoàn thành nhiệm vụ

    02-10 03-09 | kỷ niệm ngày 11/3 học tập, thực hiện Sáu điều Bác Hồ dạy
    Sáu điều Bác Hồ dạy ai cũng thuộc nhưng liên hệ còn chung | đợt 11/3 nên làm gọn, sát việc => đề nghị mỗi đồng chí chọn một điều để sửa trong tháng | nên treo bảng đăng ký ở phòng làm việc | cấp ủy kiểm lại vào kỳ họp sau
    Đăng ký việc làm theo Sáu điều Bác Hồ dạy, niêm yết ở phòng làm việc => đã đăng ký đủ | đăng ký xong, mỗi người một việc cụ thể

    02-15 03-27 | sơ kết công tác quý I
    chỉ tiêu quý I có mục đạt thấp do nghỉ Tết | số liệu quý I cần chốt sớm => đề nghị dồn sức trong nửa cuối tháng | nên đối chiếu từng chỉ tiêu với người được giao | việc không đạt phải nói rõ nguyên nhân
    Chốt số liệu, nhận xét kết quả quý I => số liệu đã gửi | đã chốt, có nhận xét từng chỉ tiêu

    02-15 04-25 | phòng cháy, chữa cháy rừng mùa khô
    mùa khô bà con đốt nương, nguy cơ cháy rừng cao | gió Lào về, cỏ khô nhiều => đề nghị trực cùng Kiểm lâm những ngày nắng nóng | cần nhắc bà con báo trước khi đốt nương | mỗi tổ chuẩn bị sẵn dụng cụ, nước uống
    Phân công trực chữa cháy rừng, kiểm tra dụng cụ => đã phân công, dụng cụ đủ | trực đủ, tham gia dập một đám cháy nhỏ

    03-15 04-28 | bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ 30/4 và 01/5
    nghỉ lễ dài ngày, xe khách qua huyện tăng | những ngày nghỉ lễ quân số trực mỏng => đề nghị chia trực luân phiên, công khai | cần tăng ca ở đoạn đèo dốc | trực chỉ huy phải đủ trong những ngày nghỉ
    Lập lịch trực, nghỉ dịp 30/4 và 01/5 => lịch đã công khai | trực đủ, không có vụ việc lớn

    04-05 05-17 | đợt thi đua kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh 19/5
    đợt thi đua 19/5 cần việc cụ thể, tránh khẩu hiệu | bản đăng ký làm theo Bác có cái còn giống nhau => đề nghị mỗi người một việc, có địa chỉ | nên giúp một hộ khó khăn ở nơi công tác | chi bộ chấm điểm vào cuối đợt
    Tổng hợp việc làm theo Bác của đảng viên trong đợt thi đua => đã tổng hợp, chọn hai việc tốt để nêu | tổng hợp xong, gửi Đảng ủy

    04-20 05-31 | bảo đảm an ninh, trật tự các kỳ thi cuối năm học
    mùa thi học sinh ở trọ quanh trường đông | phụ huynh đưa con đi thi từ các xã xa => đề nghị giúp chỗ nghỉ, nước uống cho thí sinh | nên nhắc chủ trọ giữ yên tĩnh, không tăng giá | cần phân công trực ở điểm thi
    Phân công bảo vệ các điểm thi => đã phân công, kỳ thi an toàn | thống nhất phương án với nhà trường

    05-10 06-20 | Tháng hành động phòng, chống ma túy
    Tháng hành động dễ làm rầm rộ rồi thôi | người nghiện trở về cần được giúp đỡ => đề nghị mỗi đồng chí gắn với một địa bàn cụ thể | nên phối hợp trạm y tế, đoàn thể | sau Tháng hành động phải kiểm tra lại việc đã làm
    Tuyên truyền phòng, chống ma túy ở hai điểm được giao => đã tuyên truyền, có ký cam kết | xong hai điểm, bà con dự đông

    05-20 06-26 | sơ kết công tác 6 tháng đầu năm
    nửa năm qua còn chỉ tiêu chưa đạt một nửa | sơ kết cần chỉ ra việc, đừng chỉ khen => đề nghị từng đồng chí tự chấm trước | nên so với cùng kỳ và với nghị quyết đầu năm | mỗi hạn chế phải có người chịu trách nhiệm sửa
    Chuẩn bị báo cáo sơ kết 6 tháng => báo cáo đã gửi | đã lấy ý kiến và hoàn chỉnh

    05-15 08-25 | phòng, chống thiên tai, ứng trực mưa lũ, sạt lở
    mùa mưa đường sạt, nhiều bản bị chia cắt | năm nào cũng có nhà phải di dời gấp => đề nghị trực 24/24 khi có cảnh báo | mỗi đồng chí nhận liên lạc với một bản xa | cần chuẩn bị áo phao, dây, đèn pin từ đầu mùa
    Kiểm tra phương tiện, dụng cụ cứu hộ mùa mưa => đã kiểm tra, bổ sung áo phao và đèn | dụng cụ đủ, có bảng phân công
    Tham gia giúp dân khắc phục sạt lở khi có lệnh => đã tham gia hai ngày, giúp dời đồ đạc | đã trực, trong đợt không có sạt lở lớn

    06-20 07-24 | hoạt động đền ơn đáp nghĩa dịp 27/7
    gia đình chính sách ở bản xa ít được thăm | quỹ đền ơn đáp nghĩa anh em ủng hộ đều => đề nghị đến tận nhà, làm một việc cụ thể | nên sửa giúp mái nhà, khơi rãnh nước | đoàn viên cùng tham gia dọn nghĩa trang liệt sĩ
    Thăm hỏi gia đình chính sách dịp 27/7 => đã thăm, tặng quà | đã giúp một gia đình sửa nhà

    06-20 08-16 | Ngày hội Toàn dân bảo vệ an ninh Tổ quốc ở cơ sở
    ngày hội ở vài nơi còn nặng phần lễ | bà con thích phần văn nghệ và hỏi đáp => đề nghị rút ngắn báo cáo, tăng phần giao lưu | nên khen ngay tại ngày hội người có việc làm tốt | phân công đảng viên về dự với bản
    Dự và giúp một xã tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc => ngày hội tổ chức tốt | đã giúp xã chuẩn bị nội dung

    07-15 08-17 | đợt thi đua kỷ niệm Ngày truyền thống Công an nhân dân 19/8
    đợt thi đua 19/8 nên gắn với việc tồn của quý | thi đua mà không có chỉ tiêu thì khó chấm => đề nghị chọn hai việc khó để dồn sức | nên nhận xét thi đua hằng tuần | giữ tiết kiệm, không tổ chức ăn uống kéo dài
    Đăng ký thi đua lập thành tích chào mừng 19/8 => đã đăng ký, thực hiện đủ nội dung | hoàn thành các chỉ tiêu đăng ký

    08-01 08-31 | bảo đảm an ninh, trật tự dịp Quốc khánh 02/9
    dịp 02/9 bà con về trung tâm huyện rất đông | xe máy chở ba, chở bốn đi hội còn nhiều => đề nghị tăng lực lượng hai ngày cao điểm | cần sắp xếp bãi gửi xe từ sớm | nhắc nhở là chính, xử lý lỗi nguy hiểm
    Phân công trực, bảo vệ các hoạt động dịp Quốc khánh 02/9 => các hoạt động an toàn | đã trực đủ quân số

    08-01 09-04 | an ninh, trật tự ngày khai giảng và tuần đầu năm học
    đầu năm học, cổng trường lộn xộn | học sinh bán trú ở trọ ngoài tăng => đề nghị cắm chốt tuần đầu ở cổng trường | nên làm việc với hiệu trưởng, hội phụ huynh | cần nắm danh sách học sinh ở trọ
    Làm việc với các trường về trật tự đầu năm học => đã thống nhất với các trường | làm việc xong, phân công trực cổng trường

    08-20 09-25 | tháng an toàn giao thông, bảo đảm an toàn cho học sinh đến trường
    tháng an toàn giao thông cần làm cả ở bản, không chỉ ngoài đường | đảng viên phải gương mẫu đội mũ, đi đúng tốc độ => đề nghị nói chuyện tại các buổi họp bản | mỗi đồng chí nhắc người thân ký cam kết | vi phạm của cán bộ, chiến sĩ phải thông báo về chi bộ
    Tuyên truyền an toàn giao thông đầu năm học => đã nói chuyện ở trường được giao | tuyên truyền xong, phát tờ nhắc cho học sinh

    09-01 09-27 | sơ kết quý III, rà soát chỉ tiêu năm
    còn một quý mà vài chỉ tiêu mới đạt hai phần ba | số liệu quý III cần khớp với các đội => đề nghị giao lại từng việc cho từng người | cấp ủy họp riêng về việc khó | nên báo cáo thật, không làm tròn
    Rà soát chỉ tiêu năm, nêu rõ việc chậm => đã rà soát, giao lại ba việc | rà soát xong, báo cáo cấp ủy

    09-10 11-10 | đợt thi đua nước rút hoàn thành chỉ tiêu công tác năm
    cuối năm việc dồn, dễ làm vội | một số chỉ tiêu phụ thuộc cơ sở nên chậm => đề nghị chọn việc, tránh dàn đều | nên đi cơ sở gỡ từng chỗ vướng | tuần nào cũng phải xem lại tiến độ
    Báo cáo tiến độ các chỉ tiêu năm theo tuần => đã báo cáo đủ các tuần | đã báo cáo, các chỉ tiêu chính đạt

    10-20 11-16 | Ngày hội Đại đoàn kết toàn dân tộc 18/11 ở khu dân cư
    ngày 18/11 là dịp nghe dân nói | nhiều đồng chí chưa dự ngày hội ở nơi cư trú => đề nghị đảng viên về dự tại bản, tổ nơi ở | nên ghi lại ý kiến bà con, báo cáo chi bộ | phối hợp Mặt trận chuẩn bị nội dung an ninh
    Dự Ngày hội Đại đoàn kết ở địa bàn, ghi ý kiến của bà con => đã dự, ghi bốn ý kiến | dự xong, ý kiến đã chuyển xã

    10-01 12-15 | phòng, chống cháy nổ mùa hanh khô, giúp dân chống rét
    mùa hanh, bếp lửa nhà sàn dễ cháy | chợ và nhà trọ nhiều dây điện cũ => đề nghị kiểm tra chợ, kho, nhà trọ trước | cần nhắc bà con dập bếp, ngắt điện trước khi ngủ | đoàn viên giúp hộ khó khăn, vừa chống rét vừa phòng cháy
    Giúp một hộ khó khăn ở địa bàn che chuồng, chuẩn bị chống rét => đã giúp một hộ, đoàn viên cùng làm | đã làm trong một ngày thứ Bảy
    Rà soát hộ dùng bếp lửa, điện câu mắc tạm ở địa bàn được giao => đã nhắc từng hộ | rà soát xong, báo trưởng bản cùng theo dõi
    Kiểm tra an toàn phòng cháy nơi làm việc, nhà ở tập thể => đã kiểm tra, thay dây điện cũ | kiểm tra xong, bổ sung hai bình chữa cháy

    10-15 12-05 | việc kiểm điểm, đánh giá chất lượng tổ chức đảng và đảng viên cuối năm
    bản tự kiểm điểm mọi năm còn giống nhau | góp ý cuối năm còn nể nang => đề nghị viết đúng việc, có số liệu | nên gợi ý kiểm điểm trước cho từng đồng chí | ai có hạn chế trong năm phải nói rõ đã sửa thế nào
    Viết bản tự kiểm điểm, gửi trước 5 ngày => đã nhận đủ bản kiểm điểm | nhận đủ, hai đồng chí viết lại theo góp ý

    11-15 12-22 | tổng kết công tác năm, xây dựng phương hướng năm sau
    phương hướng năm sau cần ít mục tiêu mà rõ | tổng kết nên nghe cả ý kiến cơ sở => đề nghị mỗi đội nêu một việc mới | nên so kết quả với đăng ký đầu năm | chỉ tiêu phải có người và có hạn
    Dự thảo phương hướng nhiệm vụ năm sau => dự thảo đã góp ý một lượt | hoàn thành, đưa ra thảo luận một lượt

    2014-02-15 2014-05-01 | các hoạt động kỷ niệm 60 năm Chiến thắng Điện Biên Phủ
    kỷ niệm Điện Biên Phủ là dịp khách qua huyện đông | đợt kỷ niệm có nhiều đoàn về nguồn đi qua => đề nghị tăng tuần tra trên quốc lộ | nên kể chuyện truyền thống trong sinh hoạt | giúp đỡ khách hỏi đường tận tình
    Bảo đảm trật tự tuyến đường những ngày kỷ niệm Điện Biên Phủ => tuyến đường thông suốt | đã bảo đảm, không xảy ra ùn tắc

    2015-02-02 2015-03-18 | đại hội chi bộ, chuẩn bị đại hội Đảng bộ Công an huyện
    đại hội chi bộ cần chuẩn bị nhân sự kỹ | dự thảo báo cáo đại hội còn nặng thành tích => đề nghị lấy ý kiến rộng rãi từng đảng viên | nên nêu rõ hạn chế của nhiệm kỳ | giữ đúng nguyên tắc, không vận động riêng
    Chuẩn bị tài liệu đại hội chi bộ => tài liệu đã gửi đảng viên | hoàn thành, được góp ý hai lượt

    2015-03-23 2015-05-20 | đại hội Đảng bộ Công an huyện nhiệm kỳ II
    góp ý văn kiện đại hội còn ít ý kiến trái chiều | đại hội Đảng bộ là việc lớn của năm => đề nghị bàn kỹ chỉ tiêu phát triển đảng viên | mỗi đảng viên góp ít nhất một ý bằng văn bản | bảo đảm tốt an ninh, trật tự trước đại hội
    Tổng hợp góp ý văn kiện đại hội Đảng bộ => đã tổng hợp, gửi tiểu ban văn kiện | tổng hợp xong hai mươi ý kiến

    2016-02-22 2016-05-19 | bảo vệ cuộc bầu cử ngày 22/5/2016
    bầu cử ở các bản xa cần chuẩn bị đường đi, liên lạc | có khu vực bỏ phiếu chỉ một đường vào => đề nghị mỗi tổ bám một khu vực bỏ phiếu | nên thử liên lạc bộ đàm từ hôm trước | đảng viên gương mẫu đi bầu sớm
    Khảo sát khu vực bỏ phiếu, lập phương án bảo vệ => đã khảo sát, phương án được duyệt | xong, phân công đủ quân số

    2017-08-01 2017-09-19 | đại hội chi bộ nhiệm kỳ mới
    nhân sự chi ủy khóa mới cần kế thừa và có người trẻ | đại hội nên gọn trong một buổi => đề nghị giới thiệu công khai, bỏ phiếu kín | báo cáo gửi trước năm ngày để đảng viên đọc | bàn kỹ chỉ tiêu, giảm phần kể việc
    Chuẩn bị tài liệu, nhân sự đại hội chi bộ => đã hoàn thành, Đảng ủy cho ý kiến | tài liệu đủ, gửi đảng viên trước năm ngày
"""
SEASONS = [_season(block) for block in TABLE.strip().split("\n\n")]
