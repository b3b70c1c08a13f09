"""The program's addresses and one more: the same rows in the barest view that could show them."""

from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from members.models import Member

BARE = engines["django"].from_string(
    "<table>{% for one in rows %}<tr><td>{{ one.full_name }}<td>{{ one.sex }}<td>{{ one.born_on }}"
    "<td>{{ one.ethnicity }}<td>{{ one.home_place }}<td>{{ one.residence }}<td>{{ one.citizen_id }}"
    "<td>{{ one.card_no }}</tr>{% endfor %}</table>"
)


def bare(request):
    rows = Member.objects.visible_to(request.user).placed_on(request.program_day)[:25]
    return HttpResponse(BARE.render({"rows": rows}, request))


urlpatterns = [path("bare/", bare), path("", include("partyunit.urls"))]
