"""``depmap whatif``: what stops when something is lost, why, from when and for how long."""

from __future__ import annotations

import json
from pathlib import Path

import click

from depmap.app.layers import NAMES
from depmap.app.settings import Beside, Settings, beside_options, shared_options
from depmap.core.errors import UsageError
from depmap.core.text import Text


@click.command("whatif", short_help="What stops when something is lost, why, and for how long.")
@click.argument("bom", type=click.Path(path_type=Path))
@click.option("--lose", multiple=True, metavar="NODE", help="What is lost: kind:name or group:ID (repeatable).")
@click.option("--only", metavar="GROUP", help="Every country outside this group is lost.")
@click.option("--scenario", metavar="NAME", help="A named loss of the policy.")
@click.option(
    "--layer",
    "layer_names",
    multiple=True,
    type=click.Choice(NAMES),
    help="Layer of dependence (repeatable). [default: supply; with a parent also control; material for materials]",
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="What is printed.")
@beside_options
@shared_options
def COMMAND(  # noqa: N802, PLR0913 - one parameter per option is how click hands them over
    settings: Settings,
    beside: Beside,
    bom: Path,
    lose: tuple[str, ...],
    only: str | None,
    scenario: str | None,
    layer_names: tuple[str, ...],
    shape: str,
) -> None:
    """Say what stops when NODEs are lost: through which chain, from when, for how long, and what is not known.

    A NODE is kind:name, such as country:China, supplier:Acme, parent:..., component:..., assembly:... or group:NATO;
    material:gallium, stage:gallium/processing, or material:gallium@CN for what China supplies of it.
    Without --lose, --only and --scenario the scenarios of the policy are listed, with what each does.
    """
    from depmap.app import losses, whatif, whatif_text

    if scenario is not None and (lose or only is not None):
        raise UsageError(_ONE_LOSS)
    case = whatif.read_case(bom, settings, beside)
    if scenario is None and not lose and only is None:
        wrong = losses.misnamed(case.policy, [(case.place.bom, case.place.graph)])
        for issue in wrong.values():
            settings.console.say(Text(issue.render("nl"), issue.render("en")))
        asked = [loss for loss in losses.losses(case.policy, case.place) if loss.id not in wrong]
        found = case.each_in_its_layers(asked, layer_names)
        data: object = [whatif.standstill_json(each) for each in found]
        lines = whatif_text.listed(case, found, settings.language)
    else:
        loss = (
            losses.named(case.policy, case.place, scenario)
            if scenario is not None
            else losses.by_hand(lose, only, case.policy, case.place)
        )
        layers = whatif.layers_for(layer_names, loss.nodes)
        if (layer := whatif.overlooked(loss, layers)) is not None:
            settings.console.say(_OVERLOOKED[layer])
        answer = whatif.answer(case, loss, layers)
        data, lines = whatif.as_json(answer), whatif_text.described(answer, settings.language)
    if shape == "json":
        settings.console.show(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            settings.console.show(line)


_ONE_LOSS = Text(
    "Geef --scenario, of --lose en --only, maar niet allebei.", "Give --scenario, or --lose and --only, but not both."
)
_OVERLOOKED = {
    "control": Text(
        "Let op: een uiteindelijke eigenaar telt alleen in de laag zeggenschap (--layer control of all).",
        "Note: a parent counts in the layer control only (--layer control or all).",
    ),
    "material": Text(
        "Let op: een grondstof telt alleen in de laag grondstoffen (--layer material of all).",
        "Note: a material counts in the layer material only (--layer material or all).",
    ),
}
