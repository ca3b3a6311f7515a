"""How the shipped English model is made: open treebanks and marked passages in, weights out.

`python -m kg.language.training --data DIR --out kg/language/model` trains everything; `... parser` and `... names`
train one half; `... assemble` joins two trained halves; `... evaluate` measures a model on the held-back part.
DIR holds parse-*.conllu.xz, ner-*.jsonl.xz and news-passages/*.txt.
"""
