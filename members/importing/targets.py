"""What a column of a members' spreadsheet can mean, and the words offices head it with.

The words are those of the national form, of registers and lists in use and of the forms of wards, schools
and enterprises; they are compared folded, without signs (`headings`), so accents and capitals do not matter here.
"""

from django.utils.translation import gettext_lazy as _

from members.importing.rows import Target

_LABELS = {
    "full_name": (_("họ và tên"), "name"),
    "other_name": (_("tên gọi khác"), "name"),
    "sex": (_("giới tính"), "sex"),
    "born_on": (_("ngày sinh"), "date"),
    "ethnicity": (_("dân tộc"), "word"),
    "religion": (_("tôn giáo"), "word"),
    "citizen_id": (_("số định danh cá nhân"), "citizen_id"),
    "old_citizen_id": (_("số CMND cũ"), "old_citizen_id"),
    "card_no": (_("số thẻ đảng viên"), "card_no"),
    "card_no_old": (_("số thẻ theo Quyết định 85"), "card_no_old"),
    "card_issued_on": (_("ngày cấp thẻ"), "date"),
    "card_issued_at": (_("nơi cấp thẻ"), "text"),
    "dossier_no": (_("số lý lịch"), "dossier_no"),
    "national_uid": (_("mã trong cơ sở dữ liệu đảng viên"), "uid"),
    "birth_country": (_("nơi khai sinh: quốc gia"), "text"),
    "birth_province": (_("nơi khai sinh: tỉnh"), "text"),
    "birth_place": (_("nơi khai sinh: chi tiết"), "text"),
    "home_country": (_("quê quán: quốc gia"), "text"),
    "home_province": (_("quê quán: tỉnh"), "text"),
    "home_place": (_("quê quán: chi tiết"), "text"),
    "permanent_country": (_("thường trú: quốc gia"), "text"),
    "permanent_province": (_("thường trú: tỉnh"), "text"),
    "permanent_residence": (_("thường trú: chi tiết"), "text"),
    "residence": (_("nơi ở hiện nay"), "text"),
    "cell": (_("chi bộ"), "text"),
    "admitted_on": (_("ngày vào Đảng (quyết định hay lễ kết nạp: sẽ hỏi)"), "date"),
    "decision_on": (_("ngày quyết định kết nạp"), "date"),
    "ceremony_on": (_("ngày làm lễ kết nạp"), "date"),
    "official_from": (_("ngày chính thức"), "date"),
    "is_probationary": (_("đảng viên dự bị"), "probation"),
    "post": (_("chức vụ (Đảng hay chính quyền: sẽ hỏi)"), "post"),
    "party_post": (_("chức vụ Đảng"), "post"),
    "office_post": (_("chức vụ chính quyền"), "text"),
    "rank": (_("cấp bậc hàm"), "rank"),
    "general": (_("giáo dục phổ thông"), "general"),
    "professional": (_("trình độ chuyên môn"), "level"),
    "professional_detail": (_("ngành chuyên môn"), "text"),
    "theory": (_("lý luận chính trị"), "level"),
    "language": (_("ngoại ngữ"), "certificate"),
    "it": (_("tin học"), "certificate"),
    "status": (_("trạng thái sinh hoạt"), "status"),
    "left_on": (_("ngày rời, mất, miễn sinh hoạt"), "date"),
}
TARGETS = {key: Target(key, label, kind) for key, (label, kind) in _LABELS.items()}

