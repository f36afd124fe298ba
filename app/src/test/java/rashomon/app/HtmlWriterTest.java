package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {

  private static String written(Document document) throws IOException {
    StringWriter to = new StringWriter();
    HtmlWriter.write(document, to);
    return to.toString();
  }

  /** What a parser makes of it; an attribute without a value has the empty one. */
  private static String read(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    return document.html().replace("=\"\"", "");
  }

  @Test
  void whatIsLeftOutIsPutBackByAParser() throws IOException {
    Document page = ComparisonHtml.page(Fixture.comparison());
    page.outputSettings().prettyPrint(false);
    String written = written(page);
    assertThat(read(written)).isEqualTo(read(page.html()));
    assertThat(written.length()).isLessThan(page.html().length() * 97 / 100);
  }

  @Test
  void everyMixtureIsReadAsItWas() throws IOException {
    for (String html :
        new String[] {
          "<ul><li>a</li><li>b<ul><li>c</li></ul> d</li></ul>e",
          "<ul><li><p>a</p>b</li></ul><p>c</p>d<p>e</p><span>f</span>",
          "<a><p>a</p></a><p>b</p><ol><li>c</li></ol>",
          "<table><tbody><tr><th>a</th><td></td></tr><tr><td>b</td></tr></tbody></table>c",
          "<p title='a \"b\" & <c>'>&amp;lt; 1 &lt; 2</p><p hidden title='/'></p>",
          "<dl><div><dt>a</dt><dd>b</dd></div></dl><select><option>a</option><option>b</option></select>",
        }) {
      Document document = Jsoup.parse(html);
      document.outputSettings().prettyPrint(false);
      assertThat(read(written(document))).isEqualTo(read(html));
    }
  }
}
