"""How a rule can look at a draft: one small class a way of looking, found by the name in a rule file's `kind`."""

from __future__ import annotations

from voicelint.kinds.kind import Hit, Kind, Repair

__all__ = ["Hit", "Kind", "Repair", "builtin_kind"]

# name in the rule file -> module and class; imported when a rule first needs it.
KINDS = {
    "addresses": ("voicelint.kinds.addresses", "Addresses"),
    "agrees": ("voicelint.kinds.dials", "Agrees"),
    "allows": ("voicelint.kinds.allows", "Allows"),
    "balances": ("voicelint.kinds.balances", "Balances"),
    "claims": ("voicelint.kinds.claims", "Claims"),
    "closes": ("voicelint.kinds.closes", "Closes"),
    "counts": ("voicelint.kinds.counts", "Counts"),
    "dates": ("voicelint.kinds.dates", "Dates"),
    "declares": ("voicelint.kinds.fills", "Declares"),
    "eases": ("voicelint.kinds.eases", "Eases"),
    "echoes": ("voicelint.kinds.echoes", "Echoes"),
    "enumerates": ("voicelint.kinds.enumerates", "Enumerates"),
    "fills": ("voicelint.kinds.fills", "Fills"),
    "fits": ("voicelint.kinds.fits", "Fits"),
    "forbids": ("voicelint.kinds.forbids", "Forbids"),
    "groups": ("voicelint.kinds.dials", "Groups"),
    "instructs": ("voicelint.kinds.fills", "Instructs"),
    "introduces": ("voicelint.kinds.introduces", "Introduces"),
    "limits": ("voicelint.kinds.limits", "Limits"),
    "measures": ("voicelint.kinds.measures", "Measures"),
    "misdials": ("voicelint.kinds.dials", "Misdials"),
    "mixes": ("voicelint.kinds.fills", "Mixes"),
    "opens": ("voicelint.kinds.opens", "Opens"),
    "orders": ("voicelint.kinds.orders", "Orders"),
    "paces": ("voicelint.kinds.paces", "Paces"),
    "reaches": ("voicelint.kinds.reaches", "Reaches"),
    "records": ("voicelint.kinds.records", "Records"),
    "repeats": ("voicelint.kinds.repeats", "Repeats"),
    "requires": ("voicelint.kinds.requires", "Requires"),
    "spells": ("voicelint.kinds.spells", "Spells"),
    "suits": ("voicelint.kinds.suits", "Suits"),
    "supports": ("voicelint.kinds.supports", "Supports"),
    "tariffs": ("voicelint.kinds.dials", "Tariffs"),
}


def builtin_kind(name: str) -> type[Kind] | None:
    """The kind of that name, or None if there is none."""
    if name not in KINDS:
        return None
    from importlib import import_module

    module, attribute = KINDS[name]
    found: type[Kind] = getattr(import_module(module), attribute)
    return found
