"""What a form says where nothing was written reads as the office speaks."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("act", "sentences"),
    [
        ("transfer", {"Hãy chọn chi bộ chuyển đến.", "Hãy ghi ngày chuyển."}),
        ("transfer_out", {"Hãy ghi tổ chức Đảng nơi chuyển đến.", "Hãy ghi ngày chuyển."}),
        ("assign_position", {"Hãy chọn chức vụ.", "Hãy ghi ngày bắt đầu."}),
        ("assign_oversight", {"Hãy chọn chi bộ phụ trách.", "Hãy ghi ngày bắt đầu."}),
        ("end_membership", {"Hãy chọn lý do.", "Hãy ghi ngày ra khỏi Đảng, từ trần."}),
    ],
)
def test_empty_form(client, officer, member, act, sentences):
    client.force_login(officer)
    answer = client.post(reverse(f"members:{act}", args=[member.pk]), {})
    errors = answer.context["form"].errors.values()
    assert {sentence for of_field in errors for sentence in of_field} == sentences
