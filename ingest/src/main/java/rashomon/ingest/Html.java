package rashomon.ingest;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import rashomon.ingest.page.Body;
import rashomon.ingest.page.Clues;

/** A web page as a report: what its tags say about it, and the paragraphs of its body. */
final class Html {

  private Html() {}

  /**
   * @param place the address or name that it was found under
   */
  static Article read(String html, String place) throws Unusable {
    Document page = Jsoup.parse(html);
    Tags tags = Tags.of(page);
    LinkedData data = LinkedData.of(tags.scripts);
    Metadata metadata = HtmlMetadata.of(page, tags, data, place);
    List<String> paragraphs = Body.paragraphs(page.body(), clues(page, tags, data, metadata));
    if (paragraphs.isEmpty()) {
      throw new Unusable(
          "no-body",
          "This page has no text in its body: save it as the browser shows it, or copy the "
              + "text into a .txt file.");
    }
    boolean stub = Stub.is(page, tags, data, paragraphs);
    Metadata credited = Credit.in(metadata, paragraphs);
    return new Article(
        null,
        credited.credit() == null
            ? credited.credited(HtmlMetadata.copiedFrom(tags, data, metadata, place))
            : credited,
        Byline.without(paragraphs, metadata),
        HtmlMetadata.language(page, tags, data),
        stub,
        tags.isArticle() || data.isArticle() || (stub && !tags.asksForPassword()),
        null);
  }

  /** What the page's tags say that helps to find its body. */
  static Clues clues(Document page, Tags tags, LinkedData data, Metadata metadata) {
    return new Clues(
        metadata.titleOrEmpty().isEmpty() ? page.title() : metadata.titleOrEmpty(),
        tags.meta("description", "og:description").findFirst().orElse(""),
        data.text("/articleBody").findFirst().map(Html::bare).orElse(""));
  }

  private static String bare(String body) {
    return body.indexOf('<') < 0 ? body : Jsoup.parse(body).text();
  }
}
