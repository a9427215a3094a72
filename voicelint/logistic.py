"""Logistic regression in the standard library: the same weights on every machine, in whatever order they are taught."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from operator import itemgetter

_ROUNDS = 60
# Weights are kept in hundredths: when no example moves its own by a tenth of that, the optimum is reached.
_STILL = 1e-3
_NOTHING = _STILL / 100
_SEED = 20
# How tightly a shift is held at nothing, in examples: what few show is not believed in full.
_HOLD = 0.1


def learn(examples: Sequence[tuple[Iterable[str], bool]], *, cost: float = 1.0) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression with an L2 penalty, by coordinate descent in the dual.

    The optimum is one and the same whatever the order. Source: Yu, Huang and Lin, "Dual coordinate descent methods
    for logistic regression and maximum entropy models", Machine Learning 85 (2011), algorithm 3.
    """
    names = ["", *sorted({feature for found, _ in examples for feature in found})]
    places = {name: at for at, name in enumerate(names)}
    rows = [([0, *sorted(map(places.__getitem__, found))], 1.0 if truth else -1.0) for found, truth in examples]
    gathers = [itemgetter(*found, 0) for found, _ in rows]  # the bias twice: one place alone would be no tuple
    weights = [0.0] * len(names)
    logits = [-4.0] * len(rows)
    alphas = [cost * logistic(logit) for logit in logits]
    for (found, sign), alpha in zip(rows, alphas, strict=True):
        for place in found:
            weights[place] += alpha * sign
    order = list(range(len(rows)))
    shuffle = random.Random(_SEED).shuffle  # noqa: S311  no secret hangs on it
    for _ in range(_ROUNDS):
        shuffle(order)
        widest = 0.0
        for index in order:
            found, sign = rows[index]
            margin = sign * (sum(gathers[index](weights)) - weights[0])
            logit = _best_logit(logits[index], alphas[index], len(found), margin, cost)
            alpha = cost * logistic(logit)
            change = sign * (alpha - alphas[index])
            if abs(change) < _NOTHING:
                continue
            logits[index], alphas[index] = logit, alpha
            widest = max(widest, abs(change))
            for place in found:
                weights[place] += change
        if widest < _STILL:
            break
    return weights[0], dict(zip(names[1:], weights[1:], strict=True))


def _best_logit(logit: float, alpha: float, size: int, margin: float, cost: float) -> float:
    """The dual variable, as a logit, that is best while all others stay; a few steps of Newton's method."""
    for _ in range(6):
        share = logistic(logit)
        slope = 1 + size * cost * share * (1 - share)
        step = (logit + size * (cost * share - alpha) + margin) / slope
        logit = max(-30.0, min(30.0, logit - max(-4.0, min(4.0, step))))
        if abs(step) < 1e-6:
            break
    return logit


def shift(logits: Sequence[float], makes: int) -> float:
    """What to add to the log-odds of examples, so that as many are expected to be true as are (Newton's method)."""
    added = 0.0
    for _ in range(_ROUNDS):
        shares = [logistic(logit + added) for logit in logits]
        slope = _HOLD + sum(share * (1 - share) for share in shares)
        step = (makes - sum(shares) - _HOLD * added) / slope
        added += max(-1.0, min(1.0, step))
        if abs(step) < _STILL:
            break
    return added


def logistic(value: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(-700.0, min(700.0, value))))
