package rashomon.ingest;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import rashomon.ingest.page.Body;

/** A page's blocks as the model of bodies sees them: what it is trained on. */
public final class PageBlocks {

  private PageBlocks() {}

  /** The blocks of an HTML page, packed or not; none where the bytes are no text. */
  public static List<Body.Sample> of(byte[] html) {
    try {
      Document page = Jsoup.parse(Encoding.decode(Bytes.of(html)));
      Tags tags = Tags.of(page);
      LinkedData data = LinkedData.of(tags.scripts);
      Metadata metadata = HtmlMetadata.of(page, tags, data, "");
      return Body.samples(page.body(), Html.clues(page, tags, data, metadata));
    } catch (Unusable noPage) {
      return List.of();
    }
  }
}
