"""Chi bộ Điều tra: reports of crime, cases, files, the work with the procuracy."""

from reports.demo.words.shapes import Field, lines, matters, numbers

INVESTIGATION = Field(
    results=numbers("""
        2-8 khởi tố {n} vụ, các vụ đến hạn đều kết thúc điều tra đúng thời hạn
        5-17 tiếp nhận, xử lý {n} tin báo, tố giác về tội phạm
        88-100 tỷ lệ giải quyết tin báo đạt {n} %
        1-4 phối hợp bắt, vận động {n} đối tượng ra đầu thú
        2-7 khám nghiệm {n} hiện trường, bảo đảm đúng trình tự
        4-15 lập {n} hồ sơ xử lý vi phạm hành chính
        1-3 phối hợp tổ chức {n} phiên tòa rút kinh nghiệm
        2-6 chuyển Viện kiểm sát {n} hồ sơ đề nghị truy tố
    """),
    works=[
        "tiếp nhận tin báo",
        "lập hồ sơ vụ án",
        "trực khám nghiệm",
        "lấy lời khai",
        "phối hợp với Viện kiểm sát",
    ],
    lacks=lines("""
        Hạn chế: còn hai tin báo phải gia hạn thời gian xác minh.
        Hạn chế: một hồ sơ bị trả để bổ sung thủ tục.
        Hạn chế: đăng ký, phân loại tin báo với Công an xã có nơi chậm.
        Hạn chế: án ma túy ở địa bàn giáp ranh giảm chưa rõ.
        Tồn tại về ký giáp lai hồ sơ nêu tháng trước đã khắc phục.
    """),
    away=[
        "trực khám nghiệm hiện trường",
        "lấy lời khai tại xã",
        "dự phiên tòa vụ án được giao",
        "xác minh ngoài tỉnh",
    ],
    matters=matters("""
        một số hồ sơ phải bổ sung vì thiếu dấu giáp lai | hồ sơ chuyển Viện kiểm sát còn sai sót nhỏ về thủ tục => cần soát theo bảng kê trước khi chuyển | đề nghị hai điều tra viên soát chéo | nên rút kinh nghiệm chung trong giao ban tuần
        lịch trực khám nghiệm cuối tuần còn dồn vào vài đồng chí | ca trực đêm thiếu cán bộ kỹ thuật => đề nghị chia lại để các đồng chí có con nhỏ đỡ trùng đêm | nên có người dự bị cho từng ca | cần công khai lịch trực từ đầu tháng
        án ma túy còn phức tạp ở địa bàn giáp ranh | đối tượng hay lợi dụng đường mòn, lối mở => đề nghị mở đợt cao điểm | cần trao đổi với Công an huyện bạn thường xuyên hơn | nên kết hợp bắt giữ với vận động gia đình, dòng họ
        nhiều đồng chí trẻ chưa dự phiên tòa vụ mình làm | khi ra tòa mới thấy chỗ hồ sơ chưa chặt => điều tra viên cần dự phiên tòa để rút kinh nghiệm | đề nghị mỗi quý chọn một vụ để phân tích chung | nên mời kiểm sát viên góp ý thẳng
        tin báo qua Công an xã chuyển lên còn chậm | có tin báo ghi chưa đủ thời gian, địa điểm => đề nghị phát mẫu sổ và hướng dẫn cách ghi | mỗi đồng chí phụ trách cụm xã đối chiếu hằng tuần | cần phản hồi kết quả cho xã biết
        lấy lời khai người chưa thành niên còn lúng túng | người chưa thành niên đến làm việc hay sợ, ít nói => cần chuẩn bị câu hỏi trước, nói chậm, dễ hiểu | đề nghị tập huấn riêng nội dung này | nên liên hệ trước với nhà trường, Đoàn Thanh niên
        người dân đến trình báo còn phải chờ | buổi trưa có lúc nơi tiếp nhận vắng người => phải luân phiên trực trưa | đề nghị đặt bảng tên và số điện thoại trực | tiếp nhận xong phải nói rõ ngày trả lời
        vật chứng chờ xử lý để lâu, kho chật | số vật chứng nhận trong quý tăng => đề nghị phối hợp Tòa án xử lý theo đợt | nên kiểm kê kho mỗi quý | giao nhận phải đủ hai chữ ký
        trộm cắp vặt ở bản có chiều hướng tăng | trâu bò thả rông bị mất khó truy tìm => đề nghị phối hợp bản vận động bà con trông giữ tài sản, gia súc | nên thông báo thủ đoạn để bà con phòng ngừa | cần xử lý nhanh vụ nhỏ để giữ lòng tin
        phối hợp với đội khác khi truy xét đã tốt | thông tin giữa trực ban và đội có lần đứt quãng => đề nghị thống nhất một đầu mối nhận tin | nên họp rút kinh nghiệm ngay sau mỗi vụ | đơn vị phối hợp tốt phải được nêu tên
        vi phạm về rừng, môi trường còn ít được phát hiện | khai thác lâm sản trái phép diễn biến theo mùa => cần nắm chắc địa bàn trước khi vào mùa | đề nghị phối hợp Kiểm lâm tuần tra | nên cử một đồng chí chuyên theo dõi
    """),
    tasks=matters("""
        Rà soát án tồn, phân loại, báo cáo hướng giải quyết từng vụ => đã báo cáo từng vụ, thống nhất hướng giải quyết | phân loại xong, hai vụ đã có kết luận
        Hoàn thành kết luận điều tra vụ án được giao => đã ký kết luận, chuyển Viện kiểm sát | hồ sơ đã chuyển, không phải bổ sung
        Phối hợp Công an các xã đối chiếu tin báo còn tồn => đối chiếu xong, số liệu khớp | đã đối chiếu, bổ sung hai tin ghi sót
        Kiểm tra, bổ sung sổ tiếp nhận tin báo, tố giác => sổ đã bổ sung đủ cột, đủ chữ ký | kiểm tra xong, nhắc một ca ghi chậm
        Xây dựng chuyên đề rút kinh nghiệm về lấy lời khai người chưa thành niên => chuyên đề đã trình bày tại giao ban | đã viết xong, chi bộ góp ý một lượt
        Trao đổi với Viện kiểm sát về các vụ còn vướng chứng cứ => đã họp liên ngành, thống nhất hai vụ | có biên bản trao đổi từng vụ
        Kèm cặp hai đồng chí mới về làm hồ sơ độc lập => hai đồng chí đã tự làm được hồ sơ đơn giản | đã kèm xong một vụ, có nhận xét
        Kiểm kê kho vật chứng, đề nghị xử lý vật chứng đã có hiệu lực => kiểm kê đủ, đã gửi văn bản sang Tòa án | đã bàn giao bớt một phần, kho gọn
        Khảo sát địa bàn giáp ranh, trao đổi với Công an huyện bạn => đã khảo sát, ký biên bản phối hợp | trao đổi xong, thống nhất cách báo tin
        Lập danh sách đối tượng truy nã còn ngoài xã hội, phân công vận động => đã phân công, vận động được một trường hợp ra đầu thú | danh sách đã rà soát, phân công đủ
        Chuẩn bị số liệu tội phạm tháng {month} phục vụ sơ kết => số liệu khớp với Viện kiểm sát | đã gửi Đội Tổng hợp
    """),
    lapses=matters("""
        tự nhận chậm kết luận một vụ được giao | tự nhận xác minh tin báo có lúc chưa khẩn trương => xin nhận trách nhiệm, hoàn thành ngay trong tháng | sẽ lập lịch từng bước và báo cáo tuần | mong được kiểm tra sát hơn
        tự nhận hồ sơ còn thiếu chữ ký phải bổ sung | tự nhận viết biên bản còn tẩy xóa => sẽ dùng bảng kê soát trước khi đóng tập | hứa viết lại ngay tại chỗ khi sai | xin rút kinh nghiệm sâu sắc
        tự nhận khi lấy lời khai còn nóng | tự nhận giải thích cho người trình báo chưa kỹ => xin sửa ngay, giữ lễ tiết của người cán bộ | hứa nghe hết rồi mới hỏi | nhờ đồng chí cùng ca nhắc nhở
        tự nhận nghiên cứu quy định mới về tố tụng chưa kịp thời | tự nhận còn phải hỏi lại những điều đã có trong quy định => sẽ tự học mỗi tuần hai buổi | xin dự phiên tòa gần nhất để học thêm | hứa trình bày lại cho tổ cùng học
        tự nhận một lần đổi ca trực khám nghiệm mà báo muộn | tự nhận một lần đến ca trực muộn => từ nay có việc phải báo trực chỉ huy trước một ngày | sẽ có mặt trước giờ giao ca | xin nhận phê bình của chi bộ
    """),
)
