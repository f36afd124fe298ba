package rashomon.capture;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/**
 * What a feed says: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1.
 *
 * @param url where the feed was found
 * @param label the feed's own title, which names no outlet; absent where it has none
 * @param entries in the feed's order
 */
public record Feed(String url, @Nullable String label, List<Entry> entries) {

  /**
   * One report that the feed points to.
   *
   * @param link the report's address, absolute, of HTTP
   * @param title without markup
   * @param published as the feed says, not the report
   * @param updated as the feed says
   * @param publisher who published it, where the feed says so: {@code <source>}, or {@code
   *     dc:publisher}
   * @param id what the feed calls it: {@code guid}, {@code id} or {@code rdf:about}
   * @param authors their names, in the feed's order
   */
  public record Entry(
      String link,
      @Nullable String title,
      @Nullable Stamp published,
      @Nullable Stamp updated,
      @Nullable String publisher,
      @Nullable String id,
      List<String> authors) {

    public Entry {
      authors = List.copyOf(authors);
    }
  }

  public Feed {
    entries = List.copyOf(entries);
  }

  /**
   * Reads what was fetched. It never throws: what is no feed gives a feed without entries and says
   * so; of a feed that breaks off, every whole entry is there. An entry that leads nowhere and a
   * time that cannot be read are told to {@code rejected}, with the codes {@code broken-feed},
   * {@code broken-gzip}, {@code too-long}, {@code no-link} and {@code bad-time}.
   */
  public static Feed read(Capture capture, Consumer<Rejection> rejected) {
    try {
      byte[] bytes = Bytes.unpacked(capture.payload().bytes());
      String text = Text.of(bytes, capture.contentType());
      return text.stripLeading().startsWith("{")
          ? JsonFeed.read(text, capture.url(), rejected)
          : XmlFeed.read(text, capture.url(), rejected);
    } catch (Unusable unusable) {
      rejected.accept(unusable.of(capture.url()));
      return new Feed(capture.url(), null, List.of());
    }
  }
}
