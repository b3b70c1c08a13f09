"""Chi bộ Giao thông – Trật tự: patrols, offences, registrations, schools, flood and market days."""

from reports.demo.words.shapes import Field, lines, matters, numbers

TRAFFIC = Field(
    results=numbers("""
        38-82 tuần tra, kiểm soát {n} ca
        70-210 xử lý {n} trường hợp vi phạm trật tự, an toàn giao thông
        180-600 tuyên truyền luật giao thông cho {n} lượt người
        2-9 giải tỏa {n} điểm lấn chiếm lòng đường, vỉa hè
        45-160 đăng ký {n} xe mô tô
        1-4 phối hợp cứu nạn {n} vụ, không để ùn tắc
        3-9 kiến nghị khắc phục {n} điểm mất an toàn trên các tuyến đường
        8-25 làm thủ tục trả {n} phương tiện hết thời hạn tạm giữ
    """),
    works=[
        "tuần tra, kiểm soát",
        "xử lý vi phạm",
        "đăng ký xe",
        "tuyên truyền luật giao thông",
        "trật tự đô thị",
    ],
    lacks=lines("""
        Hạn chế: có ca đêm cuối tuần chỉ bố trí được hai đồng chí.
        Hạn chế: vi phạm không đội mũ bảo hiểm ở đường liên bản giảm chậm.
        Hạn chế: bốn phương tiện tạm giữ quá hạn chưa xử lý xong.
        Hạn chế: lòng đường khu vực chợ bị lấn chiếm trở lại.
        Tồn tại về ghi biên bản nêu tháng trước đã khắc phục.
    """),
    away=[
        "tuần tra theo kế hoạch",
        "giải quyết va chạm giao thông trên quốc lộ",
        "trực bảo đảm giao thông",
        "tập huấn điều khiển giao thông tại Công an tỉnh",
    ],
    matters=matters("""
        thanh thiếu niên đi xe máy điện không đội mũ còn nhiều | nhóm thanh niên chạy xe nhanh trên đoạn đường mới => nên làm việc với gia đình và đoàn thể | đề nghị cắm một ca vào giờ cao điểm chiều | nhắc lần đầu, lần sau gửi thông báo về gia đình
        ca đêm cuối tuần có hôm chỉ hai người | tuần tra ban đêm trên quốc lộ còn mỏng => cần đủ ba đồng chí một ca | đề nghị phối hợp Công an thị trấn | nên dồn lực vào tối thứ Sáu, thứ Bảy
        còn đồng chí lập biên bản trước rồi mới giải thích | người vi phạm thắc mắc vì chưa rõ lỗi => phải chào, nói rõ lỗi, rồi mới lập biên bản | đề nghị xem lại vài đoạn ghi hình để rút kinh nghiệm | giữ đúng lễ tiết kể cả khi người dân nóng
        điểm cua gần cầu mùa mưa trơn | đoạn dốc vào thị trấn liên tiếp có va chạm => đề nghị cắm thêm biển cảnh báo | cần kiến nghị hạt quản lý đường bộ rải nhám | nên ghi vào sổ điểm đen, theo dõi hằng tháng
        xe chở quá tải chạy vào ban đêm | xe chở vật liệu làm rơi vãi đất đá => đề nghị tuần tra lệch giờ | nên làm việc với chủ doanh nghiệp, ký cam kết | xử lý nghiêm, không nhận lời xin
        uống rượu bia rồi điều khiển xe còn phổ biến sau đám cưới, lễ bản | người dân chưa quen việc kiểm tra nồng độ cồn => nên tuyên truyền trước, kiểm tra sau | đề nghị nhờ trưởng bản nhắc trong các cuộc vui | cần thêm máy đo và tập huấn cách dùng
        bãi tạm giữ phương tiện đã chật | xe tạm giữ lâu ngày hư hỏng => đề nghị làm thủ tục xử lý theo đợt | nên kiểm kê, dán phiếu từng xe | cần mái che cho khu để xe
        khu vực chợ lấn chiếm trở lại sau mỗi đợt ra quân | người bán hàng chưa có chỗ ổn định => nên phối hợp thị trấn kẻ vạch, xếp chỗ | đề nghị duy trì một ca sáng ở chợ phiên | vận động trước, xử lý sau, làm đều tay
        bà con ở bản xa ngại xuống huyện đăng ký xe | nhiều xe mua bán trao tay chưa sang tên => đề nghị làm đăng ký lưu động theo cụm xã | nên phát tờ hướng dẫn thủ tục | giải quyết trong ngày cho người ở xa
        người điều khiển xe chưa có giấy phép ở vùng cao còn nhiều | lớp học lái xe mô tô tổ chức xa => đề nghị phối hợp mở lớp tại xã | nên lập danh sách nhu cầu gửi Phòng Cảnh sát giao thông | cần tuyên truyền bằng tiếng dân tộc
        thiết bị ghi hình của tổ tuần tra hay hết pin | dữ liệu ghi hình lưu chưa đủ ngày => cần kiểm tra máy trước mỗi ca | đề nghị mua thêm thẻ nhớ | phân công một đồng chí quản lý dữ liệu
    """),
    tasks=matters("""
        Xây dựng kế hoạch tuần tra các tối cuối tuần tháng {month} trên quốc lộ qua thị trấn => kế hoạch đã thực hiện, không xảy ra tai nạn nghiêm trọng | tuần tra đủ các tối, xử lý một số trường hợp
        Tổ chức ký cam kết không giao xe cho người chưa đủ tuổi => đã ký cam kết ở các thôn, tổ dân phố được giao | ký xong, gửi danh sách cho xã theo dõi
        Khảo sát điểm đen, kiến nghị cắm biển cảnh báo => đã khảo sát, gửi kiến nghị kèm ảnh | hai điểm đã được cắm biển
        Rà soát phương tiện tạm giữ quá hạn, làm thủ tục xử lý => đã lập hồ sơ đề nghị tịch thu, thông báo tìm chủ | rà soát xong, trả được một số xe
        Kiểm tra việc ghi hình ca tuần tra, lưu trữ đúng quy định => dữ liệu đầy đủ, nhắc một ca quên đặt ngày giờ | đã kiểm tra, sắp xếp theo tháng
        Phối hợp Công an thị trấn lập lại trật tự khu vực chợ => đã ra quân hai buổi, lòng đường thông thoáng | đã kẻ vạch, xếp lại chỗ bán hàng
        Làm đăng ký xe lưu động tại một cụm xã => đã làm một ngày, bà con đến đông | đã tổ chức, trả biển số trong ngày
        Tổng hợp, phân tích nguyên nhân va chạm giao thông => đã báo cáo, đề xuất ba giải pháp | phân tích xong, chủ yếu do rượu bia và đường dốc
        Tập huấn quy trình tuần tra, kiểm soát cho tổ công tác => đã tập huấn, kiểm tra tay nghề từng đồng chí | tập huấn xong một buổi thực hành
        Làm việc với chủ xe chở vật liệu, ký cam kết không chở quá tải => các chủ xe đã ký cam kết | đã làm việc, một doanh nghiệp hẹn ký sau
        Kiểm kê bãi tạm giữ phương tiện, dán phiếu từng xe => kiểm kê đủ, khớp sổ | đã kiểm kê, sửa hai chỗ ghi nhầm biển số
    """),
    lapses=matters("""
        tự nhận một biên bản viết sai ngày | tự nhận lập biên bản còn chậm để người vi phạm chờ => đã sửa trong ngày và xin lỗi | sẽ đọc lại trước khi đưa ký | xin nhận khuyết điểm, không để tái diễn
        tự nhận có lúc to tiếng với người vi phạm | tự nhận quên chào trước khi làm việc => xin nhận phê bình, giữ đúng điều lệnh | hứa bình tĩnh, giải thích trước | đề nghị tổ trưởng ca nhắc ngay tại chỗ
        tự nhận đến muộn giờ ra ca | tự nhận một ca quên bật máy ghi hình => từ nay có mặt trước mười lăm phút | sẽ kiểm tra thiết bị khi nhận ca | xin nhận hình thức nhắc nhở
        tự nhận còn nể khi người quen xin bỏ qua lỗi | tự nhận xử lý chưa đều tay giữa các ca => hứa làm đúng, không phân biệt | nếu gặp người quen sẽ để đồng chí khác lập biên bản | xin chi bộ giám sát việc này
        tự nhận chậm làm thủ tục trả xe hết hạn tạm giữ | tự nhận sổ bãi xe ghi chưa kịp => sẽ soát sổ vào thứ Hai hằng tuần | đã làm xong các trường hợp tồn | xin rút kinh nghiệm
    """),
)
