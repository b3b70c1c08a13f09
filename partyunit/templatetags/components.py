"""Template components and filters every page has at hand."""

from django import template

register = template.Library()
