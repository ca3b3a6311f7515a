"""In which country was a story written, by the town that it begins with?"""

from __future__ import annotations

from kg.extraction.story import Story


def written_from(story: Story) -> str:
    """ISO code of the country in which the town of the dateline lies; "" for none."""
    place = story.article.place
    capital, town = story.lexicon.country_by_capital(place.title()), story.lexicon.place(place)
    return capital.code if capital is not None else town.country if town is not None else ""
