"""Groups of rows as the pages of this room show them."""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from cells.models import HostCell, Locality
from members.models import Member, Secondment


@dataclass(frozen=True)
class HostLine:
    """One village cell and the members who help it."""

    host_cell: HostCell
    secondments: list[Secondment]


@dataclass(frozen=True)
class LocalityLine:
    """One commune or town with its village cells."""

    locality: Locality
    hosts: list[HostLine]

    @property
    def address(self) -> str:
        """Its rows on the list of secondments."""
        return f"{reverse('members:secondments')}?locality={self.locality.pk}"

    @property
    def total(self) -> int:
        return sum(len(host.secondments) for host in self.hosts)


def localities_board(secondments) -> list[LocalityLine]:
    """Secondments by locality and village cell, in the order of the office's list."""
    rows = sorted(
        secondments, key=lambda row: (row.host_cell.locality_id, row.host_cell_id, row.from_on)
    )
    return [
        LocalityLine(locality, [HostLine(host, list(rows)) for host, rows in _by_host(of_locality)])
        for locality, of_locality in groupby(rows, key=lambda row: row.host_cell.locality)
    ]


def _by_host(rows):
    return groupby(rows, key=lambda row: row.host_cell)


def rows_about(member: Member) -> list:
    """The member and every row of this room that names the member, voided ones too."""
    relations = [
        one
        for one in Member._meta.related_objects
        if one.related_model._meta.app_label == "members"
    ]
    rows = [one.related_model._base_manager.filter(**{one.field.name: member}) for one in relations]
    return [Member._base_manager.filter(pk=member.pk), *rows]
