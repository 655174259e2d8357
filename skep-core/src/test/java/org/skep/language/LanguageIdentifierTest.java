package org.skep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar | قال الوزير إن القطار تأخر لأن الجسر القديم يحتاج إلى إصلاح
          be | Міністр сказаў што цягнік спазніўся таму што стары мост трэба рамантаваць, і гэта ўжо другі раз
          bg | Министърът заяви, че влакът е закъснял, защото старият мост трябва да бъде ремонтиран
          bn | মন্ত্রী বলেছেন পুরোনো সেতু মেরামত করা হবে
          ca | El ministre ha dit que el tren va arribar tard perquè el pont vell s'ha de reparar amb els diners dels ciutadans
          cs | Ministr řekl, že vlak se opozdil, protože starý most se musí opravit a nikdo neví kdy
          da | Ministeren sagde, at toget blev forsinket, fordi den gamle bro skal repareres, og at han ikke ved hvornår
          de | Der Minister sagte, der Zug habe sich verspätet, weil die alte Brücke repariert werden muss
          el | Ο υπουργός είπε ότι το τρένο καθυστέρησε
          en | The minister said the train was late because the old bridge has to be repaired
          es | El ministro dijo que el tren llegó tarde porque hay que reparar el puente viejo
          et | Minister ütles, et rong hilines, sest vana sild on vaja parandada ja see ei ole lihtne
          fa | وزیر گفت که قطار دیر رسید زیرا پل قدیمی باید تعمیر شود
          fi | Ministeri sanoi, että juna oli myöhässä, koska vanha silta on korjattava, mutta hän ei tiedä milloin
          fr | Le ministre a dit que le train était en retard parce qu'il faut réparer le vieux pont
          he | השר אמר שהרכבת איחרה כי צריך לתקן את הגשר הישן
          hi | मंत्री ने कहा कि पुराने पुल की मरम्मत के कारण ट्रेन देर से आई है
          hr | Ministar je rekao da vlak kasni jer se stari most mora popraviti, ali nije znao kada će to biti
          hu | A miniszter azt mondta, hogy a vonat késett, mert a régi hidat meg kell javítani
          id | Menteri mengatakan bahwa kereta terlambat karena jembatan tua itu harus diperbaiki oleh pemerintah
          it | Il ministro ha detto che il treno era in ritardo perché il vecchio ponte deve essere riparato
          ja | 大臣は、古い橋の修理のため列車が遅れたと述べた。
          ka | მინისტრმა თქვა, რომ მატარებელი დაიგვიანა
          ko | 장관은 낡은 다리를 고쳐야 해서 기차가 늦었다고 말했다
          lt | Ministras sakė, kad traukinys vėlavo, nes senas tiltas turi būti remontuojamas, bet dar nežino kada
          lv | Ministrs teica, ka vilciens kavējās, jo vecais tilts ir jāremontē, un tas vēl nav viss
          mr | मंत्री म्हणाले की जुन्या पुलाची दुरुस्ती करावी लागणार आहे आणि गाडी उशिरा आली होती
          nl | De minister zei dat de trein te laat was omdat de oude brug moet worden hersteld
          no | Ministeren sa at toget ble forsinket fordi den gamle broen må repareres, og han vet ikke når
          pl | Minister powiedział, że pociąg się spóźnił, ponieważ stary most musi być naprawiony
          pt | O ministro disse que o trem se atrasou porque a ponte velha tem de ser reparada e não há dinheiro
          ro | Ministrul a spus că trenul a întârziat pentru că podul vechi trebuie reparat
          ru | Министр сказал, что поезд опоздал, потому что старый мост нужно чинить
          sk | Minister povedal, že vlak meškal, pretože starý most treba opraviť, ale nevie kedy to bude
          sl | Minister je povedal, da je vlak zamujal, ker je treba stari most popraviti, vendar ne ve kdaj
          sq | Ministri tha se treni u vonua sepse ura e vjetër duhet të riparohet
          sr | Министар је рекао да воз касни јер стари мост мора да се поправи
          sv | Ministern sade att tåget blev försenat eftersom den gamla bron måste repareras och inte är säker
          ta | அமைச்சர் பழைய பாலம் பழுதுபார்க்கப்பட வேண்டும் என்று கூறினார்
          th | รัฐมนตรีกล่าวว่ารถไฟมาช้าเพราะสะพานเก่า
          tr | Bakan, eski köprünün onarılması gerektiği için trenin geç kaldığını söyledi
          uk | Міністр сказав, що потяг запізнився, тому що старий міст треба лагодити
          ur | وزیر نے کہا کہ پرانے پل کی مرمت کی وجہ سے ٹرین دیر سے آئی
          vi | Bộ trưởng nói rằng tàu đến muộn vì cây cầu cũ phải được sửa chữa
          zh | 部长表示，由于旧桥需要维修，列车晚点了。
          """)
  void oneSentenceIsEnough(String code, String sentence) {
    assertThat(LanguageIdentifier.identify(sentence)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"''", "12:30", "Skep 2.0", "xqzt vrrk pllm", "https://example.org/a/b"})
  void aTextThatDoesNotTellIsUndetermined(String text) {
    assertThat(LanguageIdentifier.identify(text)).isEqualTo("und");
  }

  @Test
  void aForeignNameDoesNotChangeTheLanguage() {
    assertThat(LanguageIdentifier.identify("The minister met Владимир Иванов at the old bridge"))
        .isEqualTo("en");
  }

  @Test
  void everyLanguageHasSortedStopWordsWithoutDoubles() {
    for (Language language : Languages.all()) {
      var words = Languages.words(language.code(), "stopwords.txt");
      assertThat(words)
          .as(language.name())
          .hasSizeGreaterThan(40)
          .doesNotHaveDuplicates()
          .isSortedAccordingTo(Comparator.naturalOrder());
      assertThat(words).allSatisfy(word -> assertThat(word).isEqualTo(word.strip()));
    }
  }

  @Test
  void aLanguageIsFoundByAnyTagThatBeginsWithItsCode() {
    assertThat(Languages.find("pt-BR")).map(Language::name).contains("Portuguese");
    assertThat(Languages.find("EN_us")).map(Language::ownName).contains("English");
    assertThat(Languages.find("nb")).map(Language::code).contains("no");
    assertThat(Languages.find("tlh")).isEmpty();
  }

  @Test
  void stopWordsAreThereForATokenizer() {
    assertThat(Languages.stopWords("de")).contains("und", "während").doesNotContain("brücke");
    assertThat(Languages.stopWords("xx")).isEmpty();
  }
}
