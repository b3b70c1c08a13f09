"""What each cell's people work on: results with a number, tasks to give, remarks in discussion."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """`results` carry {n}, a number from `low` to `high` told with each."""

    results: list[tuple[str, int, int]]
    tasks: list[str]
    remarks: list[str]


FIELDS = {
    "TH": Field(
        [
            ("tham mưu ban hành {n} văn bản chỉ đạo, không văn bản nào chậm", 9, 26),
            ("tiếp nhận, chuyển xử lý {n} đơn thư đúng hạn", 3, 14),
            ("bảo đảm {n} lượt xe công tác an toàn", 40, 95),
            ("tổng hợp {n} báo cáo định kỳ, báo cáo nhanh gửi cấp trên", 12, 30),
            ("cập nhật {n} hồ sơ cán bộ, thi đua, chính sách", 6, 22),
            ("kiểm tra điều lệnh {n} buổi, nhắc nhở tại chỗ", 4, 9),
        ],
        [
            "Rà soát, bổ sung quy chế trực ban, trực chỉ huy của cơ quan.",
            "Dự thảo báo cáo sơ kết công tác trình lãnh đạo trước thời hạn 3 ngày.",
            "Kiểm kê tài sản, phương tiện; đề xuất sửa chữa xe công tác.",
            "Lập danh sách đề nghị nâng lương, thăng cấp bậc hàm đúng hạn.",
            "Sắp xếp lại kho lưu trữ, lập mục lục hồ sơ năm trước.",
            "Chuẩn bị hậu cần cho đợt cao điểm: xăng xe, ăn trực, thuốc y tế.",
            "Hoàn thành sổ theo dõi đảng phí, đối chiếu với Huyện ủy.",
        ],
        [
            "báo cáo của các đội gửi về còn chậm, đề nghị thống nhất giờ chốt số liệu là 15 giờ",
            "việc trực ban ban đêm có lúc ghi sổ còn sơ sài, cần kiểm tra thường xuyên hơn",
            "nên giao mỗi đồng chí theo dõi hai xã để nắm tình hình sâu hơn",
            "văn bản đi cần soát lỗi chính tả trước khi trình ký, tháng qua phải in lại hai lần",
            "đề nghị bố trí thêm một buổi tập huấn soạn thảo văn bản cho các đồng chí mới về",
        ],
    ),
    "AN": Field(
        [
            ("nắm tình hình {n} lượt thôn, bản", 12, 34),
            ("hướng dẫn {n} cơ quan, trường học tự kiểm tra công tác bảo vệ bí mật nhà nước", 2, 7),
            ("tổ chức {n} buổi tuyên truyền ở bản vùng sâu", 3, 11),
            (
                "tham mưu giải quyết ổn định {n} vụ việc tranh chấp đất đai từ khi mới nảy sinh",
                1,
                4,
            ),
            ("thẩm tra {n} hồ sơ chính trị phục vụ tuyển dụng, kết nạp Đảng", 5, 19),
            ("gặp gỡ, vận động {n} lượt người có uy tín", 6, 20),
        ],
        [
            "Xây dựng kế hoạch nắm tình hình dịp lễ, phân công theo cụm xã.",
            "Rà soát danh sách người có uy tín, đề xuất thăm hỏi.",
            "Kiểm tra việc quản lý tài liệu mật ở hai đơn vị đã hẹn.",
            "Hoàn thiện hồ sơ thẩm tra chính trị còn tồn.",
            "Phối hợp Mặt trận, Đoàn thanh niên tổ chức buổi tuyên truyền ở bản.",
            "Viết tài liệu tuyên truyền song ngữ, in phát cho trưởng bản.",
        ],
        [
            "đường vào bản mùa mưa đi lại khó, đề nghị ở lại bản hai ngày thay vì đi về trong ngày",
            "cần học thêm tiếng Mông để nói chuyện với bà con, không qua phiên dịch",
            "tài liệu tuyên truyền còn dài, nên rút gọn thành một trang dễ nhớ",
            "phối hợp với cấp ủy xã đã tốt hơn, nhưng trao đổi tin còn chậm",
            "sau mỗi chuyến công tác cần báo cáo ngay trong ngày, không dồn cuối tuần",
        ],
    ),
    "ĐT": Field(
        [
            ("khởi tố {n} vụ, kết thúc điều tra chuyển Viện kiểm sát đúng hạn", 2, 8),
            ("tiếp nhận, xử lý {n} tin báo, tố giác về tội phạm", 5, 17),
            ("tỷ lệ giải quyết tin báo đạt {n} %", 88, 100),
            ("phối hợp bắt, vận động {n} đối tượng ra đầu thú", 1, 4),
            ("khám nghiệm {n} hiện trường, bảo đảm đúng trình tự", 2, 7),
            ("lập {n} hồ sơ xử lý vi phạm hành chính", 4, 15),
        ],
        [
            "Rà soát án tồn, phân loại, báo cáo hướng giải quyết từng vụ.",
            "Hoàn thành kết luận điều tra vụ án được giao trước hạn tố tụng 5 ngày.",
            "Phối hợp Công an các xã đối chiếu tin báo còn tồn.",
            "Kiểm tra, bổ sung sổ tiếp nhận tin báo, tố giác.",
            "Xây dựng chuyên đề rút kinh nghiệm về lấy lời khai người chưa thành niên.",
            "Trao đổi với Viện kiểm sát về các vụ còn vướng chứng cứ.",
            "Kèm cặp hai đồng chí mới về làm hồ sơ độc lập.",
        ],
        [
            "một số hồ sơ phải trả bổ sung vì thiếu dấu giáp lai, cần soát kỹ trước khi chuyển",
            "lịch trực khám nghiệm nên chia lại để các đồng chí có con nhỏ đỡ trùng đêm cuối tuần",
            "án ma túy còn tăng ở địa bàn giáp ranh, đề nghị mở đợt cao điểm",
            "điều tra viên cần dự phiên tòa các vụ mình làm để rút kinh nghiệm",
            "việc chậm kết luận một vụ trong tháng có phần lỗi của bản thân, xin nhận và sửa",
        ],
    ),
    "QLHC": Field(
        [
            ("cấp {n} thẻ, giấy tờ tùy thân, trả đúng hẹn", 110, 320),
            ("giải quyết {n} hồ sơ đăng ký cư trú", 60, 190),
            ("tiếp nhận {n} khẩu vũ khí thô sơ, súng tự chế do người dân giao nộp", 1, 12),
            ("kiểm tra {n} cơ sở kinh doanh có điều kiện", 3, 12),
            ("tổ chức {n} lượt làm thủ tục lưu động tại xã", 1, 4),
            ("hướng dẫn {n} lượt người làm thủ tục, không có đơn thư phản ánh", 150, 400),
        ],
        [
            "Lập lịch làm thủ tục lưu động ở ba bản xa, báo trước với trưởng bản.",
            "Đối chiếu sổ hộ khẩu với số liệu Công an xã.",
            "Niêm yết lại thủ tục, phí, thời hạn ở nơi tiếp dân.",
            "Kiểm tra các cơ sở lưu trú, cầm đồ theo kế hoạch.",
            "Vận động giao nộp vũ khí, vật liệu nổ, công cụ hỗ trợ ở hai xã.",
            "Mở hòm thư góp ý, tổng hợp ý kiến cuối tháng.",
        ],
        [
            "buổi chiều thứ Sáu dân đến đông, đề nghị bố trí thêm một đồng chí tiếp nhận",
            "nên viết giấy hẹn rõ giờ, tránh để bà con ở bản xa phải đi lại hai lần",
            "máy in ở nơi tiếp dân hay hỏng, đề nghị sửa dứt điểm",
            "thái độ tiếp dân đã tốt, nhưng giải thích còn nhanh, người già chưa kịp hiểu",
            "làm lưu động ở bản được bà con ủng hộ, nên làm mỗi tháng một lần",
        ],
    ),
    "GTTT": Field(
        [
            ("tuần tra, kiểm soát {n} ca", 38, 82),
            ("xử lý {n} trường hợp vi phạm trật tự, an toàn giao thông", 70, 210),
            ("tuyên truyền luật giao thông cho {n} lượt học sinh", 180, 900),
            ("giải tỏa {n} điểm lấn chiếm lòng đường, vỉa hè", 2, 9),
            ("đăng ký {n} xe mô tô, ô tô", 45, 160),
            ("phối hợp cứu nạn {n} vụ, không để ùn tắc", 1, 4),
        ],
        [
            "Xây dựng kế hoạch tuần tra các tối cuối tuần trên quốc lộ qua thị trấn.",
            "Tổ chức ký cam kết không điều khiển xe khi chưa đủ tuổi ở hai trường.",
            "Khảo sát điểm đen, kiến nghị cắm biển cảnh báo.",
            "Rà soát phương tiện tạm giữ quá hạn, làm thủ tục xử lý.",
            "Kiểm tra việc ghi hình ca tuần tra, lưu trữ đúng quy định.",
            "Phối hợp Công an thị trấn lập lại trật tự khu vực chợ.",
        ],
        [
            "học sinh đi xe máy điện không đội mũ còn nhiều, nên làm việc với nhà trường và phụ huynh",
            "ca đêm cuối tuần cần đủ ba đồng chí, tháng qua có ca chỉ hai người",
            "khi xử lý vi phạm phải giải thích trước, lập biên bản sau, giữ đúng lễ tiết",
            "điểm cua gần cầu mùa mưa trơn, đề nghị cắm thêm biển",
            "xin nhận khuyết điểm về một biên bản viết sai ngày, đã sửa trong ngày",
        ],
    ),
    "CATT": Field(
        [
            ("tuần tra {n} buổi tối ở các tổ dân phố", 14, 30),
            ("hòa giải thành {n} vụ mâu thuẫn trong Nhân dân", 2, 7),
            ("kiểm tra cư trú {n} lượt hộ, nhà trọ", 25, 80),
            ("phối hợp tổ dân phố tổ chức {n} buổi họp an ninh", 2, 8),
            ("tiếp {n} lượt công dân, giải quyết xong trong ngày", 35, 110),
            ("vận động {n} hộ ký cam kết phòng, chống cháy nổ", 18, 70),
        ],
        [
            "Rà soát hộ khẩu, tạm trú ở Tổ 4 và Tổ 12.",
            "Lập lịch tuần tra ba tối cuối tuần, ưu tiên khu vực chợ.",
            "Xây dựng kế hoạch “Ngày thứ Bảy tình nguyện” của quý.",
            "Họp với tổ trưởng dân phố thống nhất mô hình tự quản.",
            "Kiểm tra an toàn phòng cháy ở các hộ kinh doanh quanh chợ.",
            "Giúp đỡ quần chúng ưu tú hoàn thiện hồ sơ.",
            "Nắm nhân khẩu lao động ở công trường mới.",
        ],
        [
            "đề nghị phân công tuần tra ba tối cuối tuần, ưu tiên khu vực chợ",
            "nhất trí; kế hoạch tình nguyện chậm vì chờ ý kiến tổ dân phố",
            "dân ở Tổ 17 phản ánh đèn đường hỏng, cần báo thị trấn sửa",
            "buổi tiếp dân chiều thứ Hai đông, nên chia hai bàn",
            "dự sinh hoạt với chi bộ tổ dân phố giúp nắm việc sớm hơn nhiều",
        ],
    ),
    "THA": Field(
        [
            ("dẫn giải, áp giải {n} lượt bị can, bị cáo an toàn", 6, 24),
            ("bảo vệ {n} phiên tòa, trong đó có phiên lưu động", 3, 9),
            ("kiểm tra buồng giam {n} lượt, không để xảy ra vi phạm", 12, 30),
            ("gặp, nhắc nhở {n} người đang chấp hành án tại cộng đồng", 5, 18),
            ("khám, cấp thuốc cho {n} lượt người bị tạm giữ, tạm giam", 6, 25),
            ("bàn giao, tiếp nhận {n} hồ sơ thi hành án hình sự", 4, 14),
        ],
        [
            "Rà soát phương án bảo vệ Nhà tạm giữ, tập dượt một lần.",
            "Đối chiếu danh sách người chấp hành án treo với các xã.",
            "Kiểm tra hệ thống cửa, khóa, đèn chiếu sáng, báo cáo đề xuất sửa.",
            "Xây dựng lịch trực, bảo đảm hai người mỗi ca.",
            "Hoàn thiện hồ sơ đề nghị giảm thời hạn chấp hành án.",
            "Phối hợp Tòa án chuẩn bị phiên tòa lưu động.",
        ],
        [
            "ca trực đêm căng, đề nghị đổi ca 6 tiếng thay vì 8 tiếng",
            "giáo dục người chấp hành án ở cộng đồng cần có cấp ủy bản cùng tham gia",
            "việc ghi sổ giao ca có hôm chưa đủ chữ ký, cần nhắc trong chi bộ",
            "nên cử hai đồng chí đi học lớp hỗ trợ tư pháp của tỉnh",
            "phiên tòa lưu động ở xã có tác dụng tốt, đề nghị báo trước để bà con đến dự",
        ],
    ),
    "PT": Field(
        [
            ("củng cố {n} mô hình tự quản về an ninh, trật tự", 1, 5),
            ("tổ chức {n} buổi tuyên truyền pháp luật ở thôn, bản", 4, 14),
            ("tập huấn cho {n} lượt Công an viên, bảo vệ dân phố", 10, 60),
            ("hướng dẫn {n} cơ quan, trường học xây dựng quy chế an ninh, trật tự", 2, 6),
            ("vận động {n} hộ ký cam kết không vi phạm pháp luật", 30, 140),
            ("viết {n} tin, bài gương người tốt, việc tốt", 2, 7),
        ],
        [
            "Khảo sát, xây dựng mô hình “Camera an ninh” ở một tổ dân phố.",
            "Chuẩn bị nội dung Ngày hội Toàn dân bảo vệ an ninh Tổ quốc ở hai xã.",
            "Tập huấn nghiệp vụ cho Công an viên các bản được phân công.",
            "Tổng hợp ý kiến của các chi bộ thôn, bản nơi đồng chí tăng cường sinh hoạt.",
            "Rà soát, phân loại phong trào ở các xã, cơ quan, trường học.",
            "Biên soạn bài truyền thanh bằng tiếng Thái, tiếng Mông.",
        ],
        [
            "ở bản, sinh hoạt chi bộ vào buổi tối nên cần đi sớm, ở lại để nói chuyện với bà con",
            "mô hình nhiều nhưng có nơi còn hình thức, nên giữ ít mà thật",
            "bí thư chi bộ bản muốn được hướng dẫn ghi biên bản và ra nghị quyết ngắn gọn",
            "Công an viên mới thay, đề nghị tập huấn lại từ đầu quý",
            "bài truyền thanh bằng tiếng dân tộc được nghe nhiều, nên làm đều",
        ],
    ),
}
COMMITTEE_FIELD = Field(
    [
        ("các chi bộ duy trì sinh hoạt thường kỳ, tỷ lệ đảng viên dự họp đạt {n} %", 93, 98),
        ("ban hành {n} văn bản lãnh đạo, chỉ đạo", 3, 9),
        ("cử {n} lượt cấp ủy viên dự sinh hoạt với chi bộ", 5, 11),
        ("giải quyết {n} lượt hồ sơ chuyển sinh hoạt, kết nạp, công nhận", 1, 5),
    ],
    [
        "Chỉ đạo các chi bộ gửi lịch sinh hoạt tháng tới trước ngày 25.",
        "Dự thảo báo cáo công tác xây dựng Đảng gửi Huyện ủy.",
        "Kiểm tra việc ghi biên bản, sổ nghị quyết ở hai chi bộ.",
        "Rà soát nguồn quần chúng ưu tú, cử đi học lớp nhận thức về Đảng.",
        "Đôn đốc nộp đảng phí, đối chiếu danh sách đảng viên quý.",
    ],
    [
        "chất lượng sinh hoạt giữa các chi bộ chưa đều, cấp ủy viên phụ trách cần dự đủ và góp ý ngay",
        "nghị quyết của chi bộ nên ngắn, giao việc rõ người, rõ hạn",
        "nguồn phát triển đảng viên ở một số chi bộ còn mỏng, cần bồi dưỡng sớm",
        "đề nghị quan tâm đảng viên trẻ mới ra trường về nơi ăn ở, phân công người kèm",
        "việc gửi biên bản về Tổng hợp còn chậm, đề nghị chốt sau họp hai ngày",
    ],
)
