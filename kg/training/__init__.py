"""How is the network that reads slots made (kg/language/models/slots/)? Passages and their facts in, three files out, by one command.

    pip install '.[train]'
    python -m kg.training slots --encoder build/training/news

What the signs of a right claim (`confidence`), of what the network says (`heard`) and of a post's country (`nations`)
count is learned from the same facts, without torch.

The folder is what `python -m kg.language.training news` leaves. Training knows language and extraction, for it asks about a passage what
`kg build` will ask about an article; nothing of the program imports it.
"""

CHECKPOINT = "network.pt"  # in WORK/slots, and in the folder of the news model: the weights in the form in which they learn
