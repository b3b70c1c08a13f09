"""A register page against a bare view of the same 25 rows and eight columns, middleware included in both."""

from django.test import Client, override_settings

from accounts.models import User
from benchmarks.timing import medians, report

PAGES = ("/dang-vien/", "/sinh-hoat/", "/khen-thuong/", "/van-ban/", "/dang-vien/tang-cuong/")

client = Client(SERVER_NAME="localhost")
client.force_login(User.objects.get(username="bithu"))
with override_settings(ROOT_URLCONF="benchmarks.urls", ALLOWED_HOSTS=["localhost"]):
    works = {
        address: (lambda address=address: client.get(address)) for address in ("/bare/", *PAGES)
    }
    report("Pages against the bare view", medians(works, rounds=30), against="/bare/")
