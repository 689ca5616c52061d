"""depmap: what stops if a supplier, a country or a raw material falls away."""

__version__ = "0.1.0"
