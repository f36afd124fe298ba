package rashomon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body among everything else that pages show, in many kinds of layout. */
final class LayoutsTest {

  private static final List<String> BODY =
      List.of(
          "No ferry will leave the harbour of Dunmarsh before the wind has dropped, the harbour master said on Tuesday, after two boats had been damaged at the northern pier.",
          "At least 40 passengers were taken back ashore in the morning, and the rescue service gave them tea and blankets in the old customs house.",
          "“We heard a grinding noise and then everybody ran,” said Ilse Vant, who works at the port. “Nobody told us to leave.”",
          "The Coast Workers' Union called the decision late. It had asked for the crossing to be closed on Monday, its chairman said, when the first warnings came.",
          "Officials told reporters that the crossing would stay closed until divers had searched the hull of the larger boat, which may take several days.");

  private static final String NAVIGATION =
      "<header class=site-header><a href=/>Orva Post</a><ul class=nav>"
          + "<li><a href=/n>News</a><li><a href=/s>Sport</a><li><a href=/w>Weather</a></ul></header>";
  private static final String RELATED =
      "<div class=related-stories><h3>More news</h3><ul><li><a href=/1>Mayor opens the rebuilt library on the square</a>"
          + "<li><a href=/2>School closed for a third day after the storm</a><li><a href=/3>Herring catch is the best in ten years</a></ul></div>";
  private static final String FOOTER =
      "<div id=cookie-banner><p>We use cookies to give you the best experience. By going on you accept them.</p></div>"
          + "<footer class=footer><p>Copyright 2031 Orva Post. All rights reserved.</p></footer>";
  private static final String COMMENTS =
      "<section class=comments><h3>Comments</h3><div class=comment><p>I was there and it was frightening, I must say, nobody knew anything at all.</p></div>"
          + "<div class=comment><p>They should have built the new pier years ago, as everybody in town has been saying.</p></div></section>";

  private static String paragraphs(String before, String after) {
    return BODY.stream().map(text -> before + text + after).collect(Collectors.joining("\n"));
  }

  private static String text(String inner) {
    String html =
        "<html><head><title>Ferries stop at Dunmarsh | Orva Post</title></head><body>"
            + NAVIGATION
            + inner
            + FOOTER
            + "</body></html>";
    return Given.readInput(html).reports().getFirst().text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an article element  | <article><h1>Ferries stop at Dunmarsh</h1>BODY</article>          | <p> | </p>",
        "nested divs         | <div class=page><div class=col><h1>Ferries stop at Dunmarsh</h1><div class=story-body>BODY</div></div></div> | <p> | </p>",
        "divs as paragraphs  | <div class=content><h1>Ferries stop at Dunmarsh</h1>BODY</div>     | <div> | </div>",
        "breaks only         | <div class=story><h1>Ferries stop at Dunmarsh</h1>BODY</div>       | '' | <br><br>",
        "a table             | <table><tr><td><h1>Ferries stop at Dunmarsh</h1>BODY</td></tr></table> | <p> | </p>",
        "a form around all   | <form><div class=entry-content><h1>Ferries stop at Dunmarsh</h1>BODY</div></form> | <p> | </p>",
        "sections            | <main><h1>Ferries stop at Dunmarsh</h1>BODY</main>                 | <section><p> | </p></section>",
        "an app's page       | <main><amp-story-page><h1>Ferries stop at Dunmarsh</h1>BODY</amp-story-page></main> | <p> | </p>",
        "links within        | <article><h1>Ferries stop at Dunmarsh</h1>BODY</article>           | <p><a href=/x>Related:</a> | </p>"
      })
  void theBodyIsFoundAndNothingElse(String kind, String inner, String before, String after) {
    String text = text(inner.replace("BODY", paragraphs(before, after)) + RELATED + COMMENTS);
    assertThat(BODY).as(kind).allSatisfy(paragraph -> assertThat(text).contains(paragraph));
    assertThat(text)
        .as(kind)
        .doesNotContain("library")
        .doesNotContain("frightening")
        .doesNotContain("cookies")
        .doesNotContain("Weather");
  }

  @Test
  void aListWithinTheBodyIsPartOfIt() {
    String list =
        "<ul><li>The northern pier is closed to everybody until further notice.</li>"
            + "<li>The southern pier stays open for rowing boats and for the harbour's own crew.</li></ul>";
    String text =
        text(
            "<article><h1>Ferries stop at Dunmarsh</h1>"
                + paragraphs("<p>", "</p>")
                + list
                + paragraphs("<p>", "</p>")
                + "</article>");
    assertThat(text).contains("The southern pier stays open");
  }

  @Test
  void anotherScriptIsReadToo() {
    String sentence =
        "أعلن مدير الميناء يوم الثلاثاء أن أي عبارة لن تغادر قبل أن تهدأ الرياح، وقال إن القاربين تضررا عند الرصيف الشمالي. ";
    String text =
        text(
            "<article dir=rtl><h1>توقف العبارات</h1><p>"
                + sentence.repeat(3)
                + "</p><p>"
                + sentence.repeat(2)
                + "</p></article>"
                + RELATED);
    assertThat(text).contains(sentence.strip()).doesNotContain("library");
  }
}
