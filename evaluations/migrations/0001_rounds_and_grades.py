import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import partyunit.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cells", "0002_refusals_beside_fields"),
        ("documents", "0006_guides"),
        ("members", "0010_spreadsheets_taken_in"),
        ("regulations", "0005_rating_topic"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EvaluationRound",
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
                ("decided_on", partyunit.fields.DayField(verbose_name="ngày quyết định")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation_rounds",
                        to="cells.committee",
                        verbose_name="đảng bộ",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation_rounds",
                        to="documents.document",
                        verbose_name="văn bản trong sổ",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation_rounds",
                        to="regulations.regulation",
                        verbose_name="quy định",
                    ),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người hủy",
                    ),
                ),
            ],
            options={
                "verbose_name": "đợt đánh giá, xếp loại",
                "ordering": ["-year"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MemberEvaluation",
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
                    "grade",
                    models.CharField(
                        choices=[
                            ("excellent", "hoàn thành xuất sắc nhiệm vụ"),
                            ("good", "hoàn thành tốt nhiệm vụ"),
                            ("fulfilled", "hoàn thành nhiệm vụ"),
                            ("failed", "không hoàn thành nhiệm vụ"),
                            ("not_rated", "không xếp loại"),
                        ],
                        max_length=9,
                        verbose_name="mức xếp loại",
                    ),
                ),
                (
                    "reason",
                    partyunit.fields.LineField(
                        blank=True, max_length=200, verbose_name="lý do không xếp loại"
                    ),
                ),
                (
                    "cell",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_evaluations",
                        to="cells.cell",
                        verbose_name="chi bộ xếp loại",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="members.member",
                        verbose_name="đảng viên",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_evaluations",
                        to="evaluations.evaluationround",
                        verbose_name="đợt",
                    ),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người hủy",
                    ),
                ),
            ],
            options={
                "verbose_name": "xếp loại đảng viên",
                "ordering": ["round", "member"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="evaluationround",
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
                name="evaluations_evaluationround_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("committee", "year"),
                name="evaluation_round_once_a_year",
                violation_error_code="year",
                violation_error_message="Năm này đã có đợt đánh giá, xếp loại.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationround",
            constraint=models.CheckConstraint(
                condition=models.Q(("decided_on__year__gte", models.F("year"))),
                name="evaluation_round_decided_in_or_after_its_year",
                violation_error_code="decided_on",
                violation_error_message="Ngày quyết định không thể trước năm được đánh giá.",
            ),
        ),
        migrations.AddConstraint(
            model_name="memberevaluation",
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
                name="evaluations_memberevaluation_void_has_reason",
                violation_error_message="Muốn hủy một dòng phải ghi lý do.",
            ),
        ),
        migrations.AddConstraint(
            model_name="memberevaluation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at__isnull", True)),
                fields=("round", "member"),
                name="member_evaluation_once_a_year",
                violation_error_code="member",
                violation_error_message="Năm này đồng chí đã được xếp loại.",
            ),
        ),
        migrations.AddConstraint(
            model_name="memberevaluation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grade", "not_rated"), models.Q(("reason", ""), _negated=True)),
                    models.Q(
                        ("grade__in", ["excellent", "good", "fulfilled", "failed"]), ("reason", "")
                    ),
                    _connector="OR",
                ),
                name="member_evaluation_unrated_has_reason",
                violation_error_code="reason",
                violation_error_message="Chỉ khi không xếp loại mới ghi, và phải ghi, lý do.",
            ),
        ),
    ]
