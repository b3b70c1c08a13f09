"""Study campaigns and activities, with who took part."""

from meetings.models import Activity, Campaign, Participation
from reports.demo.activities import CAMPAIGNS, Deed, Part
from reports.demo.loading.organisation import Organisation
from reports.demo.loading.people import People
from reports.demo.loading.store import Store
from reports.demo.plan import Plan


def add_campaigns(store: Store, organisation: Organisation) -> dict[str, Campaign]:
    """By key; before the meetings that belong to them."""
    return {
        one.key: store.add(
            Campaign(
                committee=organisation.committee,
                title=one.title,
                theme=one.theme,
                document=organisation.papers[one.paper],
                from_on=one.first,
                to_on=one.last,
            )
        )
        for one in CAMPAIGNS
    }


def add_activities(
    store: Store,
    plan: Plan,
    *,
    organisation: Organisation,
    people: People,
    campaigns: dict[str, Campaign],
) -> None:
    for deed, parts in plan.deeds:
        activity = store.add(_activity(deed, organisation, campaigns=campaigns))
        for part in parts:
            for row in _participations(activity, part, organisation, people=people):
                store.add(row)


def _activity(deed: Deed, organisation: Organisation, *, campaigns) -> Activity:
    return Activity(
        committee=organisation.committee,
        cell=organisation.cells[deed.cell] if deed.cell else None,
        campaign=campaigns[deed.campaign] if deed.campaign else None,
        kind=deed.kind,
        title=deed.title,
        starts_on=deed.first,
        ends_on=deed.last or deed.first,
        place=deed.place,
        plan=organisation.papers[deed.plan] if deed.plan else None,
        target=deed.target,
        target_cell=organisation.cells[deed.target_cell] if deed.target_cell else None,
        state=deed.state,
        state_reason=deed.reason,
        result=deed.result,
        conclusion=deed.conclusion,
    )


def _participations(activity: Activity, part: Part, organisation: Organisation, *, people: People):
    cell = organisation.cells[part.cell]
    if not part.is_named:
        return [Participation(activity=activity, cell=cell, head_count=len(part.people))]
    return [
        Participation(activity=activity, cell=cell, member=people.of(one)) for one in part.people
    ]
