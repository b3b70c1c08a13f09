"""Phrases every cell uses."""

AGREED = [
    "Thống nhất với báo cáo.",
    "Nhất trí đánh giá kết quả tháng qua, bổ sung ý kiến thảo luận.",
    "Biểu dương các đồng chí hoàn thành sớm; việc chậm phải xong trước kỳ họp sau.",
    "Thống nhất đánh giá: hoàn thành các chỉ tiêu đề ra.",
    "Nhất trí; giữ tiến độ, không để dồn việc cuối tháng.",
]
LACKS = [
    "Hạn chế: một số báo cáo gửi chậm một ngày.",
    "Hạn chế: việc ghi sổ nhật ký công tác chưa đều.",
    "Hạn chế: công tác nắm địa bàn ở hai bản xa chưa sâu.",
    "Hạn chế: phối hợp giữa các bộ phận có lúc chưa nhịp nhàng.",
    "Hạn chế: còn đồng chí đến họp muộn 5–10 phút.",
    "Hạn chế: học tập nghiệp vụ theo tuần chưa đủ buổi.",
    "Tồn tại tháng trước đã khắc phục.",
]
STUDY_REMARKS = [
    "liên hệ việc tiếp dân buổi chiều, nêu hai điều bản thân cần sửa",
    "đề nghị mỗi tháng chọn một việc cụ thể để làm theo, cuối tháng báo cáo",
    "nêu gương phải bắt đầu từ giờ giấc và lời hứa với dân",
    "bản thân đã đăng ký học thêm tiếng của đồng bào ở địa bàn, mỗi tuần hai buổi",
    "nên chọn gương người tốt ngay trong chi bộ để học, gần và dễ làm",
    "kể lại một câu chuyện về Bác, rút ra bài học về tiết kiệm thời gian của dân",
    "cần đưa nội dung này vào bản tự kiểm điểm cuối năm",
    "đảng viên trẻ nên được giao việc khó hơn để rèn luyện",
    "việc “Ngày thứ Bảy tình nguyện” cần làm thật, có địa chỉ cụ thể",
    "đề nghị đánh giá việc làm theo bằng kết quả công tác, không chỉ bằng bản viết tay",
]
SELF_CRITICISMS = [
    "tự nhận còn nóng khi giải quyết việc với người dân, hứa sửa ngay",
    "tự nhận hai lần đi làm muộn trong tháng, không có lý do chính đáng",
    "tự nhận việc nghiên cứu văn bản mới chưa kịp thời",
    "tự nhận chưa chủ động báo cáo khi việc chậm tiến độ",
    "tự nhận ghi chép sổ công tác còn sơ sài",
    "tự nhận ít phát biểu trong sinh hoạt, sẽ chuẩn bị ý kiến trước",
    "tự nhận chưa giúp đỡ đồng chí mới về như được phân công",
    "tự nhận để chồng hồ sơ cuối tuần, phải làm thêm giờ",
]
CRITICISMS = [
    "góp ý một số đồng chí còn dùng điện thoại trong giờ họp",
    "góp ý việc bàn giao ca trực cần ký sổ đầy đủ",
    "góp ý chi ủy nên thông báo lịch họp sớm hơn",
    "góp ý các đồng chí trẻ mạnh dạn nhận việc mới",
    "góp ý việc giữ gìn vệ sinh nơi làm việc chung",
]
PRAISE = [
    "Các đồng chí được góp ý tiếp thu, hứa khắc phục; không khí thẳng thắn, xây dựng.",
    "Việc tự phê bình có liên hệ cụ thể; chi bộ ghi nhận và theo dõi việc sửa chữa.",
    "Ý kiến phê bình đi vào việc, không nể nang; các đồng chí nghiêm túc tiếp thu.",
    "Chi bộ biểu dương tinh thần cầu thị, giao chi ủy nhắc lại ở kỳ sinh hoạt sau.",
]
RESULTS = [
    "Đã xong đúng hạn.",
    "Hoàn thành, đã báo cáo lãnh đạo.",
    "Xong, kết quả tốt.",
    "Đã làm xong, lưu hồ sơ.",
    "Hoàn thành trước hạn hai ngày.",
    "Xong; còn một kiến nghị đã chuyển cấp trên.",
]
CLOSINGS = [
    "Chủ trì kết luận: {body} đoàn kết, hoàn thành nhiệm vụ tháng; trọng tâm tới: {season}. Giao {tasks} việc cụ thể, có người và hạn.",
    "Chủ trì đánh giá cuộc họp có chuẩn bị, ý kiến sát việc. Yêu cầu tập trung {season}; {tasks} việc giao phải báo cáo ở kỳ họp sau.",
    "Thống nhất các nội dung đã thảo luận; giao {tasks} việc. Các đồng chí chấp hành nghiêm chế độ trực, tập trung {season}.",
    "Kết luận: giữ vững nền nếp sinh hoạt, nâng trách nhiệm nêu gương; thực hiện tốt {season}. Đã giao {tasks} việc kèm thời hạn.",
]
