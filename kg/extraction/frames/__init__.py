"""What facts do verbs and nouns state, by the frames of ontology/frames/? Anchors become drafts; drafts of one event are joined."""
