"""Cells, and the directories beside them."""

from django.urls import path

from cells import acts, directories, views
from cells.models import HostCell, Locality, OfficeUnit

app_name = "cells"
void = directories.DirectoryVoidView.as_view
urlpatterns = [
    path("", views.CellListView.as_view(), name="list"),
    path("them/", acts.CellCreateView.as_view(), name="create"),
    path("<int:pk>/", views.CellDetailView.as_view(), name="detail"),
    path("<int:pk>/sua/", acts.CellUpdateView.as_view(), name="update"),
    path("<int:pk>/doi-ten/", acts.CellRenameView.as_view(), name="rename"),
    path("ten/<int:pk>/sua/", acts.CellNameUpdateView.as_view(), name="name_update"),
    path("ten/<int:pk>/huy/", acts.CellRenameUndoView.as_view(), name="rename_undo"),
    path("<int:pk>/nhiem-ky/", acts.TermCreateView.as_view(), name="term"),
    path("nhiem-ky/", acts.TermCreateView.as_view(), name="committee_term"),
    path("nhiem-ky/<int:pk>/huy/", acts.TermVoidView.as_view(), name="term_void"),
    path("xa/", directories.LocalityListView.as_view(), name="localities"),
    path("xa/them/", directories.LocalityCreateView.as_view(), name="locality_create"),
    path("xa/<int:pk>/sua/", directories.LocalityUpdateView.as_view(), name="locality_update"),
    path("xa/<int:pk>/huy/", void(model=Locality), name="locality_void"),
    path("thon-ban/", directories.HostCellListView.as_view(), name="host_cells"),
    path("thon-ban/them/", directories.HostCellCreateView.as_view(), name="host_cell_create"),
    path(
        "thon-ban/<int:pk>/sua/", directories.HostCellUpdateView.as_view(), name="host_cell_update"
    ),
    path("thon-ban/<int:pk>/huy/", void(model=HostCell), name="host_cell_void"),
    path("don-vi/", directories.OfficeUnitListView.as_view(), name="office_units"),
    path("don-vi/them/", directories.OfficeUnitCreateView.as_view(), name="office_unit_create"),
    path(
        "don-vi/<int:pk>/sua/",
        directories.OfficeUnitUpdateView.as_view(),
        name="office_unit_update",
    ),
    path("don-vi/<int:pk>/huy/", void(model=OfficeUnit), name="office_unit_void"),
]
