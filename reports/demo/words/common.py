"""What every body says: patterns of minutes, lapses by a person's place, what is said on study."""

from reports.demo.words.shapes import lines, matters

# --- opening and the month's work ---------------------------------------------------------------

OPENINGS = lines("""
    Đồng chí {chair} nêu lý do cuộc họp, thông qua chương trình; {body} nhất trí và cử đồng chí {clerk} làm thư ký. Có mặt {present}/{all} đồng chí.
    Sau phần ổn định tổ chức, đồng chí {chair} thông báo nội dung, chương trình. Điểm danh có mặt {present}/{all}; đồng chí {clerk} được cử ghi biên bản.
    Đồng chí {chair} điểm danh ({present}/{all} có mặt), báo cáo chương trình đã gửi trước. Không ai đề nghị thêm nội dung. Thư ký: đồng chí {clerk}.
    Mở đầu, đồng chí {chair} kiểm tra việc nộp đảng phí và sổ ghi chép của từng đồng chí, rồi thông qua chương trình. {body} cử đồng chí {clerk} làm thư ký; có mặt {present}/{all}.
    Đồng chí {chair} điều hành, nêu các nội dung cần bàn kỹ trong kỳ này. Cuộc họp đủ điều kiện tiến hành: có mặt {present}/{all} đồng chí; thư ký là đồng chí {clerk}.
""")
ATTENDED = lines("""
    Đồng chí {names}, cấp ủy viên phụ trách, cùng dự.
    Dự và theo dõi cuộc họp có đồng chí {names}, cấp ủy viên phụ trách chi bộ.
    Chi bộ chào mừng đồng chí {names}, cấp ủy viên được phân công, đến dự.
""")
DIRECTIONS = lines("""
    Nhiệm vụ tháng {month}: giữ nền nếp việc {a} và {b}; trọng tâm là {focus}.
    Tháng {month} cần làm tốt ba việc: {a}; {b}; {focus}.
    Chủ trì nêu dự kiến tháng {month}: {focus}; các mặt {a}, {b} tiếp tục như đã phân công.
    Dự kiến nhiệm vụ tháng {month} gồm {focus}; đẩy mạnh {a}; không lơi {b}.
    Tháng {month} có nhiều việc, trước hết là {focus}; sau đó đến {a} và {b}.
""")
AGREED = lines("""
    Thống nhất đánh giá tháng qua. Trọng tâm tháng {month}: {focus}.
    Nhất trí với báo cáo và các ý kiến bổ sung; tháng {month} dồn sức vào {focus}.
    Các nhiệm vụ tháng qua cơ bản hoàn thành; việc chậm phải xong trước kỳ họp sau. Tháng {month} tập trung vào {focus}.
    Tiếp thu ý kiến thảo luận, giao chi ủy bổ sung vào nghị quyết; trọng tâm tháng {month} là {focus}.
    Biểu dương các đồng chí hoàn thành sớm việc được giao. Tháng {month} ưu tiên {focus}.
    Nhất trí; giữ tiến độ, không để dồn việc cuối tháng {month}, nhất là {focus}.
    Kết quả đạt yêu cầu, còn hai điểm phải sửa như ý kiến đã nêu. Phân công rõ người cho {focus} trong tháng {month}.
    Thống nhất: điều gì quyết được thì làm ngay trong tuần; tháng {month} lấy {focus} làm trọng tâm.
""")
COMMITTEE_AGREED = lines("""
    Đảng ủy thống nhất đánh giá tháng qua; tháng {month} lãnh đạo các chi bộ tập trung vào {focus}.
    Nhất trí với báo cáo. Các đồng chí ủy viên phụ trách đôn đốc chi bộ thực hiện {focus} trong tháng {month}.
    Ghi nhận cố gắng của các chi bộ; yêu cầu sửa ngay những việc còn chậm. Trọng tâm lãnh đạo tháng {month}: {focus}.
    Thống nhất các ý kiến của ủy viên; trong tháng {month} Đảng ủy chỉ đạo {focus} và kiểm tra hai chi bộ.
    Kết quả lãnh đạo tháng qua đạt yêu cầu; tháng {month} các chi bộ đưa {focus} vào nghị quyết.
    Đảng ủy giao bộ phận giúp việc thông báo kết luận tới các chi bộ; tháng {month} ưu tiên {focus}.
""")
CLOSINGS = lines("""
    Chi bộ đoàn kết, hoàn thành nhiệm vụ tháng; thời gian tới trọng tâm là {focus}. Giao {tasks} việc cụ thể, có người và hạn.
    Cuộc họp có chuẩn bị, ý kiến sát việc. Yêu cầu tập trung vào {focus}; {tasks} việc giao phải báo cáo ở kỳ họp sau.
    Thống nhất các nội dung đã thảo luận; giao {tasks} việc. Các đồng chí chấp hành nghiêm chế độ trực, chuẩn bị tốt cho {focus}.
    Giữ vững nền nếp sinh hoạt, nâng trách nhiệm nêu gương; trước mắt lo {focus}. Đã giao {tasks} việc kèm thời hạn.
    Chủ trì cảm ơn các ý kiến thẳng thắn; đề nghị mỗi đồng chí tự rà việc của mình, không để dồn. Việc gần nhất: {focus}; đã phân công {tasks} việc.
    Kết luận từng nội dung đã ghi ở trên. Chi ủy theo dõi {tasks} việc vừa giao, nhắc trước hạn ba ngày; sắp tới là {focus}.
    Không khí cuộc họp cởi mở, có phê bình, có tiếp thu. Tháng này làm chắc từng việc, ưu tiên {focus}. Giao {tasks} việc, người nhận việc đã rõ.
    Chủ trì nhắc ba điều: đúng giờ, đúng hẹn với dân, báo cáo thật. Trọng tâm sắp tới: {focus}; {tasks} việc đã giao.
    Nhất trí toàn bộ; việc còn ý kiến khác thì chi ủy báo cáo cấp ủy viên phụ trách. Tập trung chuẩn bị {focus}; giao {tasks} việc.
""")
COMMITTEE_CLOSINGS = lines("""
    Đảng ủy thống nhất các nội dung; giao {tasks} việc cho các đồng chí ủy viên. Trọng tâm lãnh đạo sắp tới: {focus}.
    Yêu cầu các đồng chí ủy viên truyền đạt kết luận tới chi bộ mình phụ trách trong ba ngày; tập trung cho {focus}. Đã phân công {tasks} việc.
    Chủ trì đánh giá Đảng ủy đoàn kết, làm việc đúng quy chế. Các chi bộ phải chủ động trong {focus}; {tasks} việc giao có thời hạn.
    Bộ phận giúp việc gửi thông báo kết luận trong hai ngày. Đảng ủy theo dõi {tasks} việc vừa giao và {focus}.
    Kết luận: giữ nguyên tắc tập trung dân chủ, ủy viên đi cơ sở nhiều hơn; lãnh đạo tốt {focus}. Giao {tasks} việc.
    Nhất trí nghị quyết tháng. Các ủy viên dự đủ kỳ sinh hoạt của chi bộ được phân công; chuẩn bị chu đáo cho {focus}; {tasks} việc báo cáo ở kỳ họp sau.
""")
ADOPTED = lines("""
    Nghị quyết được thông qua với {votes} đảng viên chính thức có mặt tán thành.
    Biểu quyết: {votes} đảng viên chính thức có mặt tán thành; không có ý kiến khác.
    {votes} đảng viên chính thức có mặt giơ tay tán thành nghị quyết; đảng viên dự bị không biểu quyết.
    Chi bộ thông qua nghị quyết, {votes} đảng viên chính thức có mặt nhất trí.
""")
COMMITTEE_ADOPTED = lines("""
    Nghị quyết được thông qua với {votes} ủy viên có mặt tán thành.
    Biểu quyết: {votes} ủy viên có mặt tán thành; không có ý kiến khác.
    Đảng ủy thông qua nghị quyết tháng, {votes} ủy viên có mặt nhất trí.
""")
RESOLVED = lines("""
    Chi bộ thông qua nghị quyết tháng; thư ký gửi đến từng đảng viên.
    Ban hành nghị quyết như dự thảo đã góp ý; chi ủy theo dõi, báo cáo ở kỳ họp sau.
    Thống nhất ban hành nghị quyết tháng, phân công như dự thảo.
""")
COMMITTEE_RESOLVED = lines("""
    Đảng ủy thông qua nghị quyết tháng; gửi các chi bộ thực hiện.
    Thống nhất ban hành nghị quyết tháng; bộ phận giúp việc hoàn chỉnh văn bản.
""")
CHOSEN_ADMISSION = lines("""
    Đảng viên được phân công giúp đỡ báo cáo quá trình rèn luyện; chi bộ nhận xét ưu điểm về ý thức trách nhiệm, góp ý thêm về tính chủ động.
    Chi ủy đọc đơn, lý lịch và nhận xét của hai người giới thiệu; chi bộ thảo luận từng mặt.
    Chi bộ nghe báo cáo thẩm tra, ý kiến của chi đoàn và nơi cư trú; góp ý quần chúng cần mạnh dạn hơn trong công việc.
    Hai đảng viên giới thiệu trình bày nhận xét; các ý kiến đánh giá tốt về nền nếp, nhắc thêm việc tự học.
""")
CHOSEN_RECOGNITION = lines("""
    Đảng viên được phân công giúp đỡ nhận xét mười hai tháng dự bị; chi bộ thảo luận ưu điểm, hạn chế.
    Đồng chí dự bị đọc bản tự kiểm điểm; chi bộ góp ý về tác phong và việc tự học.
    Chi bộ nghe bản tự kiểm điểm, nhận xét của người giúp đỡ và của đoàn thể, rồi cho ý kiến từng mặt.
""")
CHOSEN_COMMITTEE = lines("""
    Bộ phận giúp việc báo cáo kết quả thẩm tra hồ sơ; nghị quyết của chi bộ và các nhận xét đầy đủ.
    Đồng chí ủy viên phụ trách chi bộ báo cáo; Đảng ủy trao đổi về lịch sử chính trị và quá trình phấn đấu.
    Đảng ủy xem xét hồ sơ, thấy đủ điều kiện, đúng thủ tục.
""")

