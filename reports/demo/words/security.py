"""Chi bộ An ninh: knowing the area, reaching people, guarding secrets and the Party's own house."""

from reports.demo.words.shapes import Field, lines, matters, numbers

SECURITY = Field(
    results=numbers("""
        12-34 nắm tình hình {n} lượt thôn, bản
        2-7 hướng dẫn {n} cơ quan, trường học tự kiểm tra công tác bảo vệ bí mật nhà nước
        3-11 tổ chức {n} buổi tuyên truyền ở bản vùng sâu
        1-4 tham mưu giải quyết ổn định {n} vụ việc tranh chấp đất đai từ khi mới nảy sinh
        5-19 thẩm tra {n} hồ sơ chính trị phục vụ tuyển dụng, kết nạp Đảng
        6-20 gặp gỡ, vận động {n} lượt người có uy tín
        2-8 bảo vệ an toàn {n} hội nghị, sự kiện trên địa bàn
        4-12 trao đổi tình hình với {n} lượt cấp ủy, chính quyền xã
    """),
    works=[
        "nắm tình hình cơ sở",
        "thẩm tra hồ sơ chính trị",
        "tuyên truyền ở bản",
        "bảo vệ bí mật nhà nước",
        "vận động người có uy tín",
    ],
    lacks=lines("""
        Hạn chế: công tác nắm địa bàn ở hai bản xa chưa sâu.
        Hạn chế: tài liệu tuyên truyền in chậm, đến cơ sở khi đợt đã qua nửa.
        Hạn chế: còn ba hồ sơ thẩm tra quá thời gian tự đặt ra.
        Hạn chế: trao đổi tin với một xã chưa thường xuyên.
        Tồn tại về báo cáo sau công tác nêu tháng trước đã khắc phục.
    """),
    away=[
        "đi công tác cơ sở dài ngày",
        "thẩm tra hồ sơ tại huyện bạn",
        "bảo vệ hội nghị của huyện",
    ],
    matters=matters("""
        đường vào bản mùa mưa đi lại khó | có chuyến công tác phải quay về giữa đường => đề nghị ở lại bản hai ngày thay vì đi về trong ngày | nên gộp hai xã vào một chuyến, đi theo cặp | cần báo trước cho Công an xã bố trí chỗ nghỉ
        nói chuyện với bà con còn phải qua phiên dịch | nhiều đồng chí mới chưa nói được tiếng của đồng bào => cần học thêm tiếng Mông, mỗi tuần hai buổi | nên đi cùng đồng chí người địa phương trong ba tháng đầu | đề nghị mở lớp ngay tại đội, đồng chí biết tiếng dạy
        tài liệu tuyên truyền còn dài, bà con khó nhớ | tờ rơi nhiều chữ, ít hình => nên rút gọn thành một trang dễ nhớ | đề nghị dịch ra tiếng Thái, tiếng Mông | nên nói bằng chuyện thật ở cơ sở thay cho đọc tài liệu
        phối hợp với cấp ủy xã đã tốt hơn, nhưng trao đổi tin còn chậm | có việc xã biết trước đội hai ngày => đề nghị hẹn giờ gọi cố định mỗi tuần | mỗi đồng chí phụ trách cụm xã phải có sổ liên hệ | cần cảm ơn, phản hồi để xã thấy tin báo có ích
        sau chuyến công tác, báo cáo còn dồn cuối tuần | có báo cáo ghi chung chung, thiếu nhận định => nên báo cáo ngay trong ngày, dù chỉ nửa trang | đề nghị ghi rõ nguồn và mức tin cậy | đội phó xem và góp ý từng báo cáo một
        người có uy tín ở vài bản đã cao tuổi | việc thăm hỏi người có uy tín mới tập trung vào dịp Tết => đề nghị bồi dưỡng thêm lớp kế cận | nên chia lịch thăm đều trong năm | cần phối hợp Mặt trận để không trùng nhau
        hồ sơ thẩm tra còn phải trả lại vì thiếu xác nhận | số hồ sơ thẩm tra dồn vào quý này nhiều => đề nghị lập danh sách giấy tờ cần có, gửi trước cho cơ quan đề nghị | nên chia đều theo cụm, báo tiến độ hằng tuần | trường hợp gấp thì cử người đi lấy xác nhận trực tiếp
        một số cơ quan còn coi nhẹ việc giữ bí mật | kiểm tra cho thấy sổ tài liệu mật có nơi ghi chưa đủ => nên hướng dẫn trước, kiểm tra sau | đề nghị mời văn thư các cơ quan tập huấn nửa ngày | cần kiểm tra lại sau một tháng
        tranh chấp đất nương giữa hai nhóm hộ cần xử lý sớm | chuyện mượn đất canh tác cuối vụ hay phát sinh cãi nhau => đề nghị cùng xã hòa giải ngay từ đầu | cần để trưởng bản và người có uy tín nói trước | không hứa thay chính quyền, việc gì thuộc xã thì để xã trả lời
        tin đồn trên mạng lan nhanh hơn báo cáo của ta | anh em còn ngại lên tiếng khi gặp thông tin sai => đảng viên không chia sẻ điều chưa kiểm chứng | đề nghị có tài liệu hỏi đáp ngắn để trả lời bà con | phải báo cáo ngay khi thấy, không chờ giao ban
        sinh hoạt cùng bà con buổi tối hiệu quả hơn ban ngày | dự họp bản mới nghe được điều bà con nghĩ => nên xếp lịch công tác theo lịch họp bản | đề nghị mỗi đồng chí dự ít nhất hai buổi họp bản một quý | cần nghe nhiều, ghi lại, hẹn ngày trả lời
    """),
    tasks=matters("""
        Xây dựng kế hoạch nắm tình hình tháng {month}, phân công theo cụm xã => kế hoạch đã được duyệt, các cụm đã nhận việc | đã phân công đủ các xã
        Rà soát danh sách người có uy tín, đề xuất thăm hỏi => đã trình danh sách, thống nhất với Mặt trận | đã thăm hỏi xong theo danh sách
        Kiểm tra việc quản lý tài liệu mật ở hai đơn vị đã hẹn => đã kiểm tra, một đơn vị phải bổ sung sổ | hai đơn vị đều bảo đảm, có biên bản
        Hoàn thiện hồ sơ thẩm tra chính trị còn tồn => đã trả kết quả đủ | còn một hồ sơ chờ xác nhận của nơi khác, các hồ sơ khác đã xong
        Phối hợp Mặt trận, Đoàn Thanh niên tổ chức buổi tuyên truyền ở bản => đã tổ chức, bà con dự đông | tổ chức được hai buổi ở hai bản
        Viết tài liệu tuyên truyền song ngữ, in phát cho trưởng bản => đã in và phát cho các bản | tài liệu được duyệt, in bước đầu 200 bản
        Trao đổi tình hình với cấp ủy, chính quyền các xã phía nam huyện => đã làm việc với các xã, thống nhất cách báo tin | có biên bản làm việc với từng xã
        Chuẩn bị phương án bảo vệ hội nghị của huyện => phương án được duyệt, hội nghị an toàn | đã phân công vị trí, diễn tập nhanh
        Báo cáo kết quả bám bản, đề xuất việc cần làm tiếp => đã báo cáo lãnh đạo, được đồng ý ba đề xuất | báo cáo xong, đã gửi Huyện ủy
        Tập huấn công tác bảo vệ bí mật nhà nước cho văn thư các cơ quan => đã tập huấn nửa ngày, có bài kiểm tra | tập huấn xong, nhận mười ý kiến hỏi
    """),
    lapses=matters("""
        tự nhận báo cáo sau chuyến công tác còn chậm một ngày | tự nhận có báo cáo viết còn chung chung => hứa viết ngay tối hôm về | sẽ ghi rõ nguồn, nhận định và đề xuất | xin đội phó soát giúp trong hai tháng tới
        tự nhận chưa học được tiếng đồng bào như đã đăng ký | tự nhận nói chuyện với bà con còn phải nhờ phiên dịch => xin đăng ký lại, mỗi tuần hai buổi | sẽ đi cùng đồng chí người địa phương | hứa mỗi tháng ở lại bản ít nhất hai đêm
        tự nhận để một hồ sơ thẩm tra quá ngày hẹn | tự nhận chưa chủ động hỏi lại nơi chậm trả lời => đã xin lỗi cơ quan đề nghị và làm xong | sẽ ghi sổ hẹn từng hồ sơ | xin nhận thiếu sót trước chi bộ
        tự nhận khi bà con hỏi có lúc trả lời chưa rõ | tự nhận tuyên truyền còn đọc tài liệu là chính => sẽ chuẩn bị ví dụ ở chính bản mình đến | việc chưa rõ sẽ ghi lại, hẹn ngày trả lời | xin học cách nói của các đồng chí đi trước
        tự nhận có lần để tài liệu trên bàn khi ra ngoài | tự nhận có buổi quên khóa tủ tài liệu => từ nay cất, khóa tài liệu trước khi rời phòng | đã dán giấy nhắc ở cửa phòng | đề nghị chi bộ kiểm tra đột xuất
    """),
)
