"""How a rule can look at a draft: one small class a way of looking, found by the name in a rule file's `kind`."""

from __future__ import annotations

from voicelint.kinds.kind import Hit, Kind, Repair

__all__ = ["Hit", "Kind", "Repair", "builtin_kind"]

# name in the rule file -> module and class; imported when a rule first needs it.
KINDS = {
    "balances": ("voicelint.kinds.balances", "Balances"),
    "counts": ("voicelint.kinds.counts", "Counts"),
    "enumerates": ("voicelint.kinds.enumerates", "Enumerates"),
    "fits": ("voicelint.kinds.fits", "Fits"),
    "forbids": ("voicelint.kinds.forbids", "Forbids"),
    "limits": ("voicelint.kinds.limits", "Limits"),
    "orders": ("voicelint.kinds.orders", "Orders"),
    "requires": ("voicelint.kinds.requires", "Requires"),
}


def builtin_kind(name: str) -> type[Kind] | None:
    """The kind of that name, or None if there is none."""
    if name not in KINDS:
        return None
    from importlib import import_module

    module, attribute = KINDS[name]
    found: type[Kind] = getattr(import_module(module), attribute)
    return found
