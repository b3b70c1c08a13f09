"""Chi bộ Quản lý hành chính: identity papers, residence, arms, conditional trades, one-stop desk."""

from reports.demo.words.shapes import Field, lines, matters, numbers

ADMINISTRATION = Field(
    results=numbers("""
        110-320 cấp {n} giấy chứng minh nhân dân, trả đúng hẹn
        60-190 giải quyết {n} hồ sơ đăng ký cư trú
        1-12 tiếp nhận {n} khẩu vũ khí thô sơ, súng tự chế do người dân giao nộp
        3-12 kiểm tra {n} cơ sở kinh doanh có điều kiện
        1-4 tổ chức {n} lượt làm thủ tục lưu động tại xã
        150-400 hướng dẫn {n} lượt người làm thủ tục, không có đơn thư phản ánh
        2-6 kiểm tra an toàn phòng cháy, chữa cháy {n} cơ sở
        20-60 xác minh, trả lời {n} yêu cầu tra cứu cư trú của cơ quan khác
    """),
    works=[
        "tiếp dân",
        "cấp chứng minh nhân dân",
        "đăng ký cư trú",
        "quản lý ngành nghề có điều kiện",
        "vận động giao nộp vũ khí",
    ],
    lacks=lines("""
        Hạn chế: còn 05 hồ sơ trả chậm so với giấy hẹn do mất điện.
        Hạn chế: buổi chiều thứ Sáu người dân còn phải chờ lâu.
        Hạn chế: đối chiếu hộ khẩu với Công an hai xã chưa xong.
        Hạn chế: kiểm tra cơ sở kinh doanh có điều kiện mới đạt ba phần tư kế hoạch.
        Tồn tại về viết giấy hẹn nêu tháng trước đã khắc phục.
    """),
    away=[
        "làm thủ tục lưu động tại xã",
        "kiểm tra cơ sở kinh doanh có điều kiện",
        "trả hồ sơ tại Công an tỉnh",
    ],
    matters=matters("""
        buổi chiều thứ Sáu dân đến đông | ngày chợ phiên nơi tiếp dân quá tải => đề nghị bố trí thêm một đồng chí tiếp nhận | nên phát số thứ tự theo loại việc | việc đơn giản thì giải quyết ngay, không hẹn
        giấy hẹn có khi chỉ ghi ngày, không ghi giờ | bà con ở bản xa phải đi lại hai lần => nên viết rõ giờ, rõ giấy tờ cần mang | đề nghị gọi điện báo khi có kết quả | nên gửi kết quả qua Công an xã cho người già yếu
        máy in ở nơi tiếp dân hay hỏng | máy ảnh, phông chụp đã cũ => đề nghị sửa dứt điểm hoặc thay mới | nên có máy dự phòng mượn của đội khác | hỏng lúc nào báo ngay lúc đó, đừng để dân chờ
        thái độ tiếp dân đã tốt, nhưng giải thích còn nhanh | người già, người không thạo tiếng phổ thông chưa kịp hiểu => đề nghị bố trí người biết tiếng dân tộc ở bàn số 1 | nên có tờ hướng dẫn bằng hình | nói chậm, hỏi lại xem bà con đã rõ chưa
        làm lưu động ở bản được bà con ủng hộ | có bản cách trung tâm gần bốn mươi cây số => nên làm mỗi tháng một lần | đề nghị báo lịch trước mười ngày qua loa xã | cần mang theo máy phát điện nhỏ
        số liệu hộ khẩu của huyện và xã còn lệch | tách, nhập hộ sau khi cưới khai báo chậm => đề nghị đối chiếu mỗi quý với từng xã | nên nhắc bà con trong các buổi họp bản | phân công mỗi đồng chí theo dõi hai xã đến khi khớp
        cơ sở cầm đồ, nhà nghỉ tăng | có cơ sở chưa báo lưu trú qua đêm => nên kiểm tra kết hợp hướng dẫn | đề nghị ký cam kết lại từ đầu năm | kiểm tra đột xuất vào cuối tuần
        bà con vẫn giữ súng tự chế để đi rừng | vận động giao nộp vũ khí ở bản xa kết quả thấp => nên nhờ trưởng bản, trưởng dòng họ cùng nói | đề nghị làm vào lúc nông nhàn | cần biểu dương ngay hộ tự giác giao nộp
        hồ sơ lưu xếp chưa khoa học | tìm tờ khai cũ mất thời gian => đề nghị đánh số lại theo xã, theo năm | nên dành sáng thứ Bảy đầu tháng sắp xếp kho | phải lập phiếu mượn khi lấy hồ sơ ra
        hòm thư góp ý ít người dùng | người dân còn ngại góp ý trực tiếp => nên mở hòm thư hằng tuần, trả lời công khai | đề nghị hỏi ý kiến ngay khi trả kết quả | chi bộ cử một đảng viên theo dõi ý kiến
        thủ tục niêm yết có tờ đã cũ | một số bà con chưa biết lệ phí được miễn => cần thay bảng niêm yết, chữ to hơn | đề nghị đọc trên loa truyền thanh xã | người tiếp nhận phải nói rõ ngay từ đầu
        phiếu khai của các hộ gửi về còn thiếu mục | sổ sách cư trú ở xã ghi nhiều kiểu => đề nghị hướng dẫn Công an viên ghi thống nhất | nên soát ngay tại bàn nhận, sai thì sửa luôn | cần có bảng theo dõi tiến độ từng xã
    """),
    tasks=matters("""
        Lập lịch làm thủ tục lưu động ở ba bản xa, báo trước với trưởng bản => đã làm đủ ba bản, bà con phấn khởi | làm xong hai bản, một bản lùi vì mưa, đã làm bù
        Đối chiếu sổ hộ khẩu với số liệu Công an xã => số liệu đã khớp, ký xác nhận | đối chiếu xong, sửa một số trường hợp ghi trùng
        Niêm yết lại thủ tục, phí, thời hạn ở nơi tiếp dân => bảng mới đã treo, chữ to dễ đọc | đã thay toàn bộ tờ cũ
        Kiểm tra các cơ sở lưu trú, cầm đồ theo kế hoạch tháng {month} => đã kiểm tra, nhắc nhở một cơ sở | kiểm tra đủ, lập biên bản từng nơi
        Vận động giao nộp vũ khí, vật liệu nổ, công cụ hỗ trợ ở hai xã => đã tổ chức ở hai xã, có người giao nộp ngay | vận động xong, lập biên bản tiếp nhận
        Mở hòm thư góp ý, tổng hợp ý kiến cuối tháng => đã tổng hợp, trả lời công khai ở bảng tin | không có ý kiến chê trách, hai ý kiến đề nghị thêm ghế chờ
        Sắp xếp lại kho tàng thư, đánh số theo xã => xong phần hồ sơ các xã phía bắc | đã đánh số xong, tìm hồ sơ nhanh hơn
        Hướng dẫn Công an viên ghi sổ đăng ký tạm trú, tạm vắng => đã hướng dẫn theo cụm, phát mẫu | các xã đã ghi theo mẫu mới
        Kiểm tra an toàn phòng cháy ở chợ và các cơ sở đông người => đã kiểm tra, kiến nghị bổ sung bình chữa cháy | có biên bản, ban quản lý chợ đã khắc phục
        Phân công trực trưa ngày chợ phiên ở nơi tiếp dân => lịch trực đã thực hiện, không để dân chờ | đã phân công theo tuần, công khai
        Rà soát trường hợp đến tuổi cấp chứng minh nhân dân ở các trường => đã lập danh sách theo trường | rà soát xong, hẹn ngày làm lưu động
    """),
    lapses=matters("""
        tự nhận có lúc giải thích cho dân còn nhanh | tự nhận một lần để người dân chờ mà không báo lý do => đã xin lỗi, từ nay nói rõ giờ hẹn | hứa hỏi lại xem bà con đã hiểu chưa | xin các đồng chí ngồi cùng bàn nhắc nhở
        tự nhận viết sai một giấy hẹn | tự nhận nhập nhầm thông tin phải làm lại hồ sơ => đã mang kết quả đến tận nhà cho người dân | sẽ đọc lại cho người khai nghe trước khi ký | xin nhận lỗi, không để lặp lại
        tự nhận kiểm tra cơ sở kinh doanh chưa đủ kế hoạch | tự nhận còn nể khi nhắc chủ cơ sở quen biết => sẽ kiểm tra lại các cơ sở ấy trong tháng | hứa làm đúng quy định với mọi cơ sở | xin chi bộ giám sát
        tự nhận đến bàn tiếp dân muộn mười phút hai lần | tự nhận nghỉ trưa quá giờ một buổi => không có lý do chính đáng, xin nhận khuyết điểm | hứa có mặt trước giờ mười phút | xin chịu trách nhiệm trong xếp loại tháng
        tự nhận để hồ sơ cho mượn quá hạn chưa đòi | tự nhận cho mượn hồ sơ mà quên lập phiếu => đã thu hồi đủ, sẽ lập phiếu từng lần | dành chiều thứ Năm để soát sổ mượn | xin rút kinh nghiệm
    """),
)
