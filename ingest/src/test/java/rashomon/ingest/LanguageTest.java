package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The harbour master said that the ferry would not leave before the wind had dropped, and the crews agreed.",
        "en | Forty passengers went back ashore. Officials offered tea, cakes, blankets. Nobody complained, crews said.",
        "de | Der Hafenmeister sagte am Dienstag, keine Fähre werde auslaufen, solange der Wind nicht nachlasse.",
        "fr | Le capitaine du port a déclaré mardi qu'aucun bac ne partirait tant que le vent n'aurait pas faibli.",
        "es | El capitán del puerto dijo el martes que ningún transbordador saldría hasta que amainara el viento.",
        "nl | De havenmeester zei dinsdag dat geen enkele veerboot zou vertrekken zolang de wind niet ging liggen.",
        "tr | Liman başkanı salı günü yaptığı açıklamada rüzgâr dinmeden hiçbir feribotun kalkmayacağını söyledi.",
        "ru | Начальник порта заявил во вторник, что ни один паром не выйдет, пока не стихнет ветер.",
        "uk | Начальник порту заявив у вівторок, що жоден пором не вийде, доки не вщухне вітер, і люди чекали.",
        "ar | قال مدير الميناء يوم الثلاثاء إن أي عبارة لن تغادر قبل أن تهدأ الرياح",
        "he | מנהל הנמל אמר ביום שלישי כי שום מעבורת לא תצא עד שהרוח תירגע",
        "zh | 港务局长星期二表示，在风势减弱之前，任何渡轮都不会离开码头，乘客已返回岸上。",
        "ja | 港長は火曜日、風が収まるまでフェリーは出航しないと述べ、乗客は岸に戻りました。"
      })
  void theLanguageOfASentenceIsFound(String language, String text) {
    assertThat(Language.of(text)).isEqualTo(language);
  }

  @Test
  void tooLittleTextIsInNoLanguage() {
    assertThat(Language.of("Ferries")).isEqualTo("und");
    assertThat(Language.of("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"))
        .isEqualTo("und");
  }

  @Test
  void aPageSaysItsLanguageWhereItsTextDoesNot() {
    assertThat(
            Given.readInput("<html lang=\"sv-SE\"><body><p>Färja</p></body></html>")
                .reports()
                .getFirst()
                .language())
        .isEqualTo("sv");
    assertThat(
            Given.readInput("<html lang=\"\"><body><p>Färja</p></body></html>")
                .reports()
                .getFirst()
                .language())
        .isEqualTo("und");
  }
}
