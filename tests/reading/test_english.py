"""Are stories in other languages told apart, and English ones full of foreign names not?"""

import pytest

from kg.lexicon import Lexicon
from kg.reading import Desk
from kg.reading.english import other_language
from tests.reading.conftest import ReadBytes

OTHERS = {
    "de": "Das Verteidigungsministerium teilte am Freitag in Berlin mit, dass die Bundeswehr zwölf neue Hubschrauber bestellen wird.",
    "fr": "Le ministère des Armées a annoncé vendredi à Paris que la France livrera six avions Rafale à la Grèce l'année prochaine.",
    "es": "El Ministerio de Defensa anunció el viernes en Madrid que España comprará veinte aviones a la empresa alemana.",
    "pl": "Minister obrony narodowej poinformował w piątek w Warszawie, że Polska kupi od Korei Południowej sto osiemdziesiąt czołgów.",
    "ru": "Министр обороны сообщил в пятницу в Москве, что Турция получит вторую партию зенитных ракетных систем в будущем году.",
    "tr": "Savunma Bakanı cuma günü Ankara'da yaptığı açıklamada Türkiye'nin yeni hava savunma sistemi satın alacağını söyledi.",
    "ar": "قال وزير الدفاع يوم الجمعة إن البلاد ستشتري أربع بطاريات من روسيا في العام المقبل وفقا للاتفاق الجديد.",
    "zh": "国防部长星期五在北京表示，该国将于明年从俄罗斯购买四套新的防空导弹系统，合同金额约为二十五亿美元。",
    "nl": "De minister van Defensie zei vrijdag in Den Haag dat Nederland volgend jaar vier nieuwe fregatten zal bestellen.",
    "it": "Il ministro della Difesa ha detto venerdì a Roma che l'Italia acquisterà venti elicotteri dalla società francese.",
}
ENGLISH = (
    "Poland ordered 32 F-35 jets.",
    "Mateusz Morawiecki, Mariusz Błaszczak, Zbigniew Hoffmann and Łukasz Szumowski were sworn in at the Belweder in Warsaw.",
    "Recep Tayyip Erdoğan met Mevlüt Çavuşoğlu, Hulusi Akar and İbrahim Kalın at the Dolmabahçe palace on Friday.",
    '"Nous allons signer," Macron said. "C\'est un grand jour pour la France et pour la Grèce," he told reporters in Paris.',
    "Rheinmetall buys Expal for 1.2 bn euros.",
    "Q3: EBIT 4.1m EUR, orders 17.2m EUR (+4%).",
)


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_told(language: str, lexicon: Lexicon) -> None:
    assert other_language(OTHERS[language], "", Desk(lexicon)) == language
    assert other_language(OTHERS[language], "en", Desk(lexicon)) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_not_taken_for_another(text: str, lexicon: Lexicon) -> None:
    assert other_language(text, "", Desk(lexicon)) == ""
    assert other_language(text, "en", Desk(lexicon)) == ""


def test_a_wrong_label_does_not_cost_an_english_story(lexicon: Lexicon) -> None:
    assert (
        other_language(
            "The minister said on Friday that the country will buy twelve helicopters from the German company.", "de", Desk(lexicon)
        )
        == ""
    )


def test_another_language_is_skipped_and_no_failure(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.txt", f"Bundeswehr bestellt Hubschrauber\n\n{OTHERS['de']}\n".encode())
    assert found.article is None and found.skipped and found.why == "not in English (de)"
