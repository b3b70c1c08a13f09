"""Pages of the organisation that need its people: they stand below those of the cells."""

from django.urls import path

from members.views import committee, organisation

app_name = "organisation"
term = organisation.ChangeTermView.as_view()
urlpatterns = [
    path("dang-uy/", committee.CommitteeView.as_view(), name="committee"),
    path("dang-uy/nhiem-ky/", term, name="change_term"),
    path("<int:pk>/nhiem-ky-moi/", term, name="change_cell_term"),
    path("nhiem-ky/<int:pk>/hoan-lai/", organisation.UndoTermView.as_view(), name="undo_term"),
    path("<int:pk>/giai-the/", organisation.DissolveCellView.as_view(), name="dissolve_cell"),
    path("<int:pk>/sap-nhap/", organisation.MergeCellsView.as_view(), name="merge_cells"),
    path("<int:pk>/hoan-lai/", organisation.UndoClosingView.as_view(), name="undo_closing"),
]
