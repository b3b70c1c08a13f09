"""The words heads of columns are made of, and what a head means that is made of them: data, read by `head_words`.

To teach the program a word, add it to the line of the thing it speaks of; one word may stand on several lines. Accents and
capitals do not count, and a word of two parts is known shortened too: «trình độ» as `T.độ`, `Tr độ`, `tđộ`; words of English are known only whole.
"""

# What a word speaks of; "" says nothing about which column it is.
VOCABULARY = {
    "": """của|các|là|đảng viên|đv|đồng chí|đ c|đc|theo|trong|tại|về|hiện nay|hiện tại|hiện giữ|đang giữ|đảm nhiệm|đang đảm nhiệm|kiêm nhiệm
        |hiện|nào|gì|ghi rõ|ghi|rõ|nếu có|vui lòng|xin|hãy|cho biết|cung cấp|nhập|điền|thẻ đảng viên|lý lịch|lý lịch đảng viên|hồ sơ
        |gồm 12 số|12 số|gồm 12 chữ số|12 chữ số|đủ 12 số|9 số|dd mm yyyy|dd mm yy|ngày tháng năm|và|hoặc|hay|đúng|đã có bằng|có bằng|được
        |cụ thể|đầy đủ|chính xác|bắt buộc|chữ in hoa|viết in hoa|in hoa|có dấu|thông tin|cá nhân|như trên|mới nhất|gần nhất|theo bằng
        |nếu|có|thực tế|bạn|anh chị|thầy cô|sơ yếu|sinh hoạt đảng|theo mô hình 2 cấp|theo mô hình hai cấp|không sửa|theo hồ sơ
        |theo thẻ|trên thẻ|theo giấy tờ|theo giấy khai sinh|theo khai sinh|theo cccd|trên cccd|theo căn cước|tốt nghiệp|đang dùng|đang sử dụng
        |lần 1|lần đầu|lần đầu tiên|lần thứ nhất|lần thứ 1|hn|of|on|and|current""",
    "highest": "cao nhất",
    "person": """cán bộ|cb|chiến sĩ|cán bộ chiến sĩ|cbcs|công chức|viên chức|cbcc|cbccvc|cbvc|cbgv|cbgvnv|cbql|gv|nv|nvyt|giáo viên|giảng viên
        |nhân viên|công nhân|cbcnv|cbnv|hội viên|đoàn viên|người lao động|nlđ|ccvc|quần chúng|quân nhân|học viên|ủy viên|cấp ủy viên|đoàn viên
        |employee|emp|staff|cadre|member""",
    "other": "nhập ngũ|xuất ngũ|tái ngũ|điện thoại|đt|đoàn|công đoàn",
    "name": """họ chữ đệm tên|họ đệm tên|họ chữ đệm tên khai sinh|họ chữ đệm và tên khai sinh|họ đệm và tên khai sinh|họ và tên|họ tên|họ đệm và tên|họ chữ đệm và tên|họ và chữ đệm và tên|họ tên đệm và tên|h tên|họ và tên khai sinh|tên họ|ht|htên
        |tên đầy đủ|họ tên đầy đủ|họ và tên thật
        |full name|fullname|name|nm""",
    "called": "tên|quý danh",
    "alias": "tên gọi thường|họ tên gọi khác|họ và tên gọi khác|tên gọi|tên gọi khác|bí danh|tên khác|tên thường gọi|tên thường dùng|họ tên khác",
    "sex": "giới tính|giới|gt|phái|sex|gender",
    "male": "nam",
    "female": "nữ",
    "date": """ngày tháng năm|ngày tháng|tháng năm|ngày|tháng|năm|ng tháng năm|ng th năm|ngày thg năm|ngày th năm|ng|n|thg|th|ntn|n t n|thời gian
        |thời điểm|từ ngày|từ|ngày ký|ngày giờ|date|dt|since""",
    "born": "sinh|ngày sinh|năm sinh|ns|n sinh|nsinh|ntns|ntn sinh|ng sinh|sinh ngày|dob|birth|birthday|birthdate|born",
    "join": """vào đảng|kết nạp|vào đ|kn|vđ|vào đảng csvn|vào đcsvn|vào đcs|vào đcs việt nam|gia nhập đảng|vào đảng cộng sản việt nam
        |kết nạp đảng|kết nạp vào đảng|kn đảng|kn vào đảng|knđ|được kết nạp|được kết nạp vào đảng|join|joined|joining|admission|admitted|entry""",
    "party": """đảng|đcsvn|csvn|đcs|đảng csvn|đảng cộng sản việt nam|đảng tịch|đ|đvcsvn|cpv|party|communist party|the party
        |the communist party|member|membership""",
    "probation": "dự bị|db|đvdb|đảng viên dự bị|đv dự bị|đảng viên db|lần đầu|probationary|probation",
    "official": """chính thức|ct|đvct|đct|đảng viên chính thức|đv chính thức|đv ct|đảng viên ct|chính|official|full|full member|full membership
        |formal""",
    "confirm": "công nhận|chuyển|chuyển đảng|cn|trở thành|chuyển thành|chuyển sang|công nhận là|xét công nhận|xét chuyển|lên|recognition",
    "decision": "quyết định|qđ|ký quyết định|ra quyết định|ra qđ|ký qđ|ban hành quyết định|ban hành qđ|decision",
    "ceremony": "lễ|làm lễ|tổ chức lễ|buổi lễ|ceremony",
    "number": "số|mã số|số hiệu|mã|số của|no|num|number|code",
    "citizen": """cccd|căn cước|căn cước công dân|cc|định danh|định danh cá nhân|đdcn|đd|số thẻ căn cước|thẻ căn cước|thẻ cccd|cc cd|citizen id
        |identity|identity card|national id|personal id|citizen identity|id card|identification""",
    "old_id": "cmnd|chứng minh nhân dân|cmt|cmtnd|chứng minh thư|chứng minh|cmnd cũ|giấy cmnd|giấy chứng minh nhân dân",
    "passport": "hộ chiếu|số hộ chiếu|passport",
    "system": "hệ thống|csdl|cơ sở dữ liệu|csdlqg|cơ sở dữ liệu quốc gia|csdl đảng viên|cơ sở dữ liệu đảng viên|phần mềm|uuid",
    "card": "thẻ|thẻ đảng|thẻ đảng viên|thẻ đv|tđv|td|thẻ đ|thẻ đảng viên mới|card",
    "old": "cũ|theo qđ 85|theo quyết định 85|qđ 85|8 số",
    "issue": "cấp|phát|nhận|cấp phát|được cấp|trao|issue|issued",
    "dossier": "lý lịch|ll|lý lịch đv|hồ sơ|lý lịch đảng viên|hồ sơ đảng viên|hs|hồ sơ đv|hslđv",
    "place": "nơi|chỗ|địa chỉ|đ c|đc|đ chỉ|địa điểm|nơi đăng ký|đăng ký|nơi đk|address|addr|place|residence|residential",
    "home": """quê|quê quán|chính quán|nguyên quán|qq|nq|quê gốc|quê hương|quê quán gốc|hometown|home town|native place|native village
        |place of origin|origin""",
    "birthplace": "nơi sinh|nơi khai sinh|nơi đăng ký khai sinh|sinh quán|nơi đk khai sinh|nơi đăng ký ks|nơi đk ks|đkks|place of birth|birthplace|birth place",
    "permanent": """thường trú|hộ khẩu|hộ khẩu thường trú|hktt|hk|tt|ttrú|hk thường trú|hk tt|đkhktt|đk hktt|đk hộ khẩu|đk thường trú|đktt|trú quán
        |đăng ký thường trú|đăng ký hộ khẩu|đăng ký hộ khẩu thường trú|đk hk thường trú|đăng ký hktt|đk hk|permanent|perm|registered""",
    "living": """ở|nơi ở|chỗ ở|cư trú|nơi cư trú|tạm trú|ttr|trú|thường xuyên ở|sinh sống|nơi sinh sống|cư ngụ|đang cư trú|nơi đang cư trú|đang ở
        |nơi đang ở|địa chỉ hiện nay|địa chỉ hiện tại|đc hiện nay|đc hiện tại|đ c hiện nay|đ c hiện tại|nhà riêng
        |ở trọ|nơi ở trọ|chỗ ở trọ|trọ|nơi trọ|lưu trú|present|temporary|temp""",
    "contact": "liên hệ|liên lạc|contact",
    "unit": """số nhà|đường|ngõ|thôn|bản|tổ|tổ dân phố|tdp|xóm|khối|khối phố|khu phố|xã|phường|thị trấn|huyện|quận|thị xã|xã phường|quận huyện
        |ấp|khóm|chi tiết|tp trực thuộc""",
    "country": "quốc gia|nước|country",
    "province": "tỉnh|thành phố|tp|tỉnh thành|tỉnh thành phố|tỉnh tp|province",
    "cell": "chi bộ|tổ chức đảng|tổ chức cơ sở đảng|tên tổ chức đảng|đơn vị chi bộ|đơn vị sinh hoạt|chi bộ quản lý|cb|tên chi bộ|chi bộ trực thuộc|party cell|party branch",
    "activity": "sinh hoạt|sh|đang sinh hoạt|đang sh|sinh hoạt đảng|sh đảng|thuộc|nơi",
    "post": "chức vụ|cv|chức danh|chức vụ chức danh|chức danh chức vụ|chức vụ và chức danh|position|title|role|pos",
    "rank": "cấp bậc|cấp bậc hàm|cấp hàm|quân hàm|rank",
    "committee": "cấp ủy|chi ủy|đảng ủy",
    "office": """chính quyền|cq|cơ quan|đơn vị|công tác|nơi công tác|ct|chuyên môn|cm|nghề nghiệp|công việc|hành chính|nơi làm việc|làm việc
        |nhà trường|bệnh viện|trường|đv|vị trí việc làm|nhà nước|cv|quản lý|ở cơ quan|job""",
    "mass": "đoàn thể|đt|đoàn thể chính trị|mặt trận",
    "schooling": """trình độ|tđ|học vấn|hv|trình độ học vấn|bằng|bằng cấp|văn bằng|đào tạo|đt|được đào tạo|trình độ đào tạo|cấp độ
        |đã qua đào tạo|level""",
    "certificate": "chứng chỉ|cchỉ|skill|skills|certificate",
    "general": """văn hóa|vh|giáo dục phổ thông|gdpt|gd phổ thông|phổ thông|pt|học vấn phổ thông|văn hóa phổ thông|vhpt|văn hóa pt|gd pt|tđvh
        |general education|high school""",
    "professional": """chuyên môn|cm|cmnv|nv|chuyên môn nghiệp vụ|nghiệp vụ|chuyên môn kỹ thuật|cmkt|học vị|chuyên môn nv|tđcm|tđhv
        |education|qualification|academic|degree|professional""",
    "title": "học hàm",
    "branch": """chuyên ngành|ngành học|ngành đào tạo|ngành nghề|ngành|chuyên ngành đào tạo|ngành chuyên môn|cn đào tạo|chuyên ngành đt|ngành đào tạo cm|chuyên ngành cm|ngành cm|major
        |specialization|speciality|specialty""",
    "theory": """llct|ct|ll|lý luận chính trị|lý luận ct|ll chính trị|ll ct|lý luận|chính trị|lý luận c trị|lý luận chính trị hành chính|llct hc|tđllct
        |political theory|politics theory|political|politics|politic|lyluan""",
    "language": """ngoại ngữ|nn|tiếng nước ngoài|trình độ nn|tđ nn|anh văn|tiếng anh|trình độ tiếng anh|nga văn|tiếng trung|foreign language
        |foreign languages|language|languages|english""",
    "it": "tin học|th|cntt|công nghệ thông tin|trình độ th|tđ th|trình độ tin|tđ tin|vi tính|tin|computer|informatics",
    "state": "tình trạng|trạng thái|hiện trạng|trạng thái hoạt động|tình trạng hoạt động|tình trạng quản lý",
    "left": "mất|từ trần|rời|rời khỏi|ra khỏi|ra khỏi đảng|rời khỏi đảng|rời đảng|miễn sinh hoạt|miễn sh|miễn sinh hoạt đảng|miễn shđ",
    "ethnicity": "dân tộc|dt|thành phần dân tộc|tp dân tộc|ethnic|ethnicity|ethnic group",
    "religion": "tôn giáo|tg|theo tôn giáo|theo đạo|tín ngưỡng|tín ngưỡng tôn giáo|đạo|religion",
}  # fmt: skip
# What the words of a head must speak of, and what they may speak of besides; the first line that fits.
MEANINGS = (
    ("full_name", "name", "probation official party"),
    ("full_name", "called person", "probation official party"),
    ("other_name", "alias", "name called"),
    ("sex", "sex", "male female"),
    ("sex", "male female", ""),
    ("born_on", "born", "date male female"),
    ("decision_on", "decision join date", "party probation"),
    ("ceremony_on", "ceremony join", "date party"),
    ("is_probationary", "probation", "party"),
    ("is_probationary", "probation official", "party"),
    ("official_from", "official date", "join party confirm"),
    ("official_from", "official join", "party confirm"),
    ("official_from", "official confirm", "party"),
    ("admitted_on", "join date", "party probation"),
    ("admitted_on", "join party", "probation"),
    ("admitted_on", "date probation", "party"),
    ("national_uid", "system number", "party citizen"),
    ("citizen_id", "citizen", "number old_id passport"),
    ("old_citizen_id", "old_id", "number old passport"),
    ("card_issued_on", "card issue date", "party"),
    ("card_issued_at", "card issue place", "party"),
    ("card_no_old", "card old", "number party"),
    ("card_no", "card", "number party"),
    ("dossier_no", "dossier number", "party"),
    ("birth_country", "birthplace country", ""),
    ("birth_province", "birthplace province", ""),
    ("birth_place", "birthplace", "place unit province"),
    ("home_country", "home country", ""),
    ("home_province", "home province", ""),
    ("home_place", "home", "place unit province"),
    ("permanent_country", "permanent country", "place"),
    ("permanent_province", "permanent province", "place"),
    ("permanent_residence", "permanent", "place unit province activity"),
    ("residence", "living", "place unit province activity contact"),
    ("residence", "contact place", ""),
    ("cell", "cell", "activity party called"),
    ("party_post", "post party", "mass committee cell"),
    ("party_post", "post committee", "cell"),
    ("party_post", "post cell", ""),
    ("office_post", "post office", "mass"),
    ("post", "post", ""),
    ("rank", "rank", ""),
    ("general", "general", "schooling highest"),
    ("professional_detail", "branch", "schooling highest"),
    ("professional", "professional", "schooling title highest branch"),
    ("theory", "theory", "schooling highest"),
    ("language", "language", "schooling certificate highest"),
    ("it", "it", "schooling certificate highest"),
    ("status", "state", "activity party"),
    ("left_on", "left date", "party activity"),
    ("ethnicity", "ethnicity", "called name"),
    ("religion", "religion", "called name"),
    ("", "other", "date number place called party activity"),  # `N.ngũ` may be «nhập ngũ»
)
# `Số thẻ hội viên`, `Ngày vào biên chế chính thức của viên chức`: of an employee or another organisation these are other things.
OF_THE_PARTY = {
    "card_no", "card_no_old", "card_issued_on", "card_issued_at", "dossier_no", "admitted_on", "decision_on", "ceremony_on",
    "official_from",
}  # fmt: skip
# Alone these say too little: `CT` is also politics and work; their cells decide (`by_values`). So does all of two letters.
TOO_SHORT = {
    "chinh", "dao", "the", "truong", "lan dau", "gioi", "nganh", "tin", "title", "role", "pos", "full", "name", "present",
    "registered", "temporary", "temp", "permanent", "perm", "identity", "identification", "professional", "birth",
}  # fmt: skip


