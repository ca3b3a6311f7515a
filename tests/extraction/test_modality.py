"""Planned, possible, denied, conditional, cancelled, asked, rumoured: what the text does not assert gives no claim, doubt gives a hedge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim

JETS = "32 F-35 jets from Lockheed Martin"

# (sentence, status, hedge) of the one deal or delivery it states
ASSERTED = [
    (f"Poland bought {JETS}.", "signed", ""),
    (f"Poland will buy {JETS}.", "planned", ""),
    (f"Poland will buy {JETS} for $3 billion.", "signed", ""),
    ("Ryanair will buy 32 A320 jets from Airbus.", "signed", ""),
    (f"Poland signed a contract under which it will buy {JETS}.", "signed", ""),
    (f"Poland plans to buy {JETS}.", "planned", ""),
    (f"Poland could buy {JETS}.", "planned", "could"),
    (f"Poland may buy {JETS}.", "planned", "may"),
    (f"Poland would buy {JETS} under the plan.", "planned", ""),
    (f"Poland said it would buy {JETS}.", "planned", ""),
    (f"Poland may have bought {JETS}.", "signed", "may"),
    (f"Poland might have ordered {JETS}, a newspaper wrote.", "signed", "might"),
    (f"Poland could agree to buy {JETS}.", "planned", "could"),
    (f"Poland might be persuaded to buy {JETS}.", "planned", "might"),
    (f"Poland would like to buy {JETS}.", "planned", ""),
    (f"Critics want Poland to buy {JETS}.", "planned", ""),
    (f"Analysts expect Poland to buy {JETS}.", "planned", ""),
    (f"Poland has reportedly bought {JETS}.", "signed", "reportedly"),
    (f"Poland has apparently ordered {JETS}.", "signed", "apparently"),
    ("Poland allegedly sold 32 F-35 jets to Turkey.", "signed", "allegedly"),
    (f"Poland is said to have bought {JETS}.", "signed", "said"),
    (f"Poland is believed to have ordered {JETS}.", "signed", "believed"),
    (f"Poland is rumoured to be buying {JETS}.", "signed", "rumoured"),
    (f"Poland was reported to be close to buying {JETS}.", "planned", "reported"),
    (f"There are rumours that Poland bought {JETS}.", "signed", "rumours"),
    (f"There is speculation that Poland will buy {JETS}.", "signed", "speculation"),
    (f"Amid speculation that Poland had ordered {JETS}, the minister resigned.", "signed", "speculation"),
    (f"It was reported that Poland had bought {JETS}.", "signed", "reported"),
    (f"According to unconfirmed reports, Poland has bought {JETS}.", "signed", "reports"),
    (f"Poland's alleged purchase of {JETS} angered Greece.", "signed", "alleged"),
    (f"A newspaper claimed Poland had bought {JETS}.", "signed", "claimed"),
    (f"Analysts believe Poland bought {JETS}.", "signed", "believe"),
    (f"If parliament approves, Poland will buy {JETS}.", "planned", "if"),
    (f"Poland will buy {JETS} unless parliament objects.", "planned", "unless"),
    (f"Poland will buy {JETS}, provided that parliament agrees.", "planned", "provided"),
    (f"Even if voters object, Poland will buy {JETS}.", "planned", ""),
    (f"Why did Poland buy {JETS}?", "signed", ""),
    (f'"Poland will buy {JETS}," she said. "Who would not?"', "planned", ""),
    (f"Poland not only ordered {JETS} but also leased two tankers.", "signed", ""),
    (f"Poland will instead buy {JETS}.", "planned", ""),
    (f"The ministry confirmed that Poland had bought {JETS}.", "signed", ""),
    (f"Poland approved the purchase of {JETS}.", "approved", ""),
    (f"Poland cancelled the purchase of {JETS}.", "cancelled", ""),
    (f"Poland scrapped plans to buy {JETS}.", "cancelled", ""),
    (f"Poland ruled out buying {JETS}.", "cancelled", ""),
    (f"Poland refused to buy {JETS}.", "cancelled", ""),
    (f"Poland's attempt to buy {JETS} was blocked.", "cancelled", ""),
    ("The sale of 32 F-35 jets to Poland failed.", "cancelled", ""),
    ("Congress may approve the sale of 32 F-35 jets to Poland.", "planned", "may"),
    (f"Poland will buy {JETS} if necessary.", "planned", "if"),
    ("Lockheed Martin said Poland would buy 32 F-35 jets if the price fell.", "planned", "if"),
    (f"A report on the purchase of {JETS} by Poland was leaked.", "signed", ""),
    (f"Poland did not wait long and ordered {JETS}.", "signed", ""),
    (f"Not long after the vote, Poland ordered {JETS}.", "signed", ""),
    (f"Poland bought {JETS} without asking parliament.", "signed", ""),
    ("Lockheed Martin reportedly delivered 32 F-35 jets to Poland in March.", "completed", "reportedly"),
    ("Lockheed Martin will deliver 32 F-35 jets to Poland in 2028 if parliament agrees.", "expected", "if"),
    ("Vodafone reportedly offered $3 billion for Mannesmann.", "planned", "reportedly"),
]

SILENT = [
    f"Poland would have bought {JETS}.",
    f"Poland should have bought {JETS}.",
    f"Poland had considered buying {JETS}.",
    f"Poland had hoped to buy {JETS}.",
    f"Poland has not bought {JETS}.",
    f"Poland has not yet ordered {JETS}.",
    f"Poland has yet to order {JETS}.",
    "Poland never signed a contract with Lockheed Martin for 32 F-35 jets.",
    f"Poland will not buy {JETS}.",
    f"Poland no longer plans to buy {JETS}.",
    "No contract has been signed with Lockheed Martin for 32 F-35 jets for Poland.",
    f"No decision has been made to buy {JETS}.",
    f"The minister said no decision had been made to buy {JETS}.",
    f"No European country has ordered {JETS}.",
    f"Poland denied buying {JETS}.",
    f"Poland denied that it had bought {JETS}.",
    f"Poland denied reports that it had bought {JETS}.",
    f"Poland dismissed rumours that it had ordered {JETS}.",
    f"Poland rejected claims that it had ordered {JETS}.",
    f"Poland has not ruled out buying {JETS}.",
    f"Poland declined to say whether it had bought {JETS}.",
    f"Poland refused to confirm that it had bought {JETS}.",
    f"The ministry did not say that Poland had bought {JETS}.",
    f"The ministry could not confirm that Poland had bought {JETS}.",
    f"The ministry would neither confirm nor deny that Poland had bought {JETS}.",
    f"It is unclear whether Poland has bought {JETS}.",
    f"It is not clear if Poland will buy {JETS}.",
    f"It is doubtful that Poland will buy {JETS}.",
    f"It is not true that Poland bought {JETS}.",
    f"Poland is unlikely to buy {JETS}.",
    f"Poland would buy {JETS} if it had the money.",
    f"Had it had the money, Poland would have bought {JETS}.",
    f"If Poland buys {JETS}, Russia will protest.",
    f"Should Poland buy {JETS}, Russia will protest.",
    f"As if Poland had bought {JETS}, prices rose.",
    f"Will Poland buy {JETS}?",
    f'"Is Poland going to buy {JETS}?" she asked.',
    f"Did the minister say that Poland had bought {JETS}?",
    f"Asked whether Poland would buy {JETS}, she laughed.",
    f"Poland did not cancel the purchase of {JETS}.",
    f"Poland might cancel its order for {JETS}.",
    f"Poland threatened to cancel its order for {JETS}.",
    "Saab failed to win a contract for 40 Gripen jets from Brazil.",
    f"Poland decided against buying {JETS}.",
    f"Poland decided not to buy {JETS}.",
    f"Poland almost bought {JETS}.",
    f"Instead of buying {JETS}, Poland waited.",
    f"Rather than buy {JETS}, Poland waited.",
    f"Imagine Poland buying {JETS}.",
    "Saab failed in its bid to sell 12 Gripen jets to Norway.",
    f"Poland's refusal to buy {JETS} angered Washington.",
    f"Poland stopped buying {JETS}.",
    "The fake order for 12 Gripen jets from Norway fooled Saab.",
    "Congress has not approved the sale of 32 F-35 jets to Poland.",
    f"Poland said it had no intention of buying {JETS}.",
    f"Whether or not Poland buys {JETS}, prices will rise.",
    "Lockheed Martin has not delivered 32 F-35 jets to Poland.",
    "Lockheed Martin denied that it had delivered 32 F-35 jets to Poland.",
    "Lockheed Martin has failed to deliver 32 F-35 jets to Poland.",
    "Vodafone denied that it was in talks to buy Mannesmann for $3 billion.",
    "Vodafone would have paid $3 billion for Mannesmann.",
]

# (sentence, status, hedge) of the one post it gives
POSTS = [
    ("Anna Holm was named chief executive of Norwegian Air.", "appointed", ""),
    ("Anna Holm is no longer the chief executive of Norwegian Air.", "former", ""),
    ("Anna Holm is rumoured to have been named chief executive of Norwegian Air.", "appointed", "rumoured"),
    ("Anna Holm is rumoured to be named chief executive of Norwegian Air.", "appointed", "rumoured"),
    ("Anna Holm has reportedly been appointed chief executive of Norwegian Air.", "appointed", "reportedly"),
    ("Anna Holm is said to be the chairman of Norwegian Air.", "current", "said"),
    ("There is speculation that Anna Holm will be appointed chief executive of Norwegian Air.", "appointed", "speculation"),
    ("Analysts believe Anna Holm will be named chief executive of Norwegian Air.", "appointed", "believe"),
    ("Anna Holm will be named chief executive of Norwegian Air if the board agrees.", "appointed", "if"),
    ("Anna Holm, the alleged leader of the Oslo Brigade, was arrested.", "current", "alleged"),
    ("Anna Holm is expected to be appointed defence minister of Norway.", "appointed", ""),
    ("Why was Anna Holm appointed defence minister of Norway?", "appointed", ""),
    ("Anna Holm has been the chairwoman of Norwegian Air since 2020, if not longer.", "current", ""),
    ("Even if she loses, Anna Holm will remain mayor of Oslo.", "current", ""),
    ("Anna Holm, not Jon Berg, was named chief executive of Norwegian Air.", "appointed", ""),
    ("Jon Berg refused to meet the prime minister of Norway, Anna Holm.", "current", ""),
    ("Norwegian Air failed to convince its chairwoman, Anna Holm.", "current", ""),
    ("Fake news, President Anna Holm of Norway said.", "current", ""),
    ("Anna Holm, chief executive of Norwegian Air, denied wrongdoing.", "current", ""),
]

NO_POSTS = [
    "Anna Holm denied being the chairman of Norwegian Air.",
    "Anna Holm denied that she was the chairman of Norwegian Air.",
    "Anna Holm is not the minister of defence of Norway.",
    "Anna Holm, the would-be president of Norway, spoke in Oslo.",
    "Anna Holm could become prime minister of Norway.",
    "Anna Holm would have become prime minister of Norway.",
    "If elected president of Norway, Anna Holm would cut taxes.",
    "If Anna Holm becomes prime minister of Norway, taxes will fall.",
    "Had Anna Holm been elected president of Norway, taxes would have fallen.",
    "Norwegian Air denied that Anna Holm had been named chief executive.",
    "Norwegian Air denied reports that Anna Holm had resigned as chief executive.",
    "Anna Holm declined to be named chief executive of Norwegian Air.",
    "Anna Holm failed to become prime minister of Norway.",
    "Anna Holm almost became president of Norway.",
    "Anna Holm hopes to be elected president of Norway.",
    "Anna Holm had hoped to become president of Norway.",
    "Anna Holm is unlikely to be appointed defence minister of Norway.",
    "Will Anna Holm become prime minister of Norway?",
    "Is Anna Holm the prime minister of Norway?",
    "It is unclear whether Anna Holm has been appointed defence minister of Norway.",
    "No one knows whether Anna Holm was appointed defence minister of Norway.",
    "Anna Holm acts as if she were the president of Norway.",
    "Anna Holm was neither the chairwoman nor the chief executive of Norwegian Air.",
    "Instead of being named chief executive of Norwegian Air, Anna Holm left.",
]


def stated(claims: list[Claim]) -> set[tuple[str, str]]:
    """(status, hedge) of claims."""
    return {("".join(map(str, c.values("status"))), "".join(map(str, c.values("hedge")))) for c in claims}


@pytest.mark.parametrize(("sentence", "status", "hedge"), ASSERTED)
def test_a_deal_has_the_status_and_the_doubt_of_its_sentence(
    sentence: str, status: str, hedge: str, claims: Callable[..., list[Claim]]
) -> None:
    assert stated([c for c in claims(sentence) if c.kind != "RoleHolding"]) == {(status, hedge)}


@pytest.mark.parametrize("sentence", SILENT)
def test_a_deal_denied_asked_or_supposed_is_not_asserted(sentence: str, claims: Callable[..., list[Claim]]) -> None:
    assert [c for c in claims(sentence) if c.kind != "RoleHolding"] == []


@pytest.mark.parametrize(("sentence", "status", "hedge"), POSTS)
def test_a_post_has_the_status_and_the_doubt_of_its_sentence(
    sentence: str, status: str, hedge: str, claims: Callable[..., list[Claim]]
) -> None:
    assert stated(claims(sentence, "RoleHolding")) == {(status, hedge)}


@pytest.mark.parametrize("sentence", NO_POSTS)
def test_a_post_denied_wished_for_or_supposed_is_not_asserted(sentence: str, claims: Callable[..., list[Claim]]) -> None:
    assert claims(sentence, "RoleHolding") == []
