"""Chi bộ Tổng hợp: staff work, papers, personnel, logistics."""

from reports.demo.words.shapes import Field, lines, matters, numbers

GENERAL = Field(
    results=numbers("""
        9-26 tham mưu ban hành {n} văn bản chỉ đạo, không văn bản nào chậm
        3-14 tiếp nhận, chuyển xử lý {n} đơn thư đúng hạn
        40-95 bảo đảm {n} lượt xe công tác an toàn
        12-30 tổng hợp {n} báo cáo định kỳ, báo cáo nhanh gửi cấp trên
        6-22 cập nhật {n} hồ sơ cán bộ, thi đua, chính sách
        4-9 kiểm tra điều lệnh {n} buổi, nhắc nhở tại chỗ
        60-140 vào sổ, chuyển giao {n} văn bản đến trong ngày
        2-6 phục vụ {n} hội nghị, buổi làm việc của lãnh đạo Công an huyện
        1-4 hoàn thành {n} hồ sơ đề nghị nâng lương, thăng cấp bậc hàm
    """),
    works=[
        "trực ban",
        "soạn thảo văn bản",
        "cán bộ, chính sách",
        "hậu cần, quản lý xe",
        "văn thư, lưu trữ",
    ],
    lacks=lines("""
        Hạn chế: hai báo cáo chuyên đề gửi cấp trên sát giờ chót.
        Hạn chế: sổ trực ban có ca ghi còn tắt, thiếu giờ báo cáo.
        Hạn chế: việc đôn đốc số liệu của các đội chưa quyết liệt.
        Hạn chế: kho lưu trữ chưa chỉnh lý xong phần hồ sơ năm cũ.
        Tồn tại về bảo dưỡng xe nêu tháng trước đã khắc phục.
    """),
    away=[
        "trực ban cơ quan",
        "đưa lãnh đạo đi công tác cơ sở",
        "giao nhận tài liệu tại Công an tỉnh",
    ],
    matters=matters("""
        báo cáo của các đội gửi về còn chậm | số liệu ba đội gửi về lệch nhau, phải hỏi lại nhiều lần => đề nghị thống nhất giờ chốt số liệu là 15 giờ | nên làm một mẫu biểu chung, gửi các đội từ đầu tháng | ai nhận báo cáo thì người đó đối chiếu ngay, không để dồn
        sổ trực ban ban đêm có lúc ghi còn sơ sài | có ca trực bàn giao miệng, sổ ghi sau => trực chỉ huy cần ký soát từng ca | đề nghị kiểm tra sổ hai lần mỗi tuần | nên hướng dẫn lại cách ghi cho các đồng chí mới
        văn bản đi còn lỗi chính tả, thể thức, tháng qua phải in lại hai lần | có văn bản trình ký thiếu căn cứ => người soạn phải tự soát trước khi trình | đề nghị soát chéo giữa hai đồng chí | nên có tờ kê lỗi hay gặp dán ở bàn máy
        một đồng chí phải theo dõi năm xã nên nắm tình hình chưa sâu | việc theo dõi địa bàn mới dừng ở báo cáo giấy => nên giao mỗi đồng chí theo dõi hai xã | đề nghị mỗi tháng đi cơ sở ít nhất một lần | cần trao đổi trực tiếp với Công an xã trước khi tổng hợp
        đồng chí mới về chưa quen soạn thảo văn bản của Đảng | kỹ năng tổng hợp giữa các đồng chí chưa đều => đề nghị bố trí một buổi tập huấn trong tháng | nên phân công người cũ kèm người mới theo cặp | mỗi tuần chọn một văn bản tốt để cả đội cùng xem
        xe công tác chạy nhiều, xăng tháng qua vượt định mức một chút | xe công tác dùng chưa hợp lý, có tuyến đi hai chuyến một ngày => đề nghị xếp lịch xe theo tuần | nên gộp các chuyến đi cùng tuyến | lái xe ghi sổ hành trình từng chuyến để đối chiếu
        hồ sơ đề nghị khen thưởng của các đội gửi lên còn thiếu bản tóm tắt | chế độ cho anh em trực tăng cường thanh toán hơi chậm => đề nghị công khai lịch nộp hồ sơ ở bảng tin | việc liên quan quyền lợi của anh em phải làm sớm, trả lời rõ | nên kiểm hồ sơ ngay khi nhận, thiếu thì trả trong ngày
        tài liệu mật mượn đọc có lần trả chậm | sổ mượn tài liệu mật có dòng chưa ký trả => cần ký nhận và thu hồi trong ngày | đề nghị đọc tại chỗ, ở phòng riêng | nên kiểm tra đột xuất mỗi quý một lần
        bếp ăn và nhà ở tập thể của chiến sĩ còn chật | khu vệ sinh nhà tập thể xuống cấp => đề nghị đưa vào kế hoạch sửa chữa của năm | trước mắt anh em tự dọn, sửa chỗ hỏng nhỏ | cần báo cáo Công an tỉnh hỗ trợ kinh phí
        họp giao ban tuần còn dài | lịch công tác tuần gửi muộn, các đội khó sắp việc => nên gửi lịch từ chiều thứ Sáu | mỗi đội báo cáo không quá năm phút | việc đã có trong báo cáo giấy thì không đọc lại
        việc lưu trữ hồ sơ chưa theo kịp số văn bản | tìm một văn bản cũ mất cả buổi => đề nghị lập mục lục theo năm, theo đội | nên dành chiều thứ Tư hằng tuần chỉnh lý kho | hồ sơ xong việc phải nộp lưu trong tuần
    """),
    tasks=matters("""
        Rà soát, bổ sung quy chế trực ban, trực chỉ huy của cơ quan => đã trình bản sửa, lãnh đạo ký ban hành | đã lấy ý kiến các đội và hoàn chỉnh
        Dự thảo báo cáo công tác tháng {month} trình lãnh đạo => báo cáo được duyệt, gửi Công an tỉnh | đã trình, sửa một lần theo ý kiến lãnh đạo
        Kiểm kê tài sản, phương tiện; đề xuất sửa chữa xe công tác => đã kiểm kê xong, lập danh mục tài sản hỏng | xe đã đưa đi sửa, kiểm kê đủ
        Lập danh sách đề nghị nâng lương, thăng cấp bậc hàm => danh sách đã niêm yết, không ai có ý kiến khác | đã gửi danh sách về Công an tỉnh
        Sắp xếp kho lưu trữ, lập mục lục hồ sơ năm trước => đã đóng hộp, dán nhãn và lập mục lục | mục lục đã bàn giao văn thư
        Đối chiếu sổ theo dõi đảng phí với Huyện ủy => số liệu khớp, đã ký biên bản đối chiếu | đối chiếu xong, sửa một chỗ ghi nhầm tháng
        Kiểm tra điều lệnh, quân phong ở các đội => đã kiểm tra đủ các đội, nhắc ba lỗi nhỏ | có biên bản kiểm tra, thông báo tại giao ban
        Tập huấn soạn thảo văn bản cho các đồng chí mới về => đã tập huấn một buổi, có bài tập | các đồng chí mới đã tự soạn được báo cáo tuần
        Soát lại danh bạ, chế độ thông tin trực ban với Công an xã => đã gọi thử các xã, cập nhật danh bạ | danh bạ mới đã phát cho các ca trực
        Tổng hợp ý kiến của các đội về nơi ăn ở của chiến sĩ => đã tổng hợp, báo cáo tại giao ban | đã trình phương án sửa nhà tập thể
        Rà soát thiết bị, máy tính dùng soạn thảo tài liệu mật => đã kiểm tra từng máy, lập biên bản | đã chuyển hai máy vào phòng riêng
    """),
    lapses=matters("""
        tự nhận trực ban ca đêm ghi sổ còn tắt | tự nhận một lần bàn giao ca trực chưa kiểm đủ sổ => xin rút kinh nghiệm, ghi ngay từng tin khi nhận | từ nay ký giao ca xong mới rời vị trí | đề nghị các đồng chí nhắc khi thấy tái diễn
        tự nhận có văn bản trình ký còn sai thể thức | tự nhận soát văn bản chưa kỹ, để in lại => hứa tự soát hai lượt trước khi trình | sẽ nhờ đồng chí khác đọc chéo | xin nhận phê bình và sửa ngay trong tháng
        tự nhận đôn đốc số liệu của các đội còn nể nang | tự nhận để một báo cáo gửi sát giờ => sẽ nhắc trước hai ngày bằng văn bản | từ tháng sau chốt số liệu đúng 15 giờ | xin nhận trách nhiệm về phần mình
        tự nhận trả lời việc chế độ cho anh em còn chậm | tự nhận để sót một hồ sơ chính sách phải bổ sung => đã xin lỗi và làm xong, sẽ lập sổ hẹn | hứa trả lời trong ba ngày | sẽ kiểm hồ sơ ngay khi nhận
        tự nhận ghi sổ hành trình xe có hôm chưa đầy đủ | tự nhận có chuyến xe quên ghi giờ về => sẽ ghi ngay sau mỗi chuyến | xin được kiểm tra sổ cuối mỗi tuần | xin nhận khuyết điểm trước chi bộ
    """),
)
