"""The national form out of the register. Officers only."""

from audit import services as audit
from members.importing.national import with_form_rows, write_national_form
from members.rights import check_may_write
from members.views.lists import MemberListView
from partyunit.sheets import send_sheet


class NationalFormView(MemberListView):
    """The people of the list, by its filters and its day, in the national form with full numbers."""

    is_shown = False

    def check_role(self):
        super().check_role()
        check_may_write(self.request.user)

    def get_records(self):
        """Full numbers leave only the committees whose register the account writes."""
        ids = self.request.user.access.write_committee_ids
        return super().get_records().filter(committee_on_day__in=ids)

    def get(self, request, *args, **kwargs):
        self.listing, self.filterset = self.build()
        members = list(with_form_rows(self.listing.ordered, self.on))
        content = write_national_form(members, day=self.on)
        self._log("national_form")
        audit.log(
            action="members.unmask",
            by=request.user,
            after={
                "number": ["citizen_id", "old_citizen_id", "card_no", "card_no_old"],
                "members": [member.pk for member in members],
            },
        )
        return send_sheet(content, f"mau-4-0-dang-vien-{self.on:%Y-%m-%d}.xlsx")
