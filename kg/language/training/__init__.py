"""How are the shipped English models made? Open treebanks and marked passages in, weights out, every step one command.

    pip install '.[train]'
    python -m kg.language.training news --data DIR        # learn: the transformer with all its heads
    python -m kg.language.training fast --data DIR        # learn: the convolutional pipeline
    python -m kg.language.training assemble news          # write what was learned as it is shipped; the same for fast
    python -m kg.language.training evaluate --data DIR    # measure, and fail when worse than the floor
    python -m kg.language.training baselines --data DIR   # what the models are compared with

DIR holds parse-*.conllu.xz and ner-*.jsonl.xz, which are not part of this project; `news-passages/` beside this file is.
"""
