"""The pages of meetings."""

from django.urls import path

from meetings.views import (
    activities,
    attendance,
    campaigns,
    carrying,
    guests,
    models,
    offline,
    pages,
    papers,
    recording,
    scores,
    taking_part,
    tasks,
    workflow,
)

app_name = "meetings"
urlpatterns = [
    path("", pages.MeetingListView.as_view(), name="list"),
    path("ngoai-tuyen.js", offline.worker, name="worker"),
    path("lich-thang/", pages.month, name="month"),
    path("cua-chi-bo/", pages.mine, name="mine"),
    path("hop-mau/", models.ModelListView.as_view(), name="models"),
    path("chuyen-can/", attendance.AttendanceListView.as_view(), name="attendance"),
    path("chuyen-can/<int:pk>/", attendance.MatrixView.as_view(), name="cell_attendance"),
    path(
        "chuyen-can/dang-uy/", attendance.CommitteeMatrixView.as_view(), name="committee_attendance"
    ),
    path("nhiem-vu/", tasks.TaskListView.as_view(), name="tasks"),
    path("nhiem-vu/cua-toi/", tasks.MyTaskListView.as_view(), name="my_tasks"),
    path("nhiem-vu/<int:pk>/", tasks.TaskDetailView.as_view(), name="task"),
    path("nhiem-vu/<int:pk>/ket-qua/", tasks.ReportTaskView.as_view(), name="report_task"),
    path("nhiem-vu/<int:pk>/gia-han/", tasks.ExtendTaskView.as_view(), name="extend_task"),
    path("cham-diem/", scores.scores, name="scores"),
    path("cham-diem/thang/", scores.scores_of_month, name="scores_of_month"),
    path("hoat-dong/", activities.ActivityListView.as_view(), name="activities"),
    path("hoat-dong/them/", activities.ActivityCreateView.as_view(), name="activity_create"),
    path("hoat-dong/tong-hop/", activities.ActivitySumsView.as_view(), name="activity_sums"),
    path("hoat-dong/<int:pk>/", activities.ActivityDetailView.as_view(), name="activity"),
    path(
        "hoat-dong/<int:pk>/sua/", activities.ActivityUpdateView.as_view(), name="activity_update"
    ),
    path("hoat-dong/<int:pk>/huy/", activities.VoidActivityView.as_view(), name="activity_void"),
    path(
        "hoat-dong/<int:pk>/da-lam/",
        activities.FinishActivityView.as_view(),
        name="activity_finish",
    ),
    path(
        "hoat-dong/<int:pk>/khong-lam/",
        activities.CallOffActivityView.as_view(),
        name="activity_call_off",
    ),
    path("hoat-dong/<int:pk>/lai-du-kien/", activities.plan_again, name="activity_plan_again"),
    path(
        "hoat-dong/<int:pk>/tham-gia/<int:cell>/",
        taking_part.ParticipationView.as_view(),
        name="activity_participation",
    ),
    path("dot-hoc-tap/", campaigns.CampaignListView.as_view(), name="campaigns"),
    path("dot-hoc-tap/them/", campaigns.CampaignCreateView.as_view(), name="campaign_create"),
    path("dot-hoc-tap/<int:pk>/", campaigns.CampaignDetailView.as_view(), name="campaign"),
    path(
        "dot-hoc-tap/<int:pk>/sua/", campaigns.CampaignUpdateView.as_view(), name="campaign_update"
    ),
    path("dot-hoc-tap/<int:pk>/huy/", campaigns.CampaignVoidView.as_view(), name="campaign_void"),
    path("ke-hoach/", pages.PlanView.as_view(), name="plan"),
    path("<int:pk>/", pages.detail, name="detail"),
    path("<int:pk>/ke-hoach/", pages.ChangePlanView.as_view(), name="change_plan"),
    path("<int:pk>/huy/", pages.VoidMeetingView.as_view(), name="void"),
    path("<int:pk>/van-hop/", workflow.plan_again, name="plan_again"),
    path("<int:pk>/mau-ghi.pdf", carrying.form_pdf, name="form_pdf"),
    path("<int:pk>/bang-tinh.xlsx", carrying.workbook, name="workbook"),
    path("<int:pk>/nhan-bang-tinh/", carrying.bring, name="bring"),
    path("<int:pk>/bien-ban/", papers.minutes, name="minutes"),
    path("<int:pk>/bien-ban.pdf", papers.minutes_file, {"form": "pdf"}, name="minutes_pdf"),
    path("<int:pk>/bien-ban.docx", papers.minutes_file, {"form": "docx"}, name="minutes_docx"),
    path(
        "<int:pk>/bien-ban/bo-sung/<int:addendum>.pdf",
        papers.addendum_file,
        {"form": "pdf"},
        name="addendum_pdf",
    ),
    path(
        "<int:pk>/bien-ban/bo-sung/<int:addendum>.docx",
        papers.addendum_file,
        {"form": "docx"},
        name="addendum_docx",
    ),
    path("<int:pk>/danh-sach/", recording.open_roll, name="open_roll"),
    path("<int:pk>/theo-mau/", models.model, name="model"),
    path("<int:pk>/moi/", guests.InviteView.as_view(), name="invite"),
    path("<int:pk>/khach-co-mat/", guests.mark_guests_present, name="guests_present"),
    path("<int:pk>/tat-ca-co-mat/", recording.mark_everyone_present, name="everyone"),
    path("<int:pk>/dong/<slug:kind>/", recording.save_row, name="save_row"),
    path("<int:pk>/dong/<slug:kind>/<uuid:uid>/bo/", recording.remove_row, name="remove_row"),
    path(
        "<int:pk>/noi-dung/<uuid:uid>/chuyen/", recording.move_agenda_item, name="move_agenda_item"
    ),
    path("<int:pk>/cham-diem/", scores.score, name="score"),
    path("<int:pk>/hoan/", workflow.call_off, name="call_off"),
    path("<int:pk>/trinh/", workflow.submit, name="submit"),
    path("<int:pk>/tra-lai/", workflow.return_with_remark, name="return"),
    path("<int:pk>/duyet/", workflow.approve, name="approve"),
    path("<int:pk>/bo-sung/", workflow.add_addendum, name="add_addendum"),
]
