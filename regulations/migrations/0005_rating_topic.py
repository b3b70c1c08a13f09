from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("regulations", "0004_topics_of_life_and_deadlines"),
    ]

    operations = [
        migrations.AlterField(
            model_name="regulation",
            name="topic",
            field=models.CharField(
                choices=[
                    ("probation", "thời gian dự bị"),
                    ("awareness", "giấy chứng nhận học lớp nhận thức về Đảng"),
                    ("admission", "quyết định kết nạp, công nhận; lễ kết nạp"),
                    ("recognition", "chi bộ xét công nhận đảng viên chính thức"),
                    ("transfer", "chuyển sinh hoạt đảng chính thức"),
                    ("temporary_activity", "chuyển sinh hoạt đảng tạm thời"),
                    ("removal", "xóa tên đảng viên"),
                    ("readmission", "kết nạp lại"),
                    ("badge", "Huy hiệu Đảng"),
                    ("rating", "đánh giá, xếp loại hằng năm"),
                    ("term", "nhiệm kỳ"),
                    ("cell_vote", "biểu quyết trong chi bộ"),
                    ("cell_meeting", "sinh hoạt chi bộ"),
                    ("residence_contact", "giữ mối liên hệ nơi cư trú"),
                    ("layout", "thể thức văn bản"),
                    ("reminders", "nhắc việc đến hạn"),
                ],
                max_length=40,
                verbose_name="chủ đề",
            ),
        ),
    ]