# --- study --------------------------------------------------------------------------------------

PRESENTED = lines("""
    Quán triệt nội dung chính; yêu cầu: {heart}.
    Giới thiệu tinh thần chung, dừng lâu ở một yêu cầu: {heart}.
    Thông tin thời sự trong tháng; phần học tập nhấn mạnh: {heart}.
    Đọc và phân tích đoạn chính, liên hệ với đơn vị, rút ra điều cần làm: {heart}.
    Tóm tắt trong mười lăm phút, gợi ý thảo luận quanh yêu cầu: {heart}.
""")
STUDIED = lines("""
    Yêu cầu với mỗi đảng viên: {heart}; chi bộ kiểm tra vào kỳ sinh hoạt sau.
    Thống nhất nhận thức; từng đồng chí ghi vào sổ tay việc phải làm: {heart}.
    Chi ủy theo dõi việc thực hiện, ba tháng nhận xét một lần; điểm chính: {heart}.
    Khi nhận xét đảng viên, lấy thêm một tiêu chí: {heart}.
    Đưa vào nghị quyết tháng: {heart}.
    Học đi đôi với làm; mỗi đồng chí chọn một việc theo hướng: {heart}.
""")
COMMITTEE_STUDIED = lines("""
    Các chi bộ tổ chức học tập trong kỳ sinh hoạt gần nhất, ủy viên làm trước; yêu cầu: {heart}. Đảng ủy kiểm tra vào kỳ họp sau.
    Yêu cầu với từng đồng chí ủy viên: {heart}; báo cáo kết quả khi dự sinh hoạt với chi bộ được phân công.
    Đảng ủy thống nhất yêu cầu đối với các chi bộ: {heart}; Ủy ban Kiểm tra theo dõi.
    Giao các chi ủy cụ thể hóa cho sát từng chi bộ; điểm chính: {heart}.
""")
TALKS = lines("""
    Trình bày nội dung chuyên đề, liên hệ với {unit}; nhấn mạnh yêu cầu: {heart}.
    Giới thiệu chuyên đề theo tài liệu đã gửi, lấy ví dụ ở {unit} để làm rõ yêu cầu: {heart}.
    Nêu ba nội dung chính, dẫn việc thật ở {unit}; kết lại bằng một yêu cầu: {heart}.
    Trình bày ngắn, dành thời gian cho thảo luận; gợi ý {unit} bàn cách làm theo hướng: {heart}.
""")
TALKED = lines("""
    Thống nhất nội dung; đưa việc làm theo vào bản đăng ký của từng đồng chí.
    Nội dung sát với đơn vị; tài liệu lưu ở tủ sách chi bộ để các đồng chí vắng mặt học bù.
    Chi bộ tiếp thu; người trình bày bổ sung hai ví dụ theo góp ý rồi gửi lại cho các đồng chí.
    Nhất trí với bài trình bày; mỗi đồng chí viết thu hoạch ngắn nửa trang.
""")
DEBATES = lines("""
    Thảo luận, liên hệ trách nhiệm của chi bộ và từng đảng viên
    Thảo luận: liên hệ bản thân và công việc hằng ngày
    Thảo luận các câu hỏi đã gửi trước; từng đồng chí liên hệ
""")
DEBATED = lines("""
    Chi bộ thống nhất: {heart}.
    Qua thảo luận, chi bộ rút ra điều phải làm: {heart}.
    Chi bộ chọn việc cần làm ngay: {heart}; chi ủy phân công người nhắc.
    Thống nhất đánh giá việc thực hiện vào cuối quý; trước hết: {heart}.
""")
STUDY_SAID = lines("""
    liên hệ việc {work}, thấy mình còn làm theo thói quen; xin đăng ký sửa một điều ngay trong quý này
    soi vào việc {work}, đề nghị chọn một điều làm ngay, cuối tháng xem lại
    nói đến việc {work} thì điều khó nhất là giữ đều; ai cũng làm tốt tuần đầu rồi lơi
    với việc {work}, yêu cầu này phải thành nếp hằng ngày, không đợi nhắc
    kể lại một chuyện thật trong việc {work} để mọi người cùng rút kinh nghiệm
    việc {work} ở ta còn chỗ chưa khớp với điều vừa học; đề nghị rà lại từng khâu
    đề nghị đảng viên trẻ được giao phần khó hơn trong việc {work} để rèn luyện
    học xong phải gắn ngay vào việc {work}, nếu không thì lại quên
    nên chọn một đồng chí làm tốt việc {work} ngay trong đơn vị để cùng học, gần và dễ làm
    trong việc {work}, cán bộ phụ trách làm trước thì người khác mới theo
    bản thân đã đăng ký hai điều về {work}, một điều đã làm được, một điều còn chậm
    đề nghị đánh giá kết quả học tập bằng kết quả {work}, không chỉ bằng bản viết tay
    đồng ý với bài trình bày; đề nghị thêm ví dụ về việc {work} cho dễ hiểu
    nếu làm đúng tinh thần này thì việc {work} sẽ bớt hẳn sai sót nhỏ
    phần liên hệ nên ngắn; riêng việc {work} đề nghị ghi thành điều cụ thể để kiểm tra
    hỏi lại một điểm chưa rõ và liên hệ với việc {work}; đề nghị giải thích kỹ hơn trong tài liệu
""")

