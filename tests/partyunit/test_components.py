"""The filters and components of every template."""

import datetime as dt
import decimal
from types import SimpleNamespace

import pytest
from django import forms
from django.template import Context, Template

from partyunit.dates import PartialDate
from partyunit.listing import TimelineEntry
from partyunit.templatetags.components import day, number, percent


def draw(source, **context):
    return Template(source).render(Context(context))


def test_day_is_written_day_first():
    assert day(dt.date(2019, 4, 3)) == "03/04/2019"
    assert day(PartialDate(2012, 2)) == "02/2012"
    assert day(None) == ""


def test_moment_is_told_in_the_places_time():
    moment = dt.datetime(2019, 3, 12, 18, 30, tzinfo=dt.UTC)
    assert day(moment) == "13/03/2019"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (8, "8"),
        (1234, "1.234"),
        (1234.5, "1.234,5"),
        (decimal.Decimal("89.40"), "89,40"),
        (None, ""),
    ],
)
def test_number_groups_by_dots_and_has_a_decimal_comma(value, written):
    assert number(value) == written


def test_percent_has_one_decimal():
    assert percent(89.380530) == "89,4 %"


def test_figure_is_a_link_to_its_rows():
    shown = SimpleNamespace(value=1101, url="/x/?graduate=1&on=13/03/2019")
    link = '<a href="/x/?graduate=1&amp;on=13/03/2019">1.101</a>'
    assert draw("{% figure of=shown %}", shown=shown) == link


def test_figure_without_a_list_is_the_number_alone():
    assert draw("{% figure of=shown %}", shown=SimpleNamespace(value=5, url="")) == "5"


def test_unknown_argument_of_a_component_is_an_error():
    with pytest.raises(Exception, match="unexpected keyword"):
        draw('{% empty_state heading="x" tetx="y" %}')


def test_timeline_shows_the_newest_year_first():
    entries = [
        TimelineEntry(day=dt.date(2009, 5, 19), kind="Đảng", text="Kết nạp"),
        TimelineEntry(day=PartialDate(2012), kind="Trình độ", text="Đại học"),
        TimelineEntry(day=dt.date(2012, 1, 10), kind="Chi bộ", text="<b>Chuyển</b>"),
    ]
    drawn = draw("{% timeline entries=entries %}", entries=entries)
    assert drawn.index("2012") < drawn.index("2009")
    assert "&lt;b&gt;Chuyển" in drawn
    assert ">10/01</time>" in drawn


class OneField(forms.Form):
    name = forms.CharField(label="Tên")


def test_errors_lead_to_their_fields():
    form = OneField({"name": ""})
    form.add_error(None, "Trái một quy tắc.")
    drawn = draw("{% field_errors form=form %}", form=form)
    assert 'href="#id_name"' in drawn
    assert "Trái một quy tắc." in drawn
    assert "2" in drawn


def test_no_errors_draw_nothing():
    assert "<div" not in draw("{% field_errors form=form %}", form=OneField())
