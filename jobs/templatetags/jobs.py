"""The moving picture of a job, for pages of other rooms."""

from django import template

from jobs.showing import show

register = template.Library()


@register.inclusion_tag("jobs/progress.html")
def job_progress(*, job):
    """How far the job is; asks for itself again every second until the job is over."""
    return {"job": job, "shown": show(job)}
