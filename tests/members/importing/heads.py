"""Heads of columns as offices have them, by what they name: each must be known, by its words or as a whole."""

HEADS_IN_USE = {
    "rank": "cấp bậc|cấp bậc hàm|cấp hàm|quân hàm|c bậc|rank",
    "full_name": """họ và tên|họ tên|họ và tên đảng viên|họ tên đảng viên|họ tên đang dùng|họ và tên đang dùng|họ và tên đang sử dụng
        |họ chữ đệm và tên|họ tên đệm và tên|họ đệm và tên|họ và chữ đệm|họ và tên đệm|họ đệm|họ lót|họ và chữ lót|họ và đệm
        |họ tên đồng chí|tên đảng viên|đảng viên|đồng chí|họ tên cán bộ|họ và tên cán bộ|họ tên chính|họ|tên
        |họ và tên chính thức|họ và tên thường dùng|họ tên thường dùng|full name|họ tên công chức|họ và tên viết in hoa
        |họ và tên chữ in hoa|họ và tên in hoa|h và tên|họ tên cbcnv|tên đồng chí|họ và tên họ|họ và tên tên|họ và tên họ đệm
        |họ và tên họ và tên đệm|họ và tên họ và đệm|fullname|employee name|member name|name of member|staff name
        |tên đệm và tên|đệm và tên|chữ đệm và tên|tên lót và tên|last name|surname|family name|first name|given name
        |middle and first name""",
    "other_name": """tên gọi khác|tên khác|bí danh|họ tên khác|tên thường gọi|tên gọi thường|các bí danh|tên gọi khác bí danh
        |họ tên gọi khác|tên thường dùng|họ và tên gọi khác|họ tên khai sinh|họ và tên khai sinh|tên khai sinh
        |họ tên theo khai sinh""",
    "sex": """giới tính|gt|g tính|gtính|giới|phái|nam nữ|nam hay nữ|nam|nữ|nữ giới|là nữ|giới tính nam|giới tính nữ|giới tính nam nữ
        |phái nam|phái nữ|giới nam|giới nữ|nam hoặc nữ|đảng viên nữ|sex|gender""",
    "born_on": """ngày sinh|sinh ngày|năm sinh|ngày tháng năm sinh|ngày tháng sinh|ngày năm sinh|ngày tháng năm sinh dương lịch|ntn sinh
        |ngày sinh nam|ngày sinh nữ|năm sinh nam|năm sinh nữ|ngày tháng năm sinh nam|ngày tháng năm sinh nữ|ng th năm sinh
        |ngày th năm sinh|sinh năm|date of birth|ngày sinh ngày|ngày sinh tháng|ngày sinh năm|ns|ngày tháng năm sinh ngày
        |ngày tháng năm sinh tháng|ngày tháng năm sinh năm|sinh ngày tháng năm|n sinh|ng sinh
        |ngày tháng năm sinh theo khai sinh|tháng năm sinh|tháng sinh|ngày sinh đảng viên|sinh ngày ngày|sinh ngày tháng
        |sinh ngày năm|sinh|ngày thg năm sinh|ngày sinh của đảng viên|birthday|birth date|birthdate|dob""",
    "ethnicity": "dân tộc|d tộc|thành phần dân tộc|dtộc|ethnicity|ethnic|ethnic group|ethnic name",
    "religion": "tôn giáo|t giáo|tgiáo|theo đạo|religion|religion name",
    "citizen_id": """số định danh cá nhân|số định danh|số cccd|cccd|căn cước|số căn cước|số căn cước công dân|căn cước công dân
        |mã định danh|mã số định danh|mã định danh cá nhân|số ddcn|ddcn|số thẻ căn cước|số cccd cmnd|số cmnd cccd|cmnd cccd
        |cccd cmnd|số cmt cccd|cmt cccd|số cmnd căn cước|cmnd căn cước công dân|cccd định danh|số cccd định danh
        |số định danh cccd|số cc cccd|số căn cước cccd|định danh cá nhân|số cmnd căn cước công dân
        |số căn cước công dân chứng minh nhân dân|số chứng minh nhân dân căn cước công dân|mã số định danh cá nhân
        |số cccd số định danh cá nhân|cccd số|id card no|id card number|id card|id number|identity card|identity no|citizen id
        |national id|personal id|identification no|can cuoc|so the cccd|id no|identity card no|citizen identity
        |citizen identity number|identity number|cccd number|cccd no""",
    "old_citizen_id": """số cmnd cũ|cmnd cũ|số cmnd|cmnd|chứng minh nhân dân|số chứng minh nhân dân|số cmt|cmt|cmtnd|số cmtnd
        |số giấy chứng minh nhân dân|cmnd 9 số|số cmnd 9 số|số chứng minh""",
    "card_no": """số thẻ đảng|số thẻ đảng viên|số thẻ|thẻ đảng|thẻ đảng viên|số thẻ đv|số tđv|mã thẻ đảng|số thẻ đảng viên mới
        |số thẻ đảng mới|thẻ đảng viên số|số thẻ đảng viên số lý lịch|số thẻ số lý lịch|số thẻ đảng số lý lịch|số tđ|thẻ đv
        |số hiệu thẻ|số hiệu thẻ đảng|số hiệu thẻ đảng viên|mã số thẻ đảng|số thẻ đảng viên 12 số|thẻ đảng số
        |thẻ đảng viên số thẻ|số thẻ mới|party card no|party card number|party card|member card no|party member card no""",
    "card_no_old": """số thẻ theo đảng quyết định 85|số thẻ đảng theo qđ 85|số thẻ theo qđ 85|số thẻ đảng theo quyết định 85
        |số thẻ theo quyết định 85|số thẻ đảng cũ|số thẻ cũ|số thẻ đảng viên đã cấp|số thẻ đảng đã cấp|số thẻ đã cấp
        |số thẻ đảng viên cũ|thẻ đảng cũ|số thẻ đảng qđ 85|số thẻ đảng viên theo qđ 85|số thẻ đảng viên theo quyết định 85
        |số thẻ qđ 85|số thẻ đảng 8 số""",
    "card_issued_on": """ngày cấp thẻ đảng|ngày cấp thẻ|ngày cấp thẻ đảng viên|ngày phát thẻ|ngày nhận thẻ đảng|ngày phát thẻ đảng
        |thẻ đảng viên ngày cấp|thẻ đảng ngày cấp|ngày tháng cấp thẻ|ngày cấp tđv|ngày phát thẻ đảng viên|số thẻ ngày cấp
        |party card date|party card issue date|card issue date|ngày cấp thẻ lần đầu|ngày cấp thẻ đảng lần đầu|ngày ký thẻ
        |ngày ký thẻ đảng""",
    "card_issued_at": """nơi cấp thẻ đảng|nơi cấp thẻ|nơi cấp thẻ đảng viên|thẻ đảng viên nơi cấp|thẻ đảng nơi cấp|cơ quan cấp thẻ
        |cơ quan cấp thẻ đảng|cơ quan cấp thẻ đảng viên|nơi phát thẻ|nơi phát thẻ đảng|số thẻ nơi cấp""",
    "dossier_no": """số lý lịch|số ll|số lý lịch đảng viên|số lý lịch đv|số hồ sơ|số hồ sơ đảng viên|số hồ sơ lý lịch|sll|số llđv
        |mã lý lịch""",
    "national_uid": """id|id uuid|uuid|mã uuid|id đảng viên|mã đảng viên 4 0|mã định danh đảng viên|id csdl|mã csdl đảng viên|id hệ thống
        |mã trong csdl đảng viên""",
    "birth_country": """nơi đăng ký khai sinh quốc gia|nơi khai sinh quốc gia|nơi sinh quốc gia|khai sinh quốc gia|nơi đăng ký khai sinh nước
        |nơi sinh nước""",
    "birth_province": """nơi đăng ký khai sinh tỉnh|nơi đăng ký khai sinh tỉnh thành|nơi đăng ký khai sinh tỉnh thành phố|nơi khai sinh tỉnh
        |nơi sinh tỉnh|nơi sinh tỉnh thành|nơi sinh tỉnh thành phố|khai sinh tỉnh|tỉnh nơi sinh|nơi khai sinh tỉnh thành phố
        |nơi khai sinh tỉnh thành""",
    "birth_place": """nơi đăng ký khai sinh địa chỉ chi tiết|nơi đăng ký khai sinh chi tiết|nơi đăng ký khai sinh|nơi khai sinh|nơi sinh
        |nơi đăng ký khai sinh địa chỉ|nơi sinh chi tiết|nơi sinh địa chỉ chi tiết|nơi khai sinh chi tiết|place of birth
        |birthplace|birth place""",
    "home_country": "quê quán quốc gia|quê quán nước|nguyên quán quốc gia|quê quán theo mô hình 2 cấp quốc gia",
    "home_province": """quê quán tỉnh|quê quán tỉnh thành|quê quán tỉnh thành phố|nguyên quán tỉnh|tỉnh quê quán
        |quê quán theo mô hình 2 cấp tỉnh|quê quán tỉnh tp""",
    "home_place": """qq|nq|quê quán địa chỉ chi tiết|quê quán chi tiết|quê quán|nguyên quán|quê|q quán|quê gốc|quê quán xã huyện tỉnh
        |quê quán xã tỉnh|quê quán địa chỉ|quê quán theo mô hình 2 cấp địa chỉ chi tiết|quê quán nơi sinh|hometown|home town
        |native place|native village|homeland""",
    "permanent_country": """thường trú quốc gia|nơi thường trú quốc gia|hộ khẩu thường trú quốc gia|thường trú theo mô hình 2 cấp quốc gia""",
    "permanent_province": """thường trú tỉnh|thường trú tỉnh thành|thường trú tỉnh thành phố|nơi thường trú tỉnh|hộ khẩu thường trú tỉnh
        |thường trú theo mô hình 2 cấp tỉnh|nơi thường trú tỉnh thành phố""",
    "permanent_residence": """hk|thường trú địa chỉ chi tiết|thường trú chi tiết|thường trú|hộ khẩu thường trú|nơi thường trú|hktt|hộ khẩu
        |địa chỉ thường trú|nơi đăng ký thường trú|nơi đăng ký hộ khẩu thường trú|nơi đk thường trú|đk thường trú|nơi đk hktt
        |đăng ký thường trú|nơi thường trú chi tiết|thường trú theo mô hình 2 cấp địa chỉ chi tiết|nơi đăng ký hktt
        |địa chỉ hộ khẩu|trú quán|trú quán hiện nay|permanent address|registered address|permanent residence|perm address""",
    "residence": """nơi ở|nơi ở hiện nay|chỗ ở hiện nay|chỗ ở|nơi thực tế cư trú|nơi cư trú|địa chỉ|địa chỉ hiện nay|địa chỉ cư trú
        |tạm trú|nơi tạm trú|nơi ở hiện tại|địa chỉ hiện tại|nơi cư trú hiện nay|địa chỉ liên hệ|chỗ ở hiện tại|nơi ở thực tế
        |địa chỉ nơi ở|địa chỉ nơi cư trú|thực tế cư trú|chỗ ở thực tế|current address|present address|address
        |temporary address|residence|residential address|temp address|contact address""",
    "cell": """chi bộ|tổ chức đảng đang sinh hoạt|tổ chức đảng sinh hoạt|chi bộ đang sinh hoạt|chi bộ sinh hoạt|tên chi bộ
        |đơn vị sinh hoạt|sinh hoạt tại chi bộ|tổ chức đảng|nơi sinh hoạt đảng|chi bộ trực thuộc|sinh hoạt đảng tại
        |thuộc chi bộ|đang sinh hoạt tại chi bộ|đang sinh hoạt tại|nơi sinh hoạt|đơn vị chi bộ|party cell|party branch
        |branch of party|chi bộ nơi sinh hoạt|tổ chức đảng nơi đang sinh hoạt|chi bộ nơi đang sinh hoạt
        |tổ chức đảng nơi sinh hoạt|sinh hoạt chi bộ|tên tổ chức đảng|tổ chức cơ sở đảng đang sinh hoạt|party organization""",
    "admitted_on": """knđ|k nạp|ngày vào đảng|ngày kết nạp|ngày vào đảng dự bị|ngày kết nạp đảng|vào đảng|ngày dự bị|kết nạp
        |ngày vào đảng kết nạp|ngày vào đảng ngày kết nạp|ngày vào đảng ngày dự bị|ngày kết nạp vào đảng|năm vào đảng
        |ngày tháng năm vào đảng|ngày tháng vào đảng|ngày vào đcsvn|ngày vào đảng csvn|ngày vào đảng cộng sản việt nam
        |vào đảng dự bị|vào đảng ngày|vào đảng kết nạp|nvđ|ngày tháng năm kết nạp|ngày tháng năm vào đảng dự bị|ngày vào đ
        |ngày vào đảng lần đầu|đảng ngày vào|ngày kết nạp lần đầu|ngày kết nạp dự bị|tháng năm vào đảng|kết nạp đảng ngày
        |ngày vào đảng ngày vào|ngày vđ|ngày vào đảng d bị|ngày d bị|vào đảng d bị|ngày vào đảng db|ngày được kết nạp
        |ngày được kết nạp vào đảng|vào đảng ngày kết nạp|vào đảng ngày dự bị|ngày tháng năm kết nạp đảng
        |ngày tháng năm vào đảng kết nạp|ngày vào đảng kết nạp ngày|party join date|party joined date|date of joining party
        |party admission date|join party date|date join party|party date|date of party admission|party entry date
        |ngày vào đảng lần 1|party join""",
    "decision_on": """ngày quyết định kết nạp|quyết định kết nạp ngày|ngày qđ kết nạp|ngày ra quyết định kết nạp|qđ kết nạp ngày
        |ngày ký quyết định kết nạp|ngày vào đảng quyết định|ngày vào đảng ngày quyết định|ngày vào đảng theo quyết định
        |ngày quyết định kết nạp đảng|ngày vào đảng ngày qđ kết nạp|kết nạp ngày quyết định|quyết định kết nạp ngày ký
        |ngày vào đảng ngày ra quyết định|ngày vào đảng ngày quyết định kết nạp|kết nạp quyết định|ngày ban hành qđ kết nạp
        |ngày vào đảng qđ|ngày kết nạp qđ|vào đảng qđ|kết nạp qđ|ngày ra quyết định kn""",
    "ceremony_on": """ngày làm lễ kết nạp|ngày lễ kết nạp|lễ kết nạp|lễ kết nạp ngày|ngày tổ chức lễ kết nạp|ngày tổ chức kết nạp
        |ngày vào đảng lễ kết nạp|ngày vào đảng ngày làm lễ|ngày vào đảng ngày tổ chức lễ|ngày vào đảng ngày lễ kết nạp
        |kết nạp ngày lễ|ngày làm lễ|kết nạp ngày làm lễ|ngày vào đảng ngày làm lễ kết nạp|kết nạp lễ|ngày vào đảng lễ
        |ngày kết nạp lễ|vào đảng lễ""",
    "official_from": """ngày chính thức|ngày vào đảng chính thức|vào đảng chính thức|chính thức ngày|ngày vào đảng ngày chính thức
        |ngày công nhận chính thức|ngày công nhận đảng viên chính thức|ngày chuyển chính thức|ngày chuyển đảng chính thức
        |ngày công nhận đvct|ngày đảng viên chính thức|chính thức từ ngày|ngày được công nhận chính thức|công nhận chính thức
        |ngày vào đảng công nhận chính thức|ngày tháng năm vào đảng chính thức|kết nạp chính thức|ngày kết nạp chính thức
        |chính thức|ngày tháng năm chính thức|công nhận đảng viên chính thức|ngày vào đảng ct|ngày ct|ngày c thức
        |ngày vào đảng c thức|vào đảng c thức|ngày công nhận ct|năm chính thức|vào đảng ngày chính thức|chuyển chính thức
        |ngày chính thức vào đảng|chuyển đảng chính thức|ngày được công nhận đảng viên chính thức
        |ngày tháng năm công nhận chính thức|ngày kết nạp ngày chính thức|ngày tháng năm vào đảng ngày chính thức
        |ngày chuyển đảng viên chính thức|party official date|party official member date|official party date
        |date of official party member|party formal date""",
    "is_probationary": """đảng viên ct|đảng viên db|là đảng viên dự bị|đảng viên dự bị|đvdb|đv dự bị|loại đảng viên|đảng viên chính thức dự bị
        |chính thức dự bị|dự bị chính thức|đảng viên chính thức|đảng viên loại|loại đảng viên chính thức|loại đảng viên dự bị
        |đvct|loại đv|ct db|dự bị""",
    "party_post": """chức vụ đảng|chức vụ trong đảng|chức vụ hiện nay đảng|chức vụ đảng hiện nay|chức danh đảng|chức danh trong đảng
        |chức vụ cấp ủy|chức vụ trong cấp ủy|cấp ủy|chức vụ về đảng|cv đảng|chức vụ đảng đoàn|chức vụ chi bộ
        |chức vụ trong chi bộ|chức vụ đảng hiện tại|nhiệm vụ trong chi bộ|chức danh đảng hiện nay|chức vụ hiện tại đảng
        |nhiệm vụ cấp ủy|chức vụ chi ủy|party position|party title|party role|chức vụ trong tổ chức đảng""",
    "office_post": """chức vụ chính quyền|chức vụ cq|cv cq|chức vụ hiện nay chính quyền|chức vụ chính quyền đoàn thể|chức vụ công tác
        |chức vụ hiện nay chính quyền đoàn thể|chức vụ chuyên môn|chức vụ cơ quan|chức danh cv|chức vụ công việc
        |cv chính quyền|chức danh nghề nghiệp|chức danh chuyên môn|chức vụ đơn vị|chức vụ chính quyền hiện nay
        |chức danh chính quyền|chức danh công việc|vị trí việc làm|chức vụ nghề nghiệp|chức vụ hiện tại chính quyền|position
        |job title|job position|vị trí công việc|vị trí công tác""",
    "post": "chức vụ|chức danh|chức vụ hiện nay|chức vụ chức danh|chức vụ hiện tại|chức danh chức vụ",
    "general": """giáo dục phổ thông|trình độ giáo dục phổ thông|trình độ văn hóa|văn hóa|học vấn phổ thông|trình độ phổ thông|gdpt
        |trình độ học vấn phổ thông|phổ thông|trình độ văn hóa phổ thông|tđ văn hóa|tđvh|trình độ vh|general education
        |high school""",
    "professional": """trình độ chuyên môn|chuyên môn|chuyên môn nghiệp vụ|trình độ chuyên môn nghiệp vụ|trình độ học vấn
        |trình độ học vấn học vị học hàm|trình độ đào tạo|bằng cấp|bằng cấp cao nhất|trình độ cao nhất|học vấn cao nhất
        |trình độ chuyên môn cao nhất|tđ chuyên môn|học vị|trình độ cm|trình độ cmnv|cmnv|học vấn|bằng cấp chuyên môn
        |trình độ chuyên môn học vị|trình độ chuyên môn kỹ thuật|trình độ học vấn chuyên môn|trình độ nghiệp vụ|tđcm
        |trình độ chuyên môn đào tạo|trình độ|cm|education level|education|qualification|degree|professional level
        |highest degree|academic level|professional qualification|chuyên môn kỹ thuật""",
    "professional_detail": """chuyên ngành|ngành đào tạo|chuyên ngành đào tạo|ngành học|ngành chuyên môn|ngành nghề đào tạo|ngành
        |trình độ chuyên môn chuyên ngành|trình độ chuyên môn ngành|trình độ chuyên môn ngành đào tạo|major|specialization
        |speciality|field of study|education major|specialized|specialty""",
    "theory": """lý luận chính trị|trình độ lý luận chính trị|llct|trình độ llct|lý luận|trình độ lý luận|trình độ chính trị|tđ llct
        |chính trị|cao cấp chính trị|lý luận ct|bằng llct|bằng lý luận chính trị|trình độ lý luận chính trị cao nhất|tđllct
        |political theory|political theory level|political level|political|politic level|politics level""",
    "language": """ngoại ngữ|nn|trình độ ngoại ngữ|tiếng nước ngoài|chứng chỉ ngoại ngữ|tđ ngoại ngữ|trình độ nn|foreign language
        |language|foreign languages|english level""",
    "it": """it|tin học|trình độ tin học|chứng chỉ tin học|công nghệ thông tin|trình độ cntt|tđ tin học
        |trình độ công nghệ thông tin|it skill|it skills|computer skill|computer skills|it level|informatics""",
    "status": """trạng thái hoạt động|trạng thái|trạng thái sinh hoạt|tình trạng sinh hoạt|tình trạng|tình trạng quản lý đang quản lý
        |tình trạng quản lý không còn quản lý|tình trạng quản lý|tình trạng đảng viên|đang quản lý|không còn quản lý
        |tình trạng hoạt động|trạng thái đảng viên|tình trạng hiện nay|tình trạng sinh hoạt đảng|member status|party status""",
    "left_on": """ngày rời khỏi ngày mất ngày miễn sinh hoạt đảng|ngày rời mất miễn sh|ngày rời khỏi|ngày mất|ngày rời khỏi đảng
        |ngày miễn sinh hoạt|ngày miễn sh|miễn sinh hoạt từ ngày|miễn sh từ ngày|miễn sinh hoạt từ|ngày miễn sinh hoạt đảng
        |ngày từ trần|ngày rời đảng|ngày rời mất miễn sinh hoạt|ngày ra khỏi đảng|ngày rời khỏi ngày mất ngày miễn sinh hoạt""",
}  # fmt: skip
