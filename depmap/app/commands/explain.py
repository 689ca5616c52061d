"""``depmap explain``: what a rule looks for, why, and what to do."""

from __future__ import annotations

import click

from depmap.app.settings import Settings, shared_options


@click.command("explain", short_help="A rule's text, thresholds and example.")
@click.argument("rule", required=False)
@shared_options
def COMMAND(settings: Settings, rule: str | None) -> None:  # noqa: N802
    """Explain one rule (for example DM101), or list them all."""
    import risk_rules

    policy = risk_rules.load_policy(settings.policy)
    if rule is None:
        for each in risk_rules.all_rules():
            settings.console.show(f"{each.id}  {each.title[settings.language]}")
    else:
        settings.console.show(risk_rules.explain(rule, settings.language, policy).rstrip("\n"))
