"""GEXF, for Gephi. Only written."""

from __future__ import annotations

from depmap.app.network_files._interface import NetworkFormat
from depmap.core.text import same
from depmap.network.export import gexf

FORMAT = NetworkFormat(".gexf", same("GEXF"), gexf)