# --- self-criticism -----------------------------------------------------------------------------

COMMAND_LAPSES = matters("""
    với trách nhiệm chỉ huy, tự nhận giao việc còn gấp | là người chỉ huy, tự nhận có việc chưa nghe hết ý kiến anh em => sẽ báo trước, nói rõ lý do | hứa dành thời gian trao đổi sau giao ban | xin chi bộ góp ý thẳng
    là cấp ủy viên sinh hoạt ở chi bộ, tự nhận dự họp chưa đều | là cấp ủy viên, tự nhận ít gặp gỡ đảng viên trẻ trong chi bộ => sẽ xếp lịch để dự đủ, nghe đủ | hứa mỗi tháng gặp riêng một, hai đồng chí | xin nhận trước chi bộ
""")
DEPUTY_LAPSES = matters("""
    là phó bí thư, tự nhận phân công việc giữa các đồng chí chưa đều | là phó bí thư, tự nhận kiểm tra việc của đồng chí khác còn ít => sẽ lập bảng phân công, công khai ở phòng họp | hứa mỗi tuần xem lại một lượt | xin các đồng chí góp ý thẳng
    giúp bí thư theo dõi nghị quyết, tự nhận đôn đốc việc chậm chưa quyết liệt | là phó bí thư, tự nhận để hai việc quá hạn mà không nhắc => sẽ nhắc trước hạn ba ngày | hứa xem lại bảng việc vào đầu tuần | xin nhận trách nhiệm trước chi bộ
""")
CELL_COMMITTEE_LAPSES = matters("""
    trong phần việc chi ủy giao, tự nhận chuẩn bị nội dung còn sơ sài | là chi ủy viên, tự nhận chuẩn bị nội dung sinh hoạt còn sát ngày => từ kỳ sau chuẩn bị trước năm ngày | hứa trao đổi trước với bí thư | sẽ hỏi ý kiến từng đồng chí trước kỳ họp
    là chi ủy viên, tự nhận thu đảng phí có tháng chậm | là chi ủy viên, tự nhận sổ đảng phí ghi chưa kịp => sẽ làm xong trước ngày 10 hằng tháng | hứa đối chiếu ngay khi thu | xin bí thư kiểm tra
""")
YOUNG_LAPSES = matters("""
    là đảng viên dự bị, tự nhận còn rụt rè, ít phát biểu | là đảng viên mới, tự nhận chưa dám nói ý kiến khác => sẽ chuẩn bị ý kiến trước mỗi kỳ họp | xin đồng chí giúp đỡ nhắc hằng tháng | hứa mỗi kỳ góp ít nhất một ý
    mới về đơn vị, tự nhận nắm việc còn chậm | trong thời gian dự bị, tự nhận có việc chờ nhắc mới làm => sẽ bám sát đồng chí được phân công kèm | hứa nhận thêm một việc khó | xin các đồng chí chỉ bảo
    là đảng viên trẻ, tự nhận chưa quen ghi chép khi họp | tự nhận ghi sổ tay đảng viên chưa đều => sẽ sửa ngay trong tháng | hứa ghi trong ngày | mong được nhắc nhở thường xuyên
""")
CRITICISMS = matters("""
    góp ý một số đồng chí còn dùng điện thoại trong giờ họp | góp ý có đồng chí đến họp sát giờ => đề nghị chủ trì nhắc ngay | ai có việc gấp thì xin phép ra ngoài | cần sửa từ kỳ này
    góp ý phần {work}: bàn giao giữa các đồng chí có lúc chỉ nói miệng | góp ý phần {work}: có việc hai người cùng làm, có việc không ai làm => cần ghi sổ và ký nhận | đề nghị đồng chí phụ trách phân lại | nên trao đổi với nhau ngay, đừng đợi họp
    góp ý chi ủy thông báo lịch họp hơi muộn | góp ý tài liệu họp gửi chưa sớm => đề nghị gửi trước ba ngày | người ở xa cần được báo qua điện thoại | nên định ngày họp từ đầu năm
    góp ý các đồng chí trẻ mạnh dạn nhận việc mới | góp ý đồng chí mới về nên hỏi nhiều hơn trong việc {work} => anh em sẵn sàng giúp | sai thì sửa, đừng ngại | chi ủy nên giao việc thử thách
    góp ý phần {work}: kết quả tốt nhưng báo cáo còn dài | góp ý phần {work}: việc chậm mà không báo sớm => nên nói thẳng chỗ vướng để cùng gỡ | chậm một ngày cũng phải báo | đề nghị rút kinh nghiệm chung
    góp ý việc giữ gìn vệ sinh nơi làm việc chung | góp ý còn quên tắt điện, quạt khi ra về => mỗi người ra sau cùng kiểm tra một lượt | đề nghị phân công trực phòng theo tuần | đây là tiết kiệm ngay tại chỗ mình
    góp ý cách nói với nhau trong việc {work} cần nhẹ hơn | góp ý trang phục nơi làm việc có hôm chưa đúng => chú ý giữ hình ảnh người cán bộ | nhắc nhau ngay tại chỗ | đề nghị kiểm tra điều lệnh đột xuất
    góp ý việc trực đêm, có đồng chí đổi ca cho nhau mà không báo | góp ý việc trực đêm, sổ giao ca có hôm ký sau => phải báo và ký ngay | chi ủy nên xem sổ đột xuất | mong các đồng chí tự giác
    góp ý phần {work}: còn để lãnh đạo phải hỏi mới báo cáo | góp ý phần {work}: báo cáo còn phải nhắc => việc đến đâu báo đến đó | đề nghị có giờ báo cáo cố định | nên nhắc nhau trong tổ
    góp ý thẳng với các đồng chí vừa tự phê bình: nhận rồi thì phải sửa | góp ý bản tự phê bình nên nói việc cụ thể hơn => kỳ sau báo lại đã sửa đến đâu | đề nghị ghi biên bản để theo dõi | chi bộ cùng giúp chứ không để một mình đồng chí ấy sửa
""")
COMMITTEE_CRITICISMS = matters("""
    góp ý các đồng chí ủy viên dự sinh hoạt chi bộ cần phát biểu rõ chính kiến | góp ý có ủy viên ít xuống chi bộ được phân công => đề nghị báo cáo số kỳ đã dự | nên góp ý cả ưu điểm lẫn hạn chế | Đảng ủy nhận xét mỗi quý
    góp ý bộ phận giúp việc gửi tài liệu họp Đảng ủy còn sát ngày | góp ý dự thảo nghị quyết của Đảng ủy còn dài => đề nghị gửi trước ba ngày | nên rút còn hai trang | ủy viên phải đọc trước khi họp
    góp ý việc {work}: kết luận nhiều, kiểm tra lại ít | góp ý việc {work}: có chi bộ được nhắc nhiều lần chưa sửa => đề nghị phân công ủy viên theo đến cùng | nên có thời hạn cho từng chi bộ | cần thông báo kết quả cho cả đảng bộ
    góp ý trong điều hành chung nên nghe thêm ý kiến chi bộ | góp ý việc khen chê giữa các chi bộ cần đều tay => đề nghị căn cứ vào số liệu | nên trao đổi trước với bí thư chi bộ | làm công khai để anh em phục
""")
CRITICISED = lines("""
    Ghi nhận tinh thần cầu thị của đồng chí {names}; việc sửa chữa báo cáo tại kỳ sinh hoạt tháng {month}.
    Các ý kiến thẳng thắn, có tình; đồng chí {names} tiếp thu và đã nêu cách sửa.
    Đồng chí {names} sửa ngay những việc vừa nhận; chi ủy phân công người giúp, tháng {month} nhìn lại.
    Thống nhất ghi thiếu sót của đồng chí {names} vào sổ theo dõi, tháng {month} xem đã sửa đến đâu.
    Không có việc phải xem xét kỷ luật; nhắc đồng chí {names} giữ lời hứa trước chi bộ.
    Biểu dương đồng chí {names} tự nhận thiếu sót trước; các đồng chí khác tự soi lại mình.
    Chi bộ chia sẻ khó khăn của đồng chí {names}, nhưng yêu cầu không để lặp lại trong tháng {month}.
""")
COMMITTEE_CRITICISED = lines("""
    Đảng ủy ghi nhận tự phê bình của đồng chí {names}; việc sửa chữa báo cáo ở kỳ họp tháng {month}.
    Góp ý thẳng thắn trên tinh thần đồng chí; đồng chí {names} tiếp thu, Ủy ban Kiểm tra theo dõi việc sửa chữa.
    Đồng chí {names} sửa ngay trong tháng; Đảng ủy đưa nội dung này vào phần nêu gương của cấp ủy.
""")
CRITICISM_TOLD = lines("""
    Đồng chí {names} tự phê bình trước; không khí thẳng thắn, xây dựng, người được góp ý tiếp thu.
    Phần này có {count} ý kiến; đồng chí {names} tự nêu thiếu sót và thời hạn sửa.
    Đồng chí {names} tự phê bình, có việc làm cụ thể kèm theo; tập thể ghi nhận, tiếp tục theo dõi.
    Sau tự phê bình của đồng chí {names}, các ý kiến góp ý đi vào việc, không nể nang.
    {count} ý kiến tự phê bình và phê bình đã ghi ở nội dung tương ứng; đồng chí {names} hứa sửa trong tháng.
""")

