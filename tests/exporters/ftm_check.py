"""Is each line of a file an entity as FollowTheMoney has it? Prints what is wrong; knows nothing of this project.

python tests/exporters/ftm_check.py graph.ftm.json
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from followthemoney import model  # type: ignore[import-not-found,import-untyped,unused-ignore]
from followthemoney.exc import InvalidData  # type: ignore[import-not-found,import-untyped,unused-ignore]


def wrong(entities: dict[str, dict]) -> Iterator[str]:  # type: ignore[type-arg]
    for id, entity in entities.items():
        schema = model.get(entity["schema"])
        if schema is None or schema.abstract:
            yield f"{id}: no schema {entity['schema']}"
            continue
        try:
            schema.validate(entity)
        except InvalidData as error:
            yield f"{id}: {error.errors}"
        kept = model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        for name, values in entity["properties"].items():
            if sorted(kept.get(name, ())) != sorted(values):
                yield f"{id}: {name} {values} is cleaned to {kept.get(name)}"
            property = schema.get(name)
            for value in values if property.type.name == "entity" else ():
                if value not in entities or not model.get(entities[value]["schema"]).is_a(property.range):
                    yield f"{id}: {name} {value} is no {property.range}"


if __name__ == "__main__":
    entities = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    for line in wrong({e["id"]: e for e in entities}):
        print(line)
