"""Chi bộ Công an thị trấn: streets, lodgings, the market, self-managing groups."""

from reports.demo.words.shapes import Field, lines, matters, numbers

TOWN = Field(
    results=numbers("""
        14-30 tuần tra {n} buổi tối ở các tổ dân phố
        2-7 hòa giải thành {n} vụ mâu thuẫn trong Nhân dân
        25-80 kiểm tra cư trú {n} lượt hộ, nhà trọ
        2-8 phối hợp tổ dân phố tổ chức {n} buổi họp an ninh
        35-110 tiếp {n} lượt công dân, giải quyết xong trong ngày
        18-70 vận động {n} hộ ký cam kết phòng, chống cháy nổ
        3-10 xử lý {n} trường hợp vi phạm trật tự công cộng
        6-20 nắm, cập nhật {n} lượt nhân khẩu tạm trú
    """),
    works=["tuần tra địa bàn", "tiếp dân", "quản lý cư trú", "hòa giải", "phối hợp tổ dân phố"],
    lacks=lines("""
        Hạn chế: quản lý tạm trú ở khu công trường mới chưa kịp thời.
        Hạn chế: kế hoạch tình nguyện chậm một tuần vì chờ ý kiến tổ dân phố.
        Hạn chế: mất cắp vặt ở khu vực chợ còn xảy ra.
        Hạn chế: sinh hoạt của hai tổ tự quản chưa đều.
        Tồn tại về lịch tiếp dân nêu tháng trước đã khắc phục.
    """),
    away=["trực giải quyết việc ở tổ dân phố", "bảo đảm trật tự chợ phiên", "dự họp tổ dân phố"],
    matters=matters("""
        khu vực chợ tối cuối tuần còn lộn xộn | thanh niên tụ tập muộn quanh sân vận động => đề nghị phân công tuần tra ba tối cuối tuần | nên phối hợp dân phòng, đoàn viên cùng đi | gặp thì nhắc nhẹ trước, báo về gia đình
        một số đoạn đường ngõ thiếu đèn | cống rãnh tắc ở vài ngõ, người dân phản ánh nhiều lần => cần báo Ủy ban thị trấn sửa | đề nghị vận động bà con góp công | ghi vào sổ, tháng sau kiểm lại
        buổi tiếp dân chiều thứ Hai đông | người dân phải chờ xác nhận giấy tờ => nên chia hai bàn | đề nghị hẹn giờ với người ở tổ xa | việc xác nhận đơn giản thì làm ngay
        dự sinh hoạt với chi bộ tổ dân phố giúp nắm việc sớm | tổ trưởng dân phố là nơi biết việc trước nhất => nên duy trì mỗi tháng một lần | đề nghị mỗi đồng chí nhận hai tổ | cần trả lời ý kiến của tổ ở kỳ họp sau
        nhà trọ, phòng cho thuê tăng nhanh | công nhân công trường thay đổi theo tuần => cần rà soát tạm trú hằng tuần | đề nghị chủ trọ ký cam kết báo trong ngày | nên đến vào buổi tối khi người thuê có nhà
        mâu thuẫn nhỏ giữa các hộ liền kề hay kéo dài | chuyện ranh giới đất, nước thải dễ thành to tiếng => nên hòa giải ngay tại tổ | đề nghị mời người có uy tín cùng nói | ghi biên bản hòa giải, hẹn ngày xem lại
        hộ kinh doanh quanh chợ để hàng sát ổ điện | bình chữa cháy ở chợ nhiều cái hết hạn => đề nghị kiểm tra cùng ban quản lý chợ | nên tổ chức một buổi tập chữa cháy | vận động mỗi hộ có một bình
        tổ tự quản có nơi còn hình thức | mô hình tự quản ở hai tổ hoạt động tốt => nên mời tổ làm tốt nói cách làm | đề nghị hỗ trợ đèn pin, băng đỏ | sơ kết nhỏ ngay tại tổ, khen kịp thời
        trẻ em tụ tập chơi điện tử quá giờ | quán điện tử có nơi mở khuya => nên trao đổi với nhà trường và gia đình | đề nghị nhắc chủ quán về giờ mở cửa | cần làm nhẹ nhàng, tránh để các cháu mặc cảm
        loa truyền thanh phát tin an ninh được bà con nghe | tin nhắc mất cắp đến dân còn chậm => đề nghị viết tin ngắn, phát hai lần một tuần | nên nói bằng cả tiếng Thái | phân công một đồng chí viết hằng tuần
        chó thả rông, xe để ngoài cổng ban đêm là hai chuyện dân phàn nàn nhiều | một số hộ chưa có thói quen khóa xe => nên nhắc từng nhà khi tuần tra | đề nghị đưa vào quy ước tổ dân phố | phát tờ nhắc năm việc phòng trộm
        đồng chí phụ trách tổ nghỉ thì việc bị gián đoạn | sổ theo dõi tổ của mỗi người ghi một kiểu => đề nghị có người thay thế từng tổ | nên thống nhất mẫu sổ | bàn giao bằng văn bản, có tổ trưởng biết
    """),
    tasks=matters("""
        Rà soát hộ khẩu, tạm trú ở hai tổ dân phố được giao => đã rà soát xong, cập nhật sổ | rà soát đủ, phát hiện một số trường hợp chưa khai báo và đã hướng dẫn
        Lập lịch tuần tra ba tối cuối tuần tháng {month}, ưu tiên khu vực chợ => lịch đã thực hiện đủ | tuần tra đủ các tối, không xảy ra mất trật tự
        Xây dựng kế hoạch “Ngày thứ Bảy tình nguyện” của quý => đã làm một buổi dọn vệ sinh, khơi cống | kế hoạch được duyệt, các tổ đăng ký việc
        Họp với tổ trưởng dân phố thống nhất mô hình tự quản => đã họp, thống nhất quy ước | họp xong, hai tổ đăng ký làm điểm
        Kiểm tra an toàn phòng cháy ở các hộ kinh doanh quanh chợ => đã kiểm tra, lập danh sách hộ thiếu bình | kiểm tra xong, nhắc nhở và hẹn ngày xem lại
        Giúp đỡ quần chúng ưu tú hoàn thiện hồ sơ => hồ sơ đã đủ giấy tờ, trình chi ủy | đã hướng dẫn viết lại lý lịch
        Nắm nhân khẩu lao động ở công trường mới => đã lập danh sách, chủ thầu ký cam kết | đã đăng ký tạm trú cho số lao động đến
        Viết tin an ninh phát trên loa truyền thanh thị trấn => đã phát đủ các buổi | viết được bốn tin, có bản tiếng Thái
        Kiểm tra nhà trọ, phòng cho thuê vào buổi tối => đã kiểm tra, nhắc ba chủ trọ | kiểm tra đủ, không phát hiện vi phạm lớn
        Báo Ủy ban thị trấn các điểm đèn đường, cống rãnh cần sửa => đã gửi danh sách, thị trấn nhận sửa | hai điểm đã sửa, các điểm khác chờ kinh phí
        Soát lại sổ theo dõi tổ dân phố, thống nhất một mẫu => đã thống nhất mẫu, bàn giao đủ | các đồng chí đã chép sang mẫu mới
    """),
    lapses=matters("""
        tự nhận còn nóng khi giải quyết việc với người dân | tự nhận tiếp dân có buổi trả lời cụt => hứa sửa ngay, nghe hết rồi mới nói | đã gặp lại người dân để giải thích | xin các đồng chí trực cùng nhắc nhở
        tự nhận hai buổi tuần tra về sớm | tự nhận đi tuần tra còn đi một tuyến quen => xin nhận khuyết điểm, đi đủ giờ đủ tuyến | hứa làm đúng lịch đã phân | hứa ghi sổ tuần tra ngay trong đêm
        tự nhận chưa đến họp với tổ dân phố mình phụ trách | tự nhận chậm trả lời ý kiến của tổ trưởng => sẽ dự đủ từ tháng này | đã hẹn gặp tổ trưởng trong tuần | xin nhận thiếu sót trước chi bộ
        tự nhận cập nhật sổ tạm trú chậm | tự nhận để sót một phòng trọ chưa kiểm tra => sẽ làm xong trước cuối tuần | từ nay đối chiếu với chủ trọ mỗi thứ Năm | xin rút kinh nghiệm
        tự nhận hòa giải một vụ chưa đến nơi đến chốn | tự nhận ghi biên bản hòa giải còn sơ sài => sẽ quay lại cùng tổ trưởng | hứa ghi rõ điều hai bên đã hứa | mong chi bộ góp thêm cách làm
    """),
)
