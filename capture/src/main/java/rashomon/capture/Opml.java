package rashomon.capture;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.WebAddress;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/**
 * A list of feeds as feed readers exchange it, OPML 1.0 and 2.0; folders within it are passed
 * through.
 *
 * @param title the list's own; absent where it has none
 * @param feeds in the list's order, each address once
 */
public record Opml(@Nullable String title, List<Line> feeds) {

  /** One feed: its address, absolute, and the name that the list's owner gave it. */
  public record Line(String feed, @Nullable String label) {}

  public Opml {
    feeds = List.copyOf(feeds);
  }

  /**
   * Reads a list. It never throws: of one that breaks off, what stands before is there; what is
   * none gives an empty one. Codes: {@code broken-opml}, {@code broken-gzip}, {@code too-long},
   * {@code no-link}.
   */
  public static Opml read(Capture capture, Consumer<Rejection> rejected) {
    try {
      byte[] bytes = Bytes.unpacked(capture.payload().bytes());
      Markup markup =
          Markup.of(Text.of(bytes, capture.contentType()))
              .filter(found -> Markup.name(found.root()).equals("opml"))
              .orElseThrow(
                  () ->
                      new Unusable(
                          "broken-opml", "This is no OPML: export the list of feeds again."));
      return of(markup, capture.url(), rejected);
    } catch (Unusable unusable) {
      rejected.accept(unusable.of(capture.url()));
      return new Opml(null, List.of());
    }
  }

  private static Opml of(Markup markup, String url, Consumer<Rejection> rejected) {
    List<Line> feeds = new ArrayList<>();
    Set<String> met = new LinkedHashSet<>();
    String title = null;
    for (Element element : markup.root().getAllElements()) {
      switch (Markup.name(element)) {
        case "head" -> title = Markup.words(element, "title").orElse(null);
        case "outline" ->
            Markup.attribute(element, "xmlUrl")
                .ifPresent(
                    written ->
                        WebAddress.resolve(url, written)
                            .map(URI::toString)
                            .ifPresentOrElse(
                                feed -> {
                                  if (met.add(feed)) {
                                    feeds.add(new Line(feed, label(element)));
                                  }
                                },
                                () -> rejected.accept(noAddress(url, written))));
        default -> {}
      }
    }
    if (!markup.whole()) {
      rejected.accept(
          new Rejection(
              url,
              "broken-opml",
              "It breaks off after "
                  + feeds.size()
                  + " feeds, which are read: export the list of feeds again."));
    }
    return new Opml(title, feeds);
  }

  private static Rejection noAddress(String url, String written) {
    return new Rejection(
        url,
        "no-link",
        "\"" + Bytes.oneLine(written, 80) + "\" is no web address: that feed is left out.");
  }

  private static @Nullable String label(Element outline) {
    return Markup.attribute(outline, "title")
        .or(() -> Markup.attribute(outline, "text"))
        .map(Bytes::oneLine)
        .orElse(null);
  }
}
