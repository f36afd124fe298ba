package rashomon.ingest;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A web page as a report: what its tags say about it, and the paragraphs of its body. */
final class Html {

  private Html() {}

  static Article read(String html) throws Unusable {
    Document page = Jsoup.parse(html);
    Metadata metadata = HtmlMetadata.of(page);
    String language = page.select("html").attr("lang").toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    List<String> paragraphs = HtmlBody.paragraphs(page);
    if (paragraphs.isEmpty()) {
      throw new Unusable(
          "no-body",
          "This page has no text in its body: save it as the browser shows it, or copy the "
              + "text into a .txt file.");
    }
    return new Article(
        metadata, paragraphs, language.matches("[a-z]{2}") ? language : Language.UNKNOWN);
  }
}
