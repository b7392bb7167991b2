"""Codes turned into sentences, in Chinese and English: shared by the window, the papers and the command line.

Each module holds ``WORDS``: code → (Chinese, English[, English plural]). Text takes named
parameters in braces, as in ``str.format``; the plural is chosen by the parameter ``n``. A
parameter that is itself a pair (code, parameters) is put into words first.
"""

from __future__ import annotations

from app.words import (
    aging,
    backtest,
    backups,
    bank,
    cash,
    chain,
    checks,
    collection,
    commands,
    contingency,
    credit_file,
    credit_policies,
    desk,
    dunning,
    files,
    health,
    help_text,
    history,
    import_plan,
    importing,
    industries,
    insurance,
    insurance_checks,
    insurance_claims,
    insurance_clauses,
    insurance_duties,
    insurance_limits,
    insurance_notices,
    insurance_stops,
    insurance_trace,
    interest,
    ledger,
    letters,
    limits,
    liquidity,
    measure_checks,
    papers,
    periods,
    problems,
    protection,
    provision,
    provision_text,
    review,
    scorecards,
    scoring,
    shared_place,
    stress,
    watch,
    work,
)

LANGUAGES = ("zh", "en")
_CATALOGUE: dict[str, tuple[str, ...]] = {
    code: texts
    for module in (
        aging,
        backtest,
        backups,
        bank,
        cash,
        chain,
        checks,
        collection,
        commands,
        contingency,
        credit_file,
        credit_policies,
        desk,
        dunning,
        files,
        health,
        help_text,
        history,
        import_plan,
        importing,
        industries,
        insurance,
        insurance_checks,
        insurance_claims,
        insurance_clauses,
        insurance_duties,
        insurance_limits,
        insurance_notices,
        insurance_stops,
        insurance_trace,
        interest,
        ledger,
        letters,
        limits,
        liquidity,
        measure_checks,
        papers,
        periods,
        problems,
        protection,
        provision,
        provision_text,
        review,
        scorecards,
        scoring,
        shared_place,
        stress,
        watch,
        work,
    )
    for code, texts in module.WORDS.items()
}


def say(code: str, lang: str, /, **params: object) -> str:
    """The sentence for a code in ``zh`` or ``en``; raises ``KeyError`` for a code nobody worded."""
    texts = _CATALOGUE[code]
    params = {name: _spoken(value, lang) for name, value in params.items()}
    if lang == "zh":
        return texts[0].format(**params)
    plural = len(texts) > 2 and params.get("n") != 1  # noqa: PLR2004 - a third text is the plural
    return texts[2 if plural else 1].format(**params)


def _spoken(value: object, lang: str) -> object:
    match value:
        case [str(code), {**params}] if code in _CATALOGUE:
            try:
                return say(code, lang, **{str(name): given for name, given in params.items()})
            except (KeyError, ValueError, TypeError):  # somebody edited the stored parameters by hand
                return code
        case (str(code), {}):
            return code
        case _:
            return value


def word(group: str, value: str, lang: str) -> str:
    """The word for a stored value such as ``reason`` ``quality``; what people typed themselves stays."""
    code = f"{group}.{value}"
    return say(code, lang) if code in _CATALOGUE else value


_CODES = frozenset(_CATALOGUE)


def codes() -> frozenset[str]:
    """Every code that has words."""
    return _CODES
