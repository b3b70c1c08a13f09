"""Chi bộ Phong trào: self-managing models, the people's movement, commune police, seconded members."""

from reports.demo.words.shapes import Field, lines, matters, numbers

MOVEMENT = Field(
    results=numbers("""
        1-5 củng cố {n} mô hình tự quản về an ninh, trật tự
        4-14 tổ chức {n} buổi tuyên truyền pháp luật ở thôn, bản
        10-60 tập huấn cho {n} lượt Công an viên, bảo vệ dân phố
        2-6 hướng dẫn {n} cơ quan, trường học xây dựng quy chế an ninh, trật tự
        30-140 vận động {n} hộ ký cam kết không vi phạm pháp luật
        2-7 viết {n} tin, bài gương người tốt, việc tốt
        2-8 dự {n} buổi sinh hoạt chi bộ, họp bản ở cơ sở
        1-4 giúp {n} xã bổ sung quy ước, hương ước về an ninh, trật tự
    """),
    works=[
        "xây dựng mô hình tự quản",
        "tập huấn Công an viên",
        "tuyên truyền pháp luật",
        "bám bản",
        "viết tin, bài",
    ],
    lacks=lines("""
        Hạn chế: một mô hình tự quản hoạt động cầm chừng.
        Hạn chế: số tin, bài gửi đài huyện chưa đạt chỉ tiêu.
        Hạn chế: tập huấn Công an viên ở một cụm phải hoãn vì mưa.
        Hạn chế: phân loại phong trào ở các trường học chưa xong.
        Tồn tại về hồ sơ mô hình nêu tháng trước đã khắc phục.
    """),
    away=[
        "đi cơ sở, ở lại bản",
        "tập huấn cho Công an viên cụm xã",
        "dự họp Ban Chỉ đạo phong trào của xã",
    ],
    matters=matters("""
        ở bản, sinh hoạt chi bộ vào buổi tối | họp bản hay bắt đầu muộn => nên đi sớm, ở lại để nói chuyện với bà con | đề nghị tính ngày công tác cho buổi tối | cần chuẩn bị nội dung ngắn, nói trong mười phút
        mô hình nhiều nhưng có nơi còn hình thức | có mô hình chỉ có tên trong báo cáo => nên giữ ít mà thật | đề nghị rà soát, gộp các mô hình giống nhau | cần hỏi người dân trước khi khen
        bí thư chi bộ bản muốn được hướng dẫn ghi biên bản | nghị quyết của chi bộ bản còn dài, khó làm => đề nghị soạn mẫu ngắn một trang | nên cùng làm một kỳ rồi để chi bộ bản tự làm | đồng chí được phân công dự phải góp ý ngay tại buổi họp
        Công an viên mới thay nhiều | Công an viên ở bản kiêm nhiều việc => đề nghị tập huấn lại theo cụm | nên phát sổ tay tình huống | cần kiến nghị xã quan tâm phụ cấp
        bài truyền thanh bằng tiếng dân tộc được nghe nhiều | loa bản ở hai xã bị hỏng => nên giữ lịch phát mỗi tuần | đề nghị xã lo loa, ta cung cấp bài | thu sẵn để các bản phát lại
        người có uy tín nói bà con nghe hơn cán bộ | trưởng dòng họ tham gia giữ yên bản làng rất tốt => nên mời cùng đi tuyên truyền | đề nghị khen kịp thời | cần có buổi gặp mặt hằng năm
        trường học còn lo chuyện học sinh đánh nhau | quy chế an ninh trường học có nơi sao chép => đề nghị về từng trường cùng làm | nên nói chuyện dưới cờ, có tình huống | cần số điện thoại liên hệ nhanh với nhà trường
        tổ tự quản đường liên bản làm tốt | mô hình dòng họ tự quản ở vùng cao có kết quả => nên viết thành cách làm để nơi khác học | đề nghị đưa đoàn đi xem thực tế | chú ý người làm nòng cốt, đừng giao quá nhiều việc
        ký cam kết còn làm theo đợt | sau khi ký ít ai xem lại => đề nghị kiểm tra lại sau ba tháng | nên ký theo nhóm hộ để nhắc nhau | cần ghi rõ việc cụ thể, đừng ghi chung
        kinh phí cho phong trào ít | có nơi chờ kinh phí mới làm => nên chọn việc ít tiền mà thiết thực | đề nghị lồng ghép với nông thôn mới | vận động cơ quan đỡ đầu từng bản
        đảng viên của chi bộ ở nhiều nơi nên khó họp đông đủ | đồng chí đi cơ sở dài ngày thiếu thông tin => đề nghị báo lịch họp trước mười ngày | nên gửi tài liệu cho đồng chí ở xa | mỗi tuần gọi về báo tình hình một lần
    """),
    tasks=matters("""
        Khảo sát, xây dựng mô hình tự quản ở một tổ dân phố => đã khảo sát, tổ dân phố đồng ý làm điểm | đã ra mắt mô hình, có quy chế
        Chuẩn bị tài liệu tuyên truyền pháp luật tháng {month} cho hai xã => tài liệu đã phát cho các bản | xong, có bản dịch tiếng Thái
        Tập huấn nghiệp vụ cho Công an viên các bản được phân công => đã tập huấn, có bài kiểm tra | tập huấn xong cụm thứ nhất, đạt yêu cầu
        Tổng hợp ý kiến của các chi bộ thôn, bản nơi được cử dự sinh hoạt => đã tổng hợp, báo cáo Đảng ủy | tổng hợp xong, có năm kiến nghị
        Rà soát, phân loại phong trào ở các xã, cơ quan, trường học => phân loại xong, thống nhất với xã | đã rà soát, còn hai trường chờ ký
        Biên soạn bài truyền thanh bằng tiếng Thái, tiếng Mông => đã thu âm, gửi đài các xã | biên soạn xong hai bài
        Viết bài gương người tốt, việc tốt gửi đài huyện => bài đã phát | đã gửi hai bài, một bài được dùng
        Rà soát hương ước, quy ước của các bản được phân công => đã góp ý, bản thông qua | rà soát xong, đề nghị sửa hai điều
        Kiểm tra việc thực hiện cam kết ở một xã => đã kiểm tra, phần lớn hộ thực hiện tốt | kiểm tra xong, nhắc một số hộ
        Hướng dẫn chi bộ bản soạn nghị quyết ngắn gọn => chi bộ bản đã tự soạn được | đã làm mẫu một kỳ họp
        Làm việc với hai trường về quy chế an ninh, trật tự => hai trường đã ban hành quy chế | đã góp ý, một trường đang hoàn thiện
    """),
    lapses=matters("""
        tự nhận xuống bản còn ít ở lại buổi tối | tự nhận một kỳ họp bản được phân công mà không dự => đã báo lại với bí thư chi bộ bản và hẹn kỳ tới | hứa mỗi tháng ở lại ít nhất hai tối | xin nhận khuyết điểm
        tự nhận tin, bài viết chưa đủ số đã đăng ký | tự nhận bài viết còn khô, ít người thật việc thật => sẽ viết lại và viết thêm trong tháng | xin học cách viết của đồng chí đi trước | hứa mỗi tuần một tin
        tự nhận hồ sơ mô hình làm sau khi đã báo cáo | tự nhận báo cáo kết quả còn tròn trịa hơn thực tế => xin nhận lỗi, sửa lại số liệu cho đúng | hứa chỉ báo cáo việc đã làm | đề nghị chi bộ kiểm tra tại chỗ
        tự nhận chuẩn bị bài tập huấn chưa kỹ | tự nhận giảng còn dài, người học khó nhớ => sẽ soạn lại theo tình huống | hứa dành nửa thời gian cho hỏi đáp | xin các đồng chí dự góp ý
        tự nhận tiếng dân tộc học chưa tiến bộ | tự nhận còn ngại nói tiếng dân tộc trước đông người => sẽ học cùng trưởng bản mỗi lần đi | hứa mỗi ngày học thêm vài câu | xin chi bộ kiểm tra hằng quý
    """),
)
