"""Signing in, one's own password, and the administrator's pages."""

from django.urls import path

from accounts import saved_view_pages, signing, views

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", signing.SignInView.as_view(), name="sign_in"),
    path("thoat/", signing.SignOutView.as_view(), name="sign_out"),
    path("mat-khau/", signing.ChangePasswordView.as_view(), name="change_password"),
    path("", views.AccountListView.as_view(), name="list"),
    path("mo/", views.AccountCreateView.as_view(), name="create"),
    path("<int:pk>/", views.AccountDetailView.as_view(), name="detail"),
    path("<int:pk>/sua/", views.AccountUpdateView.as_view(), name="update"),
    path("<int:pk>/dong/", views.CloseAccountView.as_view(), name="close"),
    path("<int:pk>/mo-lai/", views.ReopenAccountView.as_view(), name="reopen"),
    path("<int:pk>/dat-lai-mat-khau/", views.ResetPasswordView.as_view(), name="reset_password"),
    path("<int:pk>/giao-vai-tro/", views.GiveRoleView.as_view(), name="give_role"),
    path("cach-xem/luu/", saved_view_pages.SaveViewView.as_view(), name="save_view"),
    path("cach-xem/<int:pk>/sua/", saved_view_pages.ChangeViewView.as_view(), name="change_view"),
    path("cach-xem/<int:pk>/bo/", saved_view_pages.DropViewView.as_view(), name="drop_view"),
    path("vai-tro/<int:pk>/ket-thuc/", views.EndRoleView.as_view(), name="end_role"),
    path("vai-tro/<int:pk>/huy/", views.VoidRoleView.as_view(), name="void_role"),
]