OTHER_OPINIONS = lines("""
    Ngoài các ý kiến đã ghi ở từng nội dung, không có ý kiến khác.
    Các đồng chí còn lại nhất trí với những ý kiến đã nêu.
    Không có ý kiến bảo lưu.
    Các ý kiến khác trùng với nội dung đã ghi, thư ký không ghi lại.
""")

# --- visitors, tasks ----------------------------------------------------------------------------

OVERSEERS = matters("""
    cuộc họp chuẩn bị tốt, ý kiến đi vào việc | chi bộ giữ được nền nếp, tỷ lệ dự họp cao => đề nghị kết luận ngắn hơn và giao việc rõ người | nên dành thêm thời gian cho các đồng chí trẻ | Đảng ủy sẽ xem lại việc sửa các hạn chế đã nêu
    nhất trí với đánh giá của chi bộ, nhưng phần hạn chế nêu còn nhẹ | báo cáo tháng đầy đủ, song chưa so với nghị quyết tháng trước => đề nghị lần sau nói rõ việc nào chưa làm | chi ủy cần kiểm tra lại từng việc đã giao | nên để người được giao tự báo cáo
    thay mặt Đảng ủy, ghi nhận kết quả của chi bộ trong tháng | hoan nghênh tinh thần phê bình của chi bộ => mong chi bộ giữ đoàn kết, sửa ngay điểm yếu | lưu ý bồi dưỡng nguồn phát triển đảng viên | nhắc các đồng chí giữ mối liên hệ với nơi cư trú
    ý kiến thảo luận nhiều nhưng còn trùng nhau | phần học tập làm gọn, có liên hệ => đề nghị chi ủy gợi ý trước cho từng người | nên giao mỗi kỳ một đồng chí chuẩn bị sâu | cần gắn với chỉ tiêu chi bộ đã đăng ký
    việc giao nhiệm vụ đã rõ hơn kỳ trước | chi bộ đã tiếp thu góp ý kỳ trước => cần theo dõi đến cùng, đừng để sang tháng | nhắc gửi biên bản về Đảng ủy trong hai ngày | Đảng ủy sẵn sàng gỡ vướng nếu chi bộ báo sớm
""")
EARLY = lines("""
    trước hạn {days} ngày
    xong sớm {days} ngày
""")
ON_TIME = lines("""
    đúng hạn
    xong đúng ngày hẹn
    bảo đảm thời hạn
""")
LATE = lines("""
    chậm {days} ngày do phải đi công tác đột xuất
    chậm {days} ngày vì chờ số liệu của đơn vị phối hợp
    quá hạn {days} ngày, đã rút kinh nghiệm trước chi bộ
    chậm {days} ngày do mưa, đường đi lại khó
    quá hạn {days} ngày do người được giao đi tập huấn
    chậm {days} ngày, đã báo cáo trước với bí thư
""")
COMMITTEE_LATE = lines("""
    chậm {days} ngày vì chờ ý kiến các chi bộ
    quá hạn {days} ngày, đã rút kinh nghiệm trước Đảng ủy
    chậm {days} ngày, đã báo cáo đồng chí Bí thư
""")
UNDER_WAY = lines("""
    Đã làm được một phần, xin gia hạn
    Đang làm, dự kiến xong trước kỳ họp tới
    Đã làm quá nửa, còn chờ đơn vị phối hợp
""")
