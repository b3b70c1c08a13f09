"""The tasks a meeting gives, and what came of them by the dates."""

import datetime as dt

from reports.demo.calendar import DAY, working_before, working_from
from reports.demo.dice import Decks, between, chance, pick, shuffled, throw
from reports.demo.flows import TODAY
from reports.demo.posts import Posts
from reports.demo.shapes import Gathering, Task
from reports.demo.words import common
from reports.demo.words.fields import FIELDS
from reports.demo.words.seasons import seasons_on
from reports.demo.words.shapes import Matter

COUNTS = {"regular": 3, "committee": 2, "thematic": 1, "model": 1}


class Assigner:
    def __init__(self, decks: Decks, posts: Posts):
        self.decks, self.posts = decks, posts

    def give(self, meeting: Gathering) -> None:
        """A cell's work goes to its people, not to those among them who lead the whole house."""
        people = shuffled(meeting.speakers, "tasks", meeting.key)
        if meeting.cell:
            leading = self.posts.committee_on(meeting.meets_on)
            people.sort(key=lambda person: person in leading)
        for person, (job, latest) in zip(people, self._jobs(meeting), strict=False):
            text = job.seen[0].format(month=meeting.counts_for.month)
            due = working_from(meeting.meets_on + between(12, 24, meeting.key, text) * DAY)
            task = Task(text, person, min(due, latest))
            self._report(task, job, meeting=meeting)
            meeting.tasks.append(task)

    def _jobs(self, meeting: Gathering) -> list[tuple[Matter, dt.date]]:
        """Of the body's own work, often one that the season brings; each with its latest day."""
        tasks = FIELDS[meeting.cell].tasks
        jobs = [
            (self.decks.deal(tasks, "tasks", meeting.cell), dt.date.max)
            for _ in range(COUNTS[meeting.kind])
        ]
        if chance(60 if meeting.cell else 20, "season task", meeting.key):
            season = pick(seasons_on(meeting.meets_on), "task of season", meeting.key)
            ends = max(season.ends_on(meeting.meets_on), meeting.meets_on + 4 * DAY)
            job = pick(season.tasks, "season job", meeting.key)
            jobs[-1] = (job, working_from(ends + DAY))
        return jobs

    def _report(self, task: Task, job: Matter, *, meeting: Gathering) -> None:
        """Mostly done by the day, some early, some late; what is not done today is still open."""
        luck = throw("task", meeting.key, task.text) % 100
        shift = 0
        if luck < 12:
            shift = between(5, 24, "late", meeting.key, task.text)
        elif luck < 45:
            shift = -between(1, 5, "early", meeting.key, task.text)
        closed = max(working_before(task.due_on + shift * DAY), meeting.meets_on + DAY)
        if closed > TODAY:
            task.state = "doing" if luck < 60 else "open"
            if task.due_on < TODAY:
                task.state, task.result = "doing", pick(common.UNDER_WAY, meeting.key, task.text)
            return
        task.state, task.closed_on = "done", closed
        outcome = self.decks.deal(job.asks, job.seen[0])
        task.result = f"{outcome[0].upper()}{outcome[1:]}; {self._timing(task, meeting)}"

    def _timing(self, task: Task, meeting: Gathering) -> str:
        days = (task.closed_on - task.due_on).days
        if days > 0:
            late = common.LATE if meeting.cell else common.COMMITTEE_LATE
            return self.decks.deal(late, late[0]).format(days=f"{days:02d}")
        options = common.EARLY if days < -1 else common.ON_TIME
        return self.decks.deal(options, options[0]).format(days=f"{-days:02d}")
