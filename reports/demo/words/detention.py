"""Chi bộ Thi hành án: the detention house, escorts, courts, sentences served at home."""

from reports.demo.words.shapes import Field, lines, matters, numbers

DETENTION = Field(
    results=numbers("""
        6-24 dẫn giải, áp giải {n} lượt bị can, bị cáo an toàn
        3-9 bảo vệ {n} phiên tòa, trong đó có phiên lưu động
        12-30 kiểm tra buồng giam {n} lượt, không để xảy ra vi phạm
        5-18 gặp, nhắc nhở {n} người đang chấp hành án tại cộng đồng
        6-25 khám, cấp thuốc cho {n} lượt người bị tạm giữ, tạm giam
        4-14 bàn giao, tiếp nhận {n} hồ sơ thi hành án hình sự
        2-6 tuần tra, canh gác vòng ngoài, phát hiện, khắc phục {n} chỗ hư hỏng
        1-5 phối hợp xã nhận xét định kỳ {n} trường hợp chấp hành án treo
    """),
    works=[
        "canh gác Nhà tạm giữ",
        "dẫn giải",
        "bảo vệ phiên tòa",
        "quản lý người chấp hành án tại cộng đồng",
        "hồ sơ thi hành án",
    ],
    lacks=lines("""
        Hạn chế: việc ghi sổ giao ca có hôm chưa đủ chữ ký.
        Hạn chế: hai xã gửi nhận xét người chấp hành án chậm.
        Hạn chế: diễn tập phương án bảo vệ mới làm được một nửa nội dung.
        Hạn chế: cửa, khóa một số buồng xuống cấp, chờ kinh phí sửa.
        Tồn tại về kiểm tra buồng giam nêu tháng trước đã khắc phục.
    """),
    away=[
        "trực Nhà tạm giữ",
        "dẫn giải bị cáo đi xét xử",
        "bảo vệ phiên tòa",
        "đưa người bị tạm giam đi khám bệnh",
    ],
    matters=matters("""
        ca trực đêm căng thẳng, dễ mệt | quân số trực ngày lễ mỏng => đề nghị đổi ca 6 tiếng thay vì 8 tiếng | nên có người dự bị ở nhà cho từng ca | trực chỉ huy cần đi kiểm tra lệch giờ
        giáo dục người chấp hành án ở cộng đồng mới dựa vào Công an xã | có nơi nhận xét người chấp hành án còn qua loa => cần có cấp ủy bản cùng tham gia | đề nghị gặp trực tiếp mỗi quý một lần | nên gửi mẫu nhận xét ngắn, dễ ghi
        sổ giao ca có hôm chưa đủ chữ ký | bàn giao chìa khóa còn làm nhanh => phải đếm, ký rồi mới rời vị trí | đề nghị kiểm tra sổ mỗi sáng thứ Hai | nên đánh số chìa khóa, treo bảng riêng
        trong đội còn ít người qua lớp hỗ trợ tư pháp | nghiệp vụ bảo vệ phiên tòa của đồng chí mới còn yếu => nên cử hai đồng chí đi học lớp của tỉnh | đề nghị tập động tác mỗi tuần một buổi | đồng chí cũ kèm đồng chí mới ít nhất ba phiên
        phiên tòa lưu động ở xã có tác dụng tốt | phiên lưu động hay bị mưa, đường khó => đề nghị báo trước để bà con đến dự | cần khảo sát đường, địa điểm từ hôm trước | nên chuẩn bị xe và phương án dự phòng
        cửa, khóa và đèn chiếu sáng khu giam cần sửa | tường rào phía sau có chỗ nứt => đề nghị sửa ngay, không chờ cuối năm | trước mắt tăng một lượt tuần tra vòng ngoài | lập biên bản, báo cáo Công an tỉnh
        người bị tạm giữ ốm tăng khi trở trời | thuốc thông thường ở buồng y tế sắp hết => đề nghị bổ sung cơ số thuốc | phải khám ngay khi nhận người | liên hệ trước với Bệnh viện huyện để chuyển khi cần
        dẫn giải đường dài gặp đèo dốc | xe dẫn giải đã cũ => cần kiểm tra xe từ tối hôm trước | đề nghị bố trí đủ người theo quy định | dừng nghỉ đúng điểm đã định trong phương án
        khẩu phần ăn bảo đảm, nhưng bếp nấu và chỗ chứa nước chật | nước sinh hoạt của khu giam có lúc thiếu => đề nghị lắp thêm bồn chứa | nên cải tạo bếp, đường nước trong dịp tới | phân công một đồng chí trông coi hằng ngày
        thân nhân thăm gặp hay đến ngoài giờ | thân nhân ở bản xa chưa biết thủ tục thăm gặp => nên niêm yết ở cổng, chữ to | giải thích nhẹ nhàng, hẹn đúng ngày | có tờ hướng dẫn gửi về xã
        hồ sơ thi hành án của vài trường hợp chuyển nơi ở chưa kịp | theo dõi thời hạn bằng sổ tay dễ sót => đề nghị lập bảng nhắc theo tháng | nên đối chiếu với Tòa án hằng quý | giao một đồng chí chuyên trách hồ sơ
    """),
    tasks=matters("""
        Rà soát phương án bảo vệ Nhà tạm giữ, tập dượt một lần => đã tập dượt, bổ sung hai tình huống | phương án đã sửa, lãnh đạo duyệt
        Đối chiếu danh sách người chấp hành án treo với các xã => đối chiếu đủ, khớp với Tòa án | xong, bổ sung một trường hợp mới về
        Kiểm tra hệ thống cửa, khóa, đèn chiếu sáng, đề xuất sửa => đã kiểm tra, thay ba ổ khóa | đã lập dự toán sửa chữa
        Xây dựng lịch trực tháng {month}, bảo đảm hai người mỗi ca => lịch trực thực hiện đủ | đã công khai lịch, đổi ca có ký nhận
        Hoàn thiện hồ sơ đề nghị giảm thời hạn chấp hành án => hồ sơ đã gửi, không phải bổ sung | đã họp xét, lập hồ sơ đủ
        Phối hợp Tòa án chuẩn bị phiên tòa lưu động => phiên tòa an toàn, đông người dự | đã khảo sát địa điểm, phân công vị trí
        Tổng vệ sinh, phun thuốc khử trùng khu giam => đã làm xong một ngày | hoàn thành, có y tế kiểm tra
        Soát lại sổ giao ca, sổ thăm gặp ba tháng gần đây => đã soát, bổ sung chữ ký còn thiếu | soát xong, không có sai lệch
        Tập huấn động tác dẫn giải, sử dụng công cụ hỗ trợ => đã tập hai buổi, kiểm tra đạt | tập huấn xong, một đồng chí tập lại
        Gặp người chấp hành án tại cộng đồng ở ba xã => đã gặp đủ, có nhận xét của xã | gặp xong, nhắc một trường hợp vắng không báo
        Bổ sung cơ số thuốc, tủ y tế của Nhà tạm giữ => đã nhận đủ thuốc | tủ thuốc đã bổ sung, có sổ cấp phát
    """),
    lapses=matters("""
        tự nhận sổ giao ca có hôm ký chậm | tự nhận bàn giao chìa khóa chưa đếm kỹ => xin nhận khuyết điểm, từ nay giao nhận đủ mới ký | sẽ đến sớm mười phút để bàn giao | đề nghị trực chỉ huy kiểm tra
        tự nhận trong ca trực có lúc mất tập trung | tự nhận trong ca có lúc dùng điện thoại riêng => hứa đi kiểm tra đủ các vị trí theo giờ | gửi điện thoại ở tủ trước khi vào ca | xin chịu nhắc nhở của chi bộ
        tự nhận đi gặp người chấp hành án chưa đủ các xã | tự nhận nhận xét còn sao chép của tháng trước => sẽ đi lại từng xã trong tháng | hứa viết theo đúng người, đúng việc | xin cấp ủy viên phụ trách góp ý thêm
        tự nhận giải thích cho thân nhân đến thăm gặp còn gắt | tự nhận để thân nhân chờ lâu một buổi => đã xin lỗi, sẽ nói rõ giờ | hứa giữ thái độ đúng mực | mong các đồng chí nhắc ngay
        tự nhận chuẩn bị xe dẫn giải chưa chu đáo | tự nhận đến phiên tòa sát giờ => từ nay kiểm tra xe từ hôm trước | sẽ có mặt trước ba mươi phút | xin rút kinh nghiệm
    """),
)
