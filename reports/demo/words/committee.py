"""The committee: how the cells meet and grow, who looks after them, inspection, papers."""

from reports.demo.words.shapes import Field, lines, matters, numbers

COMMITTEE_WORK = Field(
    results=numbers("""
        93-98 các chi bộ duy trì sinh hoạt thường kỳ, tỷ lệ đảng viên dự họp đạt {n} %
        3-9 ban hành {n} văn bản lãnh đạo, chỉ đạo
        5-11 cử {n} lượt cấp ủy viên dự sinh hoạt với chi bộ
        1-5 giải quyết {n} lượt hồ sơ chuyển sinh hoạt, kết nạp, công nhận
        1-3 kiểm tra sổ sách, biên bản của {n} chi bộ
        2-6 theo dõi, giúp đỡ {n} quần chúng ưu tú
        1-3 làm việc với {n} chi bộ về thực hiện nghị quyết
    """),
    works=[
        "lãnh đạo sinh hoạt chi bộ",
        "phát triển đảng viên",
        "kiểm tra, giám sát",
        "phụ trách chi bộ",
    ],
    lacks=lines("""
        Hạn chế: chất lượng sinh hoạt giữa các chi bộ chưa đều.
        Hạn chế: hai chi bộ gửi biên bản chậm so với quy định của Đảng ủy.
        Hạn chế: có cấp ủy viên dự sinh hoạt với chi bộ chưa đủ số kỳ được giao.
        Hạn chế: nguồn phát triển đảng viên ở một số chi bộ còn mỏng.
        Hạn chế: tiến độ kiểm tra, giám sát chậm hơn chương trình nửa tháng.
        Tồn tại về nộp đảng phí chậm nêu tháng trước đã khắc phục.
    """),
    away=[
        "dự họp tại Công an tỉnh",
        "dự họp Ủy ban nhân dân huyện",
        "chỉ huy giải quyết vụ việc ở cơ sở",
        "dự lớp bồi dưỡng tại Công an tỉnh",
        "nghỉ phép năm",
    ],
    matters=matters("""
        chất lượng sinh hoạt giữa các chi bộ chưa đều | có chi bộ họp còn nặng về công việc chuyên môn => cấp ủy viên phụ trách cần dự đủ và góp ý ngay | đề nghị mỗi kỳ chọn một việc của xây dựng Đảng để bàn kỹ | Đảng ủy nên dự đột xuất một số kỳ họp
        nghị quyết của một số chi bộ còn dài, chung chung | có nghị quyết giao việc mà không ghi thời hạn => nên ngắn, giao việc rõ người, rõ hạn | đề nghị cấp ủy viên phụ trách đọc trước khi chi bộ thông qua | Đảng ủy chọn một nghị quyết tốt gửi các chi bộ tham khảo
        nguồn phát triển đảng viên ở một số chi bộ còn mỏng | đoàn viên trẻ nhiều nhưng giới thiệu còn ít => cần bồi dưỡng sớm, giao việc để thử thách | đề nghị làm việc với chi đoàn mỗi quý | mỗi chi bộ đăng ký nguồn ngay từ đầu năm
        đảng viên trẻ mới ra trường còn bỡ ngỡ | nơi ăn ở của đồng chí trẻ xa nhà chưa ổn định => đề nghị phân công người kèm cặp sáu tháng đầu | các chi ủy cần gặp gỡ, hỏi han thường xuyên | nên giao việc vừa sức, nhận xét kịp thời
        việc gửi biên bản về Đảng ủy còn chậm | biên bản có chi bộ ghi chưa đủ ý kiến => đề nghị chốt sau họp hai ngày | cần kiểm tra điểm ở hai chi bộ | bộ phận giúp việc trả lại ngay nếu thiếu
        đồng chí dự bị sắp hết thời hạn cần được nhắc hồ sơ | hồ sơ công nhận chính thức có trường hợp làm sát ngày => người được phân công giúp đỡ phải nhận xét đúng kỳ | đề nghị lập bảng theo dõi từng đồng chí | chi bộ chuẩn bị trước một tháng
        công tác kiểm tra mới làm theo kế hoạch, ít đột xuất | qua kiểm tra, lỗi chủ yếu là ghi chép => Ủy ban Kiểm tra nên chọn việc dễ phát sinh để giám sát | đề nghị thông báo kết quả cho tất cả các chi bộ rút kinh nghiệm | kết luận rồi phải kiểm tra lại việc sửa
        đảng phí của hai chi bộ nộp gộp hai tháng | sổ đảng phí cần đối chiếu với danh sách đảng viên => đề nghị nộp trước ngày 10 hằng tháng | các chi ủy soát mức đóng khi có nâng lương | bộ phận giúp việc báo cáo tại kỳ họp sau
        đảng viên giữ mối liên hệ nơi cư trú chưa đều | có nơi cư trú nhận xét còn sơ lược => cấp ủy viên cần gương mẫu dự sinh hoạt nơi ở | đề nghị các chi bộ hỏi và ghi vào sổ mỗi sáu tháng | nên đến gặp cấp ủy nơi cư trú
        phối hợp giữa các chi bộ khi có việc chung đã tốt | việc ngoài giờ dồn vào ít đồng chí => Đảng ủy cần điều hòa quân số giữa các chi bộ | đề nghị biểu dương kịp thời tại giao ban | mỗi chi bộ cử sẵn người dự bị
        thư góp ý của người dân phần lớn về thái độ tiếp dân | đoàn thể nhận xét ta giải quyết việc đã nhanh hơn => các chi bộ đưa vào nội dung sinh hoạt | đề nghị trả lời từng ý kiến | cấp ủy viên phụ trách kiểm tra việc sửa
    """),
    tasks=matters("""
        Chỉ đạo các chi bộ gửi lịch sinh hoạt tháng tới trước ngày 25 => các chi bộ đã gửi đủ | đã nhận đủ lịch, điều chỉnh một chi bộ trùng ngày
        Dự thảo báo cáo công tác xây dựng Đảng tháng {month} gửi Huyện ủy => báo cáo đã gửi | đã gửi sau khi đồng chí Bí thư duyệt
        Kiểm tra việc ghi biên bản, sổ nghị quyết ở hai chi bộ => đã kiểm tra, có thông báo rút kinh nghiệm | kiểm tra xong, một chi bộ phải bổ sung chữ ký
        Rà soát nguồn quần chúng ưu tú, cử đi học lớp nhận thức về Đảng => đã cử người đi học | rà soát xong, lập danh sách nguồn
        Đôn đốc nộp đảng phí, đối chiếu danh sách đảng viên quý => các chi bộ nộp đủ, số liệu khớp | đối chiếu xong với Huyện ủy
        Dự sinh hoạt với chi bộ được phân công, báo cáo kết quả => đã dự và báo cáo, có hai kiến nghị | đã dự, góp ý cách kết luận
        Thẩm tra hồ sơ đề nghị kết nạp, công nhận của các chi bộ => thẩm tra xong, hồ sơ đủ | một hồ sơ trả lại để bổ sung, các hồ sơ khác đạt
        Làm việc với chi ủy một chi bộ về phân công nhiệm vụ đảng viên => đã làm việc, thống nhất bảng phân công | có biên bản làm việc
        Theo dõi việc giúp đỡ đảng viên dự bị ở các chi bộ => đã nhận đủ nhận xét | theo dõi xong, nhắc một đồng chí nhận xét chậm
        Chuẩn bị nội dung giám sát chuyên đề theo chương trình năm => đã xây dựng đề cương, thành lập tổ | kế hoạch giám sát được Đảng ủy thông qua
    """),
    lapses=matters("""
        tự nhận dự sinh hoạt với chi bộ được phân công chưa đủ kỳ | tự nhận dự họp chi bộ mà góp ý còn chung chung => xin nhận trước Đảng ủy, dự bù trong quý | hứa đọc biên bản kỳ trước rồi mới đi dự | sẽ báo cáo kết quả sau mỗi kỳ
        tự nhận chỉ đạo chi bộ mình gửi biên bản còn chậm | tự nhận để nghị quyết của chi bộ còn giao việc chung => sẽ trực tiếp soát trước khi gửi | đã nhắc thư ký, chốt trong hai ngày | xin rút kinh nghiệm
        tự nhận bồi dưỡng nguồn phát triển đảng ở chi bộ phụ trách chưa sâu | tự nhận ít gặp gỡ đoàn viên ưu tú => sẽ gặp từng đồng chí trong tháng | hứa giao việc cụ thể để theo dõi | xin chịu trách nhiệm về chỉ tiêu
        tự nhận còn nể nang khi nhắc cán bộ dưới quyền | tự nhận có việc nóng vội khi điều hành => xin các đồng chí ủy viên thẳng thắn nhắc | hứa sửa từ những việc nhỏ | sẽ sửa từ kỳ giao ban tới
        tự nhận dành cho công tác xây dựng Đảng ít thời gian hơn chuyên môn | tự nhận kiểm tra việc thực hiện nghị quyết chưa thường xuyên => sẽ xếp lịch cố định chiều thứ Năm | hứa kiểm tra ít nhất mỗi tháng một lần | đề nghị Đảng ủy giám sát
        tự nhận đọc văn bản mới của cấp trên có khi chậm | tự nhận phát biểu ở Đảng ủy còn ít => sẽ nghiên cứu trước mỗi kỳ họp | hứa chuẩn bị ý kiến bằng văn bản | xin tiếp thu góp ý của các đồng chí
    """),
)