# Whole heads that their words alone do not tell (`vocabulary`); where two rows of a header say it together they are one.
PHRASES = {
    "full_name": """họ và chữ đệm|họ và tên đệm|họ đệm|họ lót|họ và chữ lót|họ và đệm|tên đảng viên|đảng viên|đồng chí|họ|tên
        |họ và tên thường dùng|họ tên thường dùng|h và tên|tên đồng chí|họ và tên họ|họ và tên tên|họ và tên họ đệm
        |họ và tên họ và tên đệm|họ và tên họ và đệm|tên đệm và tên|đệm và tên|chữ đệm và tên|tên lót và tên|last name|surname
        |family name|family and middle name|last and middle name|first name|given name|middle and first name""",
    "other_name": "họ tên khai sinh|họ và tên khai sinh|tên khai sinh|họ tên theo khai sinh",
    "sex": "gt|giới|nam|nữ|là nữ|đảng viên nữ",
    "born_on": "ngày tháng năm sinh dương lịch|ns",
    "citizen_id": "id number|id no",
    "card_no": "số thẻ đảng mới|số thẻ đảng viên số lý lịch|số thẻ mới|member card no|party member card no",
    "card_no_old": "số thẻ theo đảng quyết định 85|số thẻ đảng viên đã cấp|số thẻ đảng đã cấp|số thẻ đã cấp",
    "card_issued_on": "số thẻ ngày cấp|party card date|ngày ký thẻ|ngày ký thẻ đảng",
    "card_issued_at": "cơ quan cấp thẻ|cơ quan cấp thẻ đảng|cơ quan cấp thẻ đảng viên|số thẻ nơi cấp",
    "dossier_no": "sll|số llđv",
    "national_uid": "id|id uuid|uuid|id đảng viên|mã đảng viên 4 0|mã định danh đảng viên|id csdl|id hệ thống",
    "birth_country": "khai sinh quốc gia",
    "birth_province": "khai sinh tỉnh",
    "home_place": "qq|nq|quê quán nơi sinh|homeland",
    "permanent_province": "nơi thường trú tỉnh|nơi thường trú tỉnh thành phố",
    "permanent_residence": "hk",
    "residence": "địa chỉ|current address|address|residence|residential address",
    "cell": """nơi sinh hoạt đảng|sinh hoạt đảng tại|đang sinh hoạt tại|nơi sinh hoạt|branch of party|party organization""",
    "admitted_on": """đảng viên ngày vào|đảng viên ngày vào đảng|knđ|k nạp|vào đảng|kết nạp|vào đảng dự bị|vào đảng kết nạp|nvđ|đảng ngày vào|ngày vào đảng ngày vào|vào đảng d bị
        |party date""",
    "decision_on": "kết nạp quyết định|vào đảng qđ|kết nạp qđ",
    "ceremony_on": "ngày tổ chức kết nạp|ngày làm lễ",
    "official_from": "nct|chính thức|party official member date|date of official party member",
    "is_probationary": """đảng viên ct|loại đảng viên|đảng viên chính thức|đảng viên loại|loại đảng viên chính thức|loại đảng viên dự bị|đvct
        |loại đv""",
    "party_post": "cấp ủy|chức vụ đảng đoàn|nhiệm vụ trong chi bộ|nhiệm vụ cấp ủy",
    "office_post": "chức danh cv|vị trí việc làm|position|vị trí công việc|vị trí công tác",
    "professional": """trình độ học vấn|trình độ đào tạo|bằng cấp|bằng cấp cao nhất|trình độ cao nhất|học vấn cao nhất|học vấn|trình độ|cm
        |highest degree""",
    "professional_detail": """ngành|trình độ chuyên môn chuyên ngành|trình độ chuyên môn ngành|trình độ chuyên môn ngành đào tạo|field of study
        |education major|specialized""",
    "theory": "cao cấp chính trị",
    "language": "nn|tiếng nước ngoài",
    "it": "it|it skill|it skills|it level",
    "status": """tình trạng quản lý đang quản lý|tình trạng quản lý không còn quản lý|đang quản lý|không còn quản lý|member status
        |party status""",
}  # fmt: skip

# Heads that show a table of people but name nothing this register keeps: left out, and kept with the batch.
LEFT_OUT = """số qđ|ngày qđ|số qđ kết nạp|ngày qđ công nhận|số thẻ nhân viên|mã thẻ nhân viên|thẻ nhân viên|số thẻ cán bộ|số thẻ công chức|số thẻ cbcs|mã thẻ|mã hồ sơ|chức vụ cao nhất|chức vụ cũ
    |chức vụ cao nhất đã qua|năm ct|năm công tác|số năm công tác|tên cb|official date|nhập ngũ|xuất ngũ|tái ngũ|ngày tái ngũ|ngày xuất ngũ|tuyển dụng|employee code|employee id|staff code|department|mobile phone|phone|phone number|mobile|note|notes|remark|remarks|division|stt|tt|s tt|no|số tt|số thứ tự|ghi chú|số điện thoại|điện thoại|số đt|đt|email|thư điện tử|đảng bộ|ngày vào đoàn|mã nhân viên|mã nv
    |mã đv|mã đảng viên|msđv|đề nghị xóa|kết quả kiểm tra|chi tiết lỗi|đoàn thể|khen thưởng|kỷ luật|quá trình công tác|nghề nghiệp
    |nghề nghiệp hiện nay|đơn vị|đơn vị công tác|phòng ban|phòng|khoa|bộ phận|tổ|đội|cơ quan|tuổi|tuổi đảng|tuổi đời|huy hiệu đảng|số huy hiệu|huy hiệu
    |đã nhận huy hiệu đảng|chính sách có công|quá trình tham gia cấp ủy|ngày cấp|nơi cấp|ngày cấp cccd|nơi cấp cccd|ngày cấp cmnd
    |nơi cấp cmnd|ngày nhập ngũ|ngày vào ngành|năm nhập ngũ|năm vào ngành|mã số|chữ ký|ký tên|lớp|mssv
    |mã sinh viên|người giới thiệu|học hàm|ngày tuyển dụng|ngày vào làm|thành phần gia đình|thành phần bản thân|thành phần xuất thân
    |số quyết định|ngày quyết định|xếp loại|đánh giá|chức vụ đoàn thể|chức vụ hiện nay đoàn thể|quản lý nhà nước|đảng phí|hệ số lương
    |nơi công tác|ngày quyết định công nhận|số quyết định kết nạp|nơi kết nạp|chi bộ kết nạp|nơi vào đảng|ngày vào công an"""
