"""The pages of this room."""

from django.urls import path

from members.views import acts, commitments, detail, lists, residence, rows

app_name = "members"
urlpatterns = [
    path("", lists.MemberListView.as_view(), name="list"),
    path("ket-nap/", acts.AdmitView.as_view(), name="admit"),
    path("dang-sinh-hoat/", acts.PresentMemberView.as_view(), name="present"),
    path("chuyen-den/", acts.TransferInView.as_view(), name="transfer_in"),
    path("tang-cuong/", lists.SecondmentListView.as_view(), name="secondments"),
    path("chi-bo-thon-ban/", lists.HostCellListView.as_view(), name="host_cells"),
    path("xa-thi-tran/", lists.LocalityListView.as_view(), name="localities"),
    path("<int:pk>/", detail.MemberDetailView.as_view(), name="detail"),
    path("<int:pk>/so/", detail.unmask, name="unmask"),
    path("<int:pk>/sua/", acts.IdentityView.as_view(), name="update"),
    path("<int:pk>/chuyen/", acts.TransferView.as_view(), name="transfer"),
    path("<int:pk>/chuyen-di/", acts.TransferOutView.as_view(), name="transfer_out"),
    path("<int:pk>/chuyen-den/", acts.ComeBackView.as_view(), name="come_back"),
    path("<int:pk>/ket-nap-lai/", acts.ReadmitView.as_view(), name="readmit"),
    path("<int:pk>/cong-nhan/", acts.RecogniseView.as_view(), name="recognise"),
    path("<int:pk>/ra-khoi-dang/", acts.EndMembershipView.as_view(), name="end_membership"),
    path("<int:pk>/chuc-vu/", acts.AssignPositionView.as_view(), name="assign_position"),
    path("<int:pk>/phu-trach/", acts.AssignOversightView.as_view(), name="assign_oversight"),
    path("<int:pk>/cap-bac-ham/", acts.PromoteView.as_view(), name="promote"),
    path("<int:pk>/trinh-do/", acts.QualificationView.as_view(), name="add_qualification"),
    path("<int:pk>/tang-cuong/", acts.SecondView.as_view(), name="second"),
    path("<int:pk>/noi-cu-tru/", residence.KeepContactView.as_view(), name="keep_contact"),
    path("<int:pk>/cam-ket/", commitments.CommitView.as_view(), name="commit"),
    path("<int:pk>/tai-khoan/", acts.LinkAccountView.as_view(), name="link_account"),
    path("<int:pk>/ghi-nham/", rows.VoidRegistrationView.as_view(), name="void_registration"),
    path("chuc-vu/<int:pk>/thoi/", rows.EndPositionView.as_view(), name="end_position"),
    path("phu-trach/<int:pk>/thoi/", rows.EndOversightView.as_view(), name="end_oversight"),
    path("tang-cuong/<int:pk>/ket-thuc/", rows.EndSecondmentView.as_view(), name="end_secondment"),
    path("noi-cu-tru/<int:pk>/thoi/", residence.EndContactView.as_view(), name="end_contact"),
    path(
        "noi-cu-tru/<int:pk>/xac-nhan/",
        residence.ConfirmContactView.as_view(),
        name="confirm_contact",
    ),
    path(
        "cam-ket/<int:pk>/kiem-diem/",
        commitments.ReviewCommitmentView.as_view(),
        name="review_commitment",
    ),
    path("roi-di/<int:pk>/huy/", rows.UndoLeavingView.as_view(), name="undo_leaving"),
    path("<slug:kind>/<int:pk>/sua/", rows.CorrectRowView.as_view(), name="correct"),
    path("<slug:kind>/<int:pk>/huy/", rows.VoidRowView.as_view(), name="void"),
]
