import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import members.models.person
import partyunit.constraints
import partyunit.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cells", "0002_refusals_beside_fields"),
        ("documents", "0006_guides"),
        ("members", "0007_qualification_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Candidate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                ("from_on", partyunit.fields.DayField(verbose_name="từ ngày")),
                (
                    "to_on",
                    partyunit.fields.DayField(blank=True, null=True, verbose_name="đến hết ngày"),
                ),
                (
                    "full_name",
                    partyunit.fields.LineField(
                        max_length=120,
                        validators=[members.models.person.check_name],
                        verbose_name="họ và tên",
                    ),
                ),
                (
                    "search_name",
                    partyunit.fields.DerivedField(default="", editable=False, max_length=300),
                ),
                (
                    "sort_name",
                    partyunit.fields.DerivedField(
                        db_index=True, default="", editable=False, max_length=300
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[("male", "nam"), ("female", "nữ")],
                        max_length=6,
                        verbose_name="giới tính",
                    ),
                ),
                ("born_on", partyunit.fields.PartialDateField(verbose_name="ngày sinh")),
                ("ethnicity", partyunit.fields.LineField(max_length=40, verbose_name="dân tộc")),
                (
                    "job",
                    partyunit.fields.LineField(
                        blank=True, max_length=120, verbose_name="công việc"
                    ),
                ),
                (
                    "schooling",
                    partyunit.fields.LineField(
                        blank=True, max_length=20, verbose_name="học vấn phổ thông"
                    ),
                ),
                (
                    "union_introduces",
                    models.BooleanField(default=False, verbose_name="Đoàn thanh niên giới thiệu"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admitted", "đã kết nạp"),
                            ("withdrawn", "thôi không phấn đấu"),
                            ("moved", "chuyển đơn vị"),
                            ("refused", "không đủ điều kiện"),
                        ],
                        max_length=9,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "end_note",
                    partyunit.fields.LineField(
                        blank=True, max_length=200, verbose_name="ghi chú kết quả"
                    ),
                ),
                (
                    "born_on_precision",
                    models.CharField(
                        choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                        default="day",
                        editable=False,
                        max_length=5,
                    ),
                ),
            ],
            options={
                "verbose_name": "quần chúng nguồn phát triển đảng",
                "ordering": ["sort_name", "born_on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CandidateStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("awareness", "học lớp nhận thức về Đảng"),
                            ("application", "đơn xin vào Đảng (1-KNĐ)"),
                            ("curriculum", "lý lịch của người xin vào Đảng (2-KNĐ)"),
                            ("verification", "thẩm tra lý lịch"),
                            ("introduction", "giấy giới thiệu của đảng viên (3-KNĐ)"),
                            ("union", "nghị quyết giới thiệu của Đoàn thanh niên (4-KNĐ)"),
                            ("opinions", "ý kiến đoàn thể và nơi cư trú (5-KNĐ)"),
                            ("cell_resolution", "nghị quyết của chi bộ"),
                            ("submitted", "hồ sơ nộp cấp ủy cơ sở"),
                            ("committee_resolution", "nghị quyết của đảng ủy cơ sở"),
                            ("sent_up", "hồ sơ gửi cấp có thẩm quyền"),
                            ("decision", "quyết định của cấp có thẩm quyền"),
                            ("decision_received", "nhận được quyết định"),
                            ("class", "học lớp đảng viên mới"),
                            ("self_review", "bản tự kiểm điểm (10-KNĐ)"),
                            ("helper", "nhận xét của đảng viên được phân công giúp đỡ (11-KNĐ)"),
                        ],
                        max_length=20,
                        verbose_name="việc",
                    ),
                ),
                ("done_on", partyunit.fields.DayField(verbose_name="ngày")),
                (
                    "number",
                    partyunit.fields.LineField(
                        blank=True, max_length=60, verbose_name="số văn bản"
                    ),
                ),
                ("has_paper", models.BooleanField(default=True, verbose_name="đã có giấy tờ")),
                (
                    "kept_at",
                    partyunit.fields.LineField(
                        blank=True, max_length=120, verbose_name="nơi giữ bản giấy"
                    ),
                ),
                (
                    "votes_base",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số người có quyền biểu quyết"
                    ),
                ),
                (
                    "votes_for",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số phiếu tán thành"
                    ),
                ),
                ("note", partyunit.fields.ProseField(blank=True, verbose_name="ghi chú")),
            ],
            options={
                "verbose_name": "bước phát triển đảng",
                "ordering": ["done_on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("made_on", partyunit.fields.DayField(verbose_name="ngày cam kết")),
                ("text", partyunit.fields.ProseField(verbose_name="nội dung cam kết")),
                (
                    "reviewed_on",
                    partyunit.fields.DayField(blank=True, null=True, verbose_name="ngày kiểm điểm"),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "thực hiện đầy đủ"),
                            ("partly", "thực hiện một phần"),
                            ("not_done", "chưa thực hiện"),
                        ],
                        max_length=8,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "review",
                    partyunit.fields.ProseField(blank=True, verbose_name="nội dung kiểm điểm"),
                ),
            ],
            options={
                "verbose_name": "cam kết nêu gương",
                "ordering": ["year", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                ("from_on", partyunit.fields.DayField(verbose_name="từ ngày")),
                (
                    "to_on",
                    partyunit.fields.DayField(blank=True, null=True, verbose_name="đến hết ngày"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("exempt", "miễn công tác và sinh hoạt"),
                            ("suspended", "đình chỉ sinh hoạt"),
                        ],
                        max_length=9,
                        verbose_name="hình thức",
                    ),
                ),
                ("reason", partyunit.fields.LineField(max_length=200, verbose_name="lý do")),
            ],
            options={
                "verbose_name": "miễn, đình chỉ sinh hoạt",
                "ordering": ["from_on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResidenceComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "asked_on",
                    partyunit.fields.DayField(blank=True, null=True, verbose_name="ngày gửi phiếu"),
                ),
                (
                    "received_on",
                    partyunit.fields.DayField(blank=True, null=True, verbose_name="ngày nhận về"),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("good", "thực hiện tốt"),
                            ("fulfilled", "hoàn thành"),
                            ("not_fulfilled", "chưa hoàn thành"),
                        ],
                        max_length=13,
                        verbose_name="mức nhận xét",
                    ),
                ),
                ("text", partyunit.fields.ProseField(blank=True, verbose_name="nội dung nhận xét")),
            ],
            options={
                "verbose_name": "nhận xét nơi cư trú",
                "ordering": ["year", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResidenceContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                ("from_on", partyunit.fields.DayField(verbose_name="từ ngày")),
                (
                    "to_on",
                    partyunit.fields.DayField(blank=True, null=True, verbose_name="đến hết ngày"),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("normal", "giới thiệu về nơi cư trú"),
                            ("exempt", "giới thiệu, miễn dự sinh hoạt"),
                            ("not_introduced", "không giới thiệu"),
                        ],
                        max_length=14,
                        verbose_name="hình thức",
                    ),
                ),
                (
                    "mode_reason",
                    partyunit.fields.LineField(
                        blank=True, max_length=200, verbose_name="lý do của hình thức"
                    ),
                ),
                (
                    "residence_committee",
                    partyunit.fields.LineField(
                        blank=True, max_length=200, verbose_name="đảng ủy nơi cư trú"
                    ),
                ),
                (
                    "residence_cell",
                    partyunit.fields.LineField(
                        blank=True, max_length=200, verbose_name="chi bộ nơi cư trú"
                    ),
                ),
                (
                    "letter_number",
                    partyunit.fields.LineField(
                        blank=True, max_length=60, verbose_name="số giấy giới thiệu"
                    ),
                ),
                (
                    "letter_on",
                    partyunit.fields.DayField(
                        blank=True, null=True, verbose_name="ngày giấy giới thiệu"
                    ),
                ),
                (
                    "confirmed_on",
                    partyunit.fields.DayField(
                        blank=True, null=True, verbose_name="ngày nơi cư trú xác nhận"
                    ),
                ),
                (
                    "end_reason",
                    partyunit.fields.LineField(
                        blank=True, max_length=200, verbose_name="lý do kết thúc"
                    ),
                ),
            ],
            options={
                "verbose_name": "giữ mối liên hệ nơi cư trú",
                "ordering": ["from_on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecondmentReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="phiên bản"
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="hủy lúc"
                    ),
                ),
                (
                    "void_reason",
                    partyunit.fields.LineField(
                        blank=True, editable=False, max_length=200, verbose_name="lý do hủy"
                    ),
                ),
                ("month", partyunit.fields.DayField(verbose_name="tháng")),
                ("handed_in_on", partyunit.fields.DayField(verbose_name="ngày báo cáo")),
                (
                    "meetings_attended",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="số buổi sinh hoạt đã dự ở chi bộ thôn, bản"
                    ),
                ),
                ("work", partyunit.fields.ProseField(verbose_name="việc đã làm")),
            ],
            options={
                "verbose_name": "báo cáo tháng của đảng viên tăng cường",
                "ordering": ["month", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="member",
            name="birth_country",
            field=partyunit.fields.LineField(
                blank=True, max_length=60, verbose_name="nơi đăng ký khai sinh: quốc gia"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="birth_place",
            field=partyunit.fields.LineField(
                blank=True, max_length=200, verbose_name="nơi đăng ký khai sinh"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="birth_province",
            field=partyunit.fields.LineField(
                blank=True, max_length=80, verbose_name="nơi đăng ký khai sinh: tỉnh"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="card_issued_at",
            field=partyunit.fields.LineField(
                blank=True, max_length=200, verbose_name="nơi cấp thẻ"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="card_issued_on",
            field=partyunit.fields.PartialDateField(
                blank=True, null=True, verbose_name="ngày cấp thẻ"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="card_issued_on_precision",
            field=models.CharField(
                choices=[("day", "ngày"), ("month", "tháng"), ("year", "năm")],
                default="day",
                editable=False,
                max_length=5,
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="card_no_old",
            field=partyunit.fields.LineField(
                blank=True,
                max_length=8,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[0-9]{8}\\Z", "Số thẻ theo Quy định 85 có 8 chữ số."
                    )
                ],
                verbose_name="số thẻ theo Quy định 85",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="dossier_no",
            field=partyunit.fields.LineField(
                blank=True,
                max_length=12,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[0-9]{6} ?[A-ZĐ]{1,4}\\Z",
                        "Số lý lịch có 6 chữ số và 1 đến 4 chữ cái hoa.",
                    )
                ],
                verbose_name="số lý lịch",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="home_country",
            field=partyunit.fields.LineField(
                blank=True, max_length=60, verbose_name="quê quán: quốc gia"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="home_province",
            field=partyunit.fields.LineField(
                blank=True, max_length=80, verbose_name="quê quán: tỉnh"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="national_uid",
            field=partyunit.fields.LineField(
                blank=True, max_length=40, verbose_name="mã trong cơ sở dữ liệu đảng viên 4.0"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="old_citizen_id",
            field=partyunit.fields.LineField(
                blank=True,
                max_length=9,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[0-9]{9}\\Z", "Số chứng minh nhân dân cũ có 9 chữ số."
                    )
                ],
                verbose_name="số chứng minh nhân dân cũ",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="permanent_country",
            field=partyunit.fields.LineField(
                blank=True, max_length=60, verbose_name="thường trú: quốc gia"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="permanent_province",
            field=partyunit.fields.LineField(
                blank=True, max_length=80, verbose_name="thường trú: tỉnh"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="permanent_residence",
            field=partyunit.fields.LineField(
                blank=True, max_length=200, verbose_name="nơi thường trú"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="religion",
            field=partyunit.fields.LineField(blank=True, max_length=40, verbose_name="tôn giáo"),
        ),
        migrations.AddField(
            model_name="placement",
            name="handed_in_on",
            field=partyunit.fields.DayField(
                blank=True, null=True, verbose_name="ngày nộp giấy giới thiệu"
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="left_letter_number",
            field=partyunit.fields.LineField(
                blank=True, max_length=60, verbose_name="số giấy giới thiệu đi"
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="left_letter_on",
            field=partyunit.fields.DayField(
                blank=True, null=True, verbose_name="ngày giấy giới thiệu đi"
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="letter_number",
            field=partyunit.fields.LineField(
                blank=True, max_length=60, verbose_name="số giấy giới thiệu đến"
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="letter_on",
            field=partyunit.fields.DayField(
                blank=True, null=True, verbose_name="ngày giấy giới thiệu đến"
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="received_on",
            field=partyunit.fields.DayField(
                blank=True, null=True, verbose_name="ngày nơi đến tiếp nhận"
            ),
        ),
        migrations.AddField(
            model_name="secondment",
            name="remark",
            field=partyunit.fields.ProseField(
                blank=True, verbose_name="nhận xét của chi bộ thôn, bản"
            ),
        ),
        migrations.AddField(
            model_name="secondment",
            name="remarked_on",
            field=partyunit.fields.DayField(blank=True, null=True, verbose_name="ngày nhận xét"),
        ),
        migrations.AddField(
            model_name="secondment",
            name="result",
            field=partyunit.fields.ProseField(blank=True, verbose_name="kết quả"),
        ),
        migrations.AddField(
            model_name="secondment",
            name="role",
            field=partyunit.fields.LineField(blank=True, max_length=120, verbose_name="cương vị"),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                models.F("card_no_old"),
                condition=models.Q(
                    ("voided_at__isnull", True), models.Q(("card_no_old", ""), _negated=True)
                ),
                name="member_old_card_no_once",
                violation_error_code="card_no_old",
                violation_error_message="Số thẻ này đã có ở một đảng viên khác.",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                models.F("national_uid"),
                condition=models.Q(
                    ("voided_at__isnull", True), models.Q(("national_uid", ""), _negated=True)
                ),
                name="member_national_uid_once",
                violation_error_code="national_uid",
                violation_error_message="Mã này đã có ở một đảng viên khác.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("handed_in_on__isnull", True),
                    ("letter_on__isnull", True),
                    ("handed_in_on__gte", models.F("letter_on")),
                    _connector="OR",
                ),
                name="placement_handed_in_after_letter",
                violation_error_code="handed_in_on",
                violation_error_message="Ngày nộp phải từ ngày giấy giới thiệu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("end_reason", "transfer_out"),
                    models.Q(
                        ("left_letter_number", ""),
                        ("left_letter_on__isnull", True),
                        ("received_on__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="placement_leaving_letter_of_transfer_out",
                violation_error_code="left_letter_on",
                violation_error_message="Chỉ chuyển đi mới có giấy giới thiệu đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("received_on__isnull", True),
                    ("left_letter_on__isnull", True),
                    ("received_on__gte", models.F("left_letter_on")),
                    _connector="OR",
                ),
                name="placement_received_after_letter",
                violation_error_code="received_on",
                violation_error_message="Ngày tiếp nhận phải từ ngày giấy giới thiệu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("remark", ""), ("remarked_on__isnull", True)),
                    models.Q(
                        models.Q(("remark", ""), _negated=True),
                        ("remarked_on__gte", models.F("from_on")),
                        ("remarked_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="secondment_remark_has_day",
                violation_error_code="remarked_on",
                violation_error_message="Nhận xét phải có ngày, từ ngày bắt đầu trở đi.",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="cell",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="candidates",
                to="cells.cell",
                verbose_name="chi bộ",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="first_introducer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="người giới thiệu thứ nhất",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="membership",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="candidates",
                to="members.membership",
                verbose_name="lần kết nạp",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="office_unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="candidates",
                to="cells.officeunit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="second_introducer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="members.member",
                verbose_name="người giới thiệu thứ hai",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddField(
            model_name="candidatestep",
            name="candidate",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="members.candidate",
                verbose_name="người được theo dõi",
            ),
        ),
        migrations.AddField(
            model_name="candidatestep",
            name="membership",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="members.membership",
                verbose_name="thời gian dự bị",
            ),
        ),
        migrations.AddField(
            model_name="candidatestep",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="commitments",
                to="members.member",
                verbose_name="đảng viên",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddField(
            model_name="exemption",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exemptions",
                to="documents.document",
                verbose_name="quyết định",
            ),
        ),
        migrations.AddField(
            model_name="exemption",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="exemptions",
                to="members.member",
                verbose_name="đảng viên",
            ),
        ),
        migrations.AddField(
            model_name="exemption",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddField(
            model_name="residencecomment",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddField(
            model_name="residencecontact",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="residence_contacts",
                to="members.member",
                verbose_name="đảng viên",
            ),
        ),
        migrations.AddField(
            model_name="residencecontact",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddField(
            model_name="residencecomment",
            name="contact",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="members.residencecontact",
                verbose_name="nơi giữ mối liên hệ",
            ),
        ),
        migrations.AddField(
            model_name="secondmentreport",
            name="secondment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="members.secondment",
                verbose_name="tăng cường",
            ),
        ),
        migrations.AddField(
            model_name="secondmentreport",
            name="voided_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người hủy",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_candidate_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                ),
                name="members_candidate_ends_after_start",
                violation_error_code="to_on",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("to_on__isnull", True)),
                    models.Q(("to_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="candidate_end_has_outcome",
                violation_error_code="outcome",
                violation_error_message="Kết thúc theo dõi phải có ngày và kết quả.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("membership__isnull", False), ("outcome", "admitted")),
                    models.Q(
                        models.Q(("outcome", "admitted"), _negated=True),
                        ("membership__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="candidate_admitted_has_membership",
                violation_error_code="membership",
                violation_error_message="Chỉ người đã kết nạp mới gắn với lần kết nạp.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_introducer__isnull", True),
                    ("second_introducer__isnull", True),
                    models.Q(("first_introducer", models.F("second_introducer")), _negated=True),
                    _connector="OR",
                ),
                name="candidate_introducers_differ",
                violation_error_code="second_introducer",
                violation_error_message="Hai người giới thiệu phải là hai đảng viên khác nhau.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("membership",),
                name="candidate_membership_once",
                violation_error_code="membership",
                violation_error_message="Lần kết nạp này đã gắn với người khác.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidatestep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_candidatestep_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidatestep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("candidate__isnull", False), ("membership__isnull", True)),
                    models.Q(("candidate__isnull", True), ("membership__isnull", False)),
                    _connector="OR",
                ),
                name="candidate_step_has_one_owner",
                violation_error_message="Một bước thuộc về một người: nguồn hoặc đảng viên dự bị.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidatestep",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("voided_at__isnull", True), models.Q(("kind", "awareness"), _negated=True)
                ),
                fields=("candidate", "kind"),
                name="candidate_step_once",
                violation_error_code="kind",
                violation_error_message="Việc này đã ghi rồi; hãy sửa dòng đã ghi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidatestep",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("membership", "kind"),
                name="recognition_step_once",
                violation_error_code="kind",
                violation_error_message="Việc này đã ghi rồi; hãy sửa dòng đã ghi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidatestep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("votes_base__isnull", True), ("votes_for__isnull", True)),
                    models.Q(
                        ("votes_base__isnull", False),
                        ("votes_for__isnull", False),
                        ("votes_for__lte", models.F("votes_base")),
                    ),
                    _connector="OR",
                ),
                name="candidate_step_votes_within_base",
                violation_error_code="votes_for",
                violation_error_message="Ghi cả hai số; số tán thành không quá số có quyền biểu quyết.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_commitment_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("member", "year"),
                name="commitment_once_a_year",
                violation_error_code="year",
                violation_error_message="Năm này đồng chí đã có bản cam kết.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (2012, 2200))),
                name="commitment_year_is_sane",
                violation_error_code="year",
                violation_error_message="Cam kết nêu gương có từ năm 2012.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result", ""), ("review", ""), ("reviewed_on__isnull", True)),
                    models.Q(
                        ("reviewed_on__gte", models.F("made_on")),
                        ("reviewed_on__isnull", False),
                        models.Q(("result", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="commitment_review_has_day_and_result",
                violation_error_code="result",
                violation_error_message="Kiểm điểm phải có kết quả và ngày, từ ngày cam kết trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_exemption_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                ),
                name="members_exemption_ends_after_start",
                violation_error_code="to_on",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["exempt", "suspended"])),
                name="exemption_kind_is_known",
                violation_error_code="kind",
                violation_error_message="Hình thức là miễn hoặc đình chỉ sinh hoạt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=partyunit.constraints.NoOverlap(
                by=("member",),
                ends=("from_on", "to_on"),
                name="exemption_no_overlap",
                violation_error_message="Trong thời gian này đồng chí đã được miễn hoặc bị đình chỉ sinh hoạt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_residencecontact_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                ),
                name="members_residencecontact_ends_after_start",
                violation_error_code="to_on",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("letter_on__isnull", True),
                        ("mode", "not_introduced"),
                        ("residence_cell", ""),
                    ),
                    models.Q(
                        ("mode__in", ["normal", "exempt"]),
                        models.Q(("residence_cell", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="residence_contact_names_its_cell",
                violation_error_code="residence_cell",
                violation_error_message="Đã giới thiệu thì ghi chi bộ nơi cư trú; không giới thiệu thì để trống.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_on__isnull", True),
                    models.Q(
                        ("confirmed_on__gte", models.F("letter_on")), ("letter_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="residence_contact_confirmed_after_letter",
                violation_error_code="confirmed_on",
                violation_error_message="Ngày xác nhận phải đi cùng ngày giấy giới thiệu, và không trước ngày ấy.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecontact",
            constraint=partyunit.constraints.NoOverlap(
                by=("member",),
                ends=("from_on", "to_on"),
                name="residence_contact_no_overlap",
                violation_error_message="Trong thời gian này đồng chí đã có một nơi giữ mối liên hệ khác.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_residencecomment_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecomment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("contact", "year"),
                name="residence_comment_once_a_year",
                violation_error_code="year",
                violation_error_message="Năm này đã có nhận xét của nơi cư trú.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (2000, 2200))),
                name="residence_comment_year_is_sane",
                violation_error_code="year",
                violation_error_message="Năm không hợp lệ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", ""), ("received_on__isnull", True), ("text", "")),
                    models.Q(
                        ("received_on__isnull", False), models.Q(("level", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="residence_comment_received_says_something",
                violation_error_code="level",
                violation_error_message="Nhận xét đã nhận phải có ngày nhận và mức nhận xét.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_on__isnull", False), ("received_on__isnull", False), _connector="OR"
                ),
                name="residence_comment_asked_or_received",
                violation_error_code="asked_on",
                violation_error_message="Ghi ngày gửi phiếu hoặc ngày nhận nhận xét.",
            ),
        ),
        migrations.AddConstraint(
            model_name="residencecomment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_on__isnull", True),
                    ("received_on__isnull", True),
                    ("received_on__gte", models.F("asked_on")),
                    _connector="OR",
                ),
                name="residence_comment_received_after_asked",
                violation_error_code="received_on",
                violation_error_message="Ngày nhận về phải từ ngày gửi phiếu trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondmentreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("void_reason", ""),
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                    ),
                    models.Q(
                        ("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="members_secondmentreport_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondmentreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("secondment", "month"),
                name="secondment_report_once_a_month",
                violation_error_code="month",
                violation_error_message="Tháng này đã có báo cáo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondmentreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__day", 1)),
                name="secondment_report_of_a_month",
                violation_error_code="month",
                violation_error_message="Tháng ghi bằng ngày đầu tháng.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondmentreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("handed_in_on__gte", models.F("month"))),
                name="secondment_report_not_before_its_month",
                violation_error_code="handed_in_on",
                violation_error_message="Không thể báo cáo trước khi tháng bắt đầu.",
            ),
        ),
    ]
