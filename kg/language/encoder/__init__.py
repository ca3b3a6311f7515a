"""One small transformer reads the text once; the parts of the pipeline read what it gives.

`kg_encoder` puts a vector for each word into `Doc.tensor`; spaCy's own tagger, morphologizer and lemmatizer, and the
`kg_tree_parser` and `kg_name_tagger` of this folder, each have a few weights of their own on those vectors. spaCy finds
the factories by the entry points in pyproject.toml, so `spacy.load(path)` opens such a model.
"""
