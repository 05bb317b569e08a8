"""How many of the gold names of the seeds are found: ``python -m training.evaluate_seeds GOLD SEEDS``.

GOLD is a YAML file with, for every seed, lists ``people``, ``organisations`` and ``places`` of items with
``surface_forms`` and ``level``; an item of level basic is found when a mention of its type holds one of its forms.
"""

import sys
from pathlib import Path

import yaml

from build_dossier.extract.mentions import find
from build_dossier.extract.tagger import packaged
from build_dossier.text.language import Language
from training.corpus import plain_article

_GROUPS = {"people": "PER", "organisations": "ORG", "places": "LOC"}


def main(gold: Path, seeds: Path) -> None:
    """Prints the mentions of every seed, the gold forms that were missed, and recall by group."""
    data = yaml.safe_load(gold.read_text(encoding="utf-8"))
    totals = {group: [0, 0] for group in _GROUPS}
    for path in sorted(seeds.glob("*.txt")):
        item = data[path.name]
        article = plain_article(path.stem, path.read_text(encoding="utf-8"), _value(item["language"]))
        mentions = find(article, packaged())
        print(f"\n{path.name}")
        print("  " + " · ".join(f"{m.form}→{m.lemma} {m.type.value}" for m in mentions))
        for group, kind in _GROUPS.items():
            for thing in item[group]:
                if thing["level"] != "basic":
                    continue
                forms = [m.form for m in mentions if m.type.value == kind]
                missed = [form for form in thing["surface_forms"] if form.strip("«»") not in forms]
                totals[group][0] += len(missed) < len(thing["surface_forms"])
                totals[group][1] += 1
                if missed:
                    print(f"  {kind} {thing['id']}: missed {missed}")
    for group, (found, of) in totals.items():
        print(f"{group}: {found}/{of} = {found / of:.3f}")


def _value(field: object) -> Language:
    value = field["code"] if isinstance(field, dict) else field
    return "uk" if value == "uk" else "ru"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
