"""The committee, its cells, their names and terms, office units, localities, host cells, papers."""

from cells.models import Cell, Committee, HostCell, Locality, OfficeUnit, OrganisationName, Term
from documents.models import Document
from partyunit.dates import PartialDate
from reports.demo.flows import BY_KEY, CELLS, CODES, FOUNDED_ON
from reports.demo.loading.store import Store
from reports.demo.loans import LOCALITIES
from reports.demo.plan import Plan
from reports.demo.posts import COMMITTEE_TERMS, DISTRICT_POLICE, cell_terms
from reports.demo.shapes import Paper

COMMITTEE_CODE = "CAH"
ORGANISATION_CODE = "38.168.053.000"


class Organisation:
    """The rows of the organisation, found by the plan's keys."""

    def __init__(self, store: Store, plan: Plan):
        self.store = store
        self.committee = store.add(
            Committee(code=COMMITTEE_CODE, founded_on=FOUNDED_ON, place="Tân Uyên")
        )
        self.cells = {cell.key: self._cell(cell) for cell in CELLS}
        self._name_committee()
        self.terms = self._terms()
        self.units = self._units()
        self.hosts = self._hosts()
        self.papers = {paper.key: self._paper(paper) for paper in self._by_day(plan)}

    def _cell(self, planned) -> Cell:
        position = len(self.store.of(Cell)) + 1
        cell = self.store.add(
            Cell(
                committee=self.committee,
                code=CODES[planned.key],
                name=planned.name,
                founded_on=planned.founded_on,
                position=position,
            )
        )
        self.store.add(
            OrganisationName(
                cell=cell,
                name=f"Chi bộ {planned.name}",
                short_name=planned.name,
                code=f"{ORGANISATION_CODE}.{position:03d}",
                superior_line="Đảng ủy Công an huyện",
                from_on=planned.founded_on,
            )
        )
        return cell

    def _name_committee(self) -> None:
        self.store.add(
            OrganisationName(
                committee=self.committee,
                name="Đảng ủy Công an huyện",
                short_name="Công an huyện",
                code=f"{ORGANISATION_CODE}.000",
                superior_line="Đảng bộ huyện Tân Uyên",
                from_on=FOUNDED_ON,
            )
        )

    def _terms(self) -> dict[tuple[str, str], Term]:
        terms = {}
        for name, first, last, is_appointed in COMMITTEE_TERMS:
            owner = {"committee": self.committee, "is_appointed": is_appointed}
            row = Term(name=name, from_on=first, to_on=last, **owner)
            terms["", name] = self.store.add(row)
        for term in cell_terms():
            row = Term(
                cell=self.cells[term.cell], name=term.name, from_on=term.first, to_on=term.last
            )
            terms[term.cell, term.name] = self.store.add(row)
        return terms

    def term_on(self, cell: str, day) -> Term:
        return next(
            term for (owner, _), term in self.terms.items() if owner == cell and term.holds_on(day)
        )

    def _units(self) -> dict[str, OfficeUnit]:
        names = {DISTRICT_POLICE: None}
        names |= {BY_KEY[key].unit: cell for key, cell in self.cells.items()}
        return {
            name: self.store.add(
                OfficeUnit(committee=self.committee, cell=cell, name=name, from_on=FOUNDED_ON)
            )
            for name, cell in names.items()
        }

    def _hosts(self) -> dict[tuple[str, str], HostCell]:
        hosts = {}
        for kind, name, host_names in LOCALITIES:
            locality = self.store.add(Locality(committee=self.committee, kind=kind, name=name))
            for host in host_names:
                hosts[name, host] = self.store.add(HostCell(locality=locality, name=host))
        return hosts

    @staticmethod
    def _by_day(plan: Plan) -> list[Paper]:
        return sorted(plan.papers.values(), key=lambda paper: (paper.issued_on, paper.key))

    def _paper(self, paper: Paper) -> Document:
        own = paper.stance == Document.Stance.ISSUED
        return self.store.add(
            Document(
                register=self.committee,
                committee=self.committee if own and not paper.issuer else None,
                cell=self.cells[paper.issuer] if own and paper.issuer else None,
                outside_issuer="" if own else paper.issuer,
                kind=paper.kind,
                stance=paper.stance,
                term=self.terms[paper.issuer, paper.term] if own else None,
                sequence=paper.sequence,
                number=paper.number,
                issued_on=PartialDate.of(paper.issued_on),
                summary=paper.summary,
            )
        )
