package rashomon.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.WebAddress;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/**
 * What a sitemap lists, by <a href="https://www.sitemaps.org/protocol.html">the protocol</a> and
 * Google's extension for news: pages, or, in an index, more sitemaps. Read as feeds are, since
 * crawler-commons' parser stops at the first bare ampersand and does not say so.
 *
 * @param index whether it lists sitemaps and not pages
 * @param places in its order
 */
public record Sitemap(boolean index, List<Place> places) {

  static final Set<String> ROOTS = Set.of("urlset", "sitemapindex");

  /**
   * One page or sitemap.
   *
   * @param url absolute, of HTTP
   * @param modified when it was last changed, as the sitemap says
   * @param publisher {@code news:publication}, where there is one
   * @param title {@code news:title}
   * @param published {@code news:publication_date}
   */
  public record Place(
      String url,
      @Nullable Stamp modified,
      @Nullable String publisher,
      @Nullable String title,
      @Nullable Stamp published) {}

  public Sitemap {
    places = List.copyOf(places);
  }

  /**
   * Reads a sitemap, packed by gzip or not. It never throws: of one that breaks off, every whole
   * place is there; what is none gives an empty one. Codes: {@code broken-feed}, {@code
   * broken-gzip}, {@code too-long}, {@code no-link}, {@code bad-time}.
   */
  public static Sitemap read(Capture capture, Consumer<Rejection> rejected) {
    try {
      byte[] bytes = Bytes.unpacked(capture.payload().bytes());
      Markup markup =
          Markup.of(Text.of(bytes, capture.contentType()))
              .filter(found -> ROOTS.contains(Markup.name(found.root())))
              .orElseThrow(
                  () -> new Unusable("broken-feed", "This is no sitemap: check the address."));
      return of(markup, capture.url(), new Complaints(capture.url(), rejected));
    } catch (Unusable unusable) {
      rejected.accept(unusable.of(capture.url()));
      return new Sitemap(false, List.of());
    }
  }

  private static Sitemap of(Markup markup, String url, Complaints complaints) {
    boolean index = Markup.name(markup.root()).equals("sitemapindex");
    List<Place> places = new ArrayList<>();
    for (Element element : markup.all(index ? "sitemap" : "url")) {
      if (!markup.isCut(element)) {
        Markup.text(element, "loc")
            .flatMap(loc -> WebAddress.resolve(url, loc))
            .map(loc -> place(loc.toString(), element, complaints))
            .ifPresentOrElse(places::add, complaints::noLink);
      }
    }
    if (!markup.whole()) {
      complaints.cut(places.size());
    }
    complaints.end();
    return new Sitemap(index, places);
  }

  private static Place place(String loc, Element element, Complaints complaints) {
    Element news = Markup.children(element, "news").stream().findFirst().orElse(element);
    Element publication = Markup.children(news, "publication").stream().findFirst().orElse(news);
    return new Place(
        loc,
        time(element, "lastmod", complaints),
        Markup.words(publication, "name").orElse(null),
        Markup.words(news, "title").orElse(null),
        time(news, "publication_date", complaints));
  }

  private static @Nullable Stamp time(Element parent, String name, Complaints complaints) {
    return Markup.text(parent, name).map(complaints::time).orElse(null);
  }
}