def _set(words: str) -> set[str]:
    return {word.strip() for word in words.split("|")}


# The 54 peoples of the list of 2/3/1979 (Decision 121-TCTK/PPCĐ) as lists write them, folded.
PEOPLES = _set("""kinh|tay|thai|hoa|kho me|khmer|khome|muong|nung|hmong|mong|h mong|meo|dao|gia rai|jrai|ngai|e de|ede|ba na|bahnar|xo dang
|sedang|san chay|cao lan|san chi|co ho|k ho|kho|cham|san diu|hre|h re|mnong|m nong|ra glai|raglai|xtieng|stieng|x tieng|bru van kieu|van kieu
|bru|tho|giay|co tu|gie trieng|ma|kho mu|khmu|co|cor|ta oi|pa co|cho ro|khang|xinh mun|ha nhi|chu ru|lao|la chi|la ha|phu la|la hu|lu|lo lo
|chut|mang|pa then|co lao|cong|bo y|si la|pu peo|brau|o du|ro mam|han|viet|nguoi nuoc ngoai""")
RELIGIONS = _set("""ko|kg|ben luong|tcg|khong|khong co|khong theo|khong theo dao|khong theo ton giao|khong theo ton giao nao|k|luong|vo than|phat giao|dao phat|phat
|cong giao|dao cong giao|thien chua|thien chua giao|dao thien chua|ky to giao|tin lanh|dao tin lanh|cao dai|dao cao dai|hoa hao|phat giao hoa hao
|hoi giao|dao hoi|ba la mon|baha i|bahai|tu an hieu nghia|buu son ky huong|tinh do cu si|tinh do cu si phat hoi viet nam|minh su dao|minh ly dao
|chinh thong giao|co doc|co doc phuc lam|hieu nghia ta lon|mac mon""")
