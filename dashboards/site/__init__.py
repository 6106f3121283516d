"""The static pages, made from one published `digest.db` and nothing else."""

from dashboards.site.build import build

__all__ = ["build"]
