package rashomon.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Rejection;
import rashomon.model.Via;

/**
 * What a capture turned out to be, and where it leads.
 *
 * @param leads the addresses to fetch next, in the list's order, each once, never its own; none
 *     where it is no list. Those of a feed or a sitemap are pages; those of a list of feeds or of
 *     an index are lists again, to be read in the same way
 * @param rejected what in the list could not be used
 */
public record Discovered(Kind kind, List<Lead> leads, List<Rejection> rejected) {

  /** What the bytes are. */
  public enum Kind {
    /** No list: a page, a document or a record, to be read as a report. */
    PAGE,
    FEED,
    SITEMAP,
    SITEMAP_INDEX,
    FEED_LIST,
    /** Packed, and cannot be unpacked; {@code rejected} says why. */
    BROKEN
  }

  /** An address to fetch, and what the list says of it, to go into the capture made there. */
  public record Lead(String url, Via via) {}

  private static final int HEAD = 4_096;

  /** The first tag, behind declarations, comments and whatever feeds have before it. */
  private static final Pattern FIRST_TAG =
      Pattern.compile(
          "\\A[^<]*(?:<(?:\\?[^>]*|!--.*?--|!DOCTYPE[^>\\[]*(?:\\[.*?\\]\\s*)?)>[^<]*)*+<(?:[\\w.-]+:)?([\\w.-]+)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  public Discovered {
    leads = List.copyOf(leads);
    rejected = List.copyOf(rejected);
  }

  /** Tells what a capture is, by its bytes and not by what the server calls it. Never throws. */
  public static Discovered read(Capture capture) {
    List<Rejection> rejected = new ArrayList<>();
    byte[] bytes;
    try {
      bytes = Bytes.unpacked(capture.payload().bytes());
    } catch (Unusable unusable) {
      return new Discovered(Kind.BROKEN, List.of(), List.of(unusable.of(capture.url())));
    }
    Kind kind = kind(bytes, capture.contentType());
    List<Lead> leads =
        switch (kind) {
          case FEED -> ofFeed(Feed.read(capture, rejected::add), capture.via());
          case SITEMAP, SITEMAP_INDEX ->
              ofSitemap(Sitemap.read(capture, rejected::add), capture.url());
          case FEED_LIST -> ofOpml(Opml.read(capture, rejected::add), capture.url());
          case PAGE, BROKEN -> List.of();
        };
    Map<String, Lead> once = new LinkedHashMap<>();
    leads.forEach(lead -> once.putIfAbsent(lead.url(), lead));
    once.remove(capture.url());
    return new Discovered(kind, List.copyOf(once.values()), rejected);
  }

  private static Kind kind(byte[] bytes, @Nullable String contentType) {
    String head = Text.of(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)), contentType);
    if (head.stripLeading().startsWith("{")) {
      return JsonFeed.is(Text.of(bytes, contentType)) ? Kind.FEED : Kind.PAGE;
    }
    Matcher first = FIRST_TAG.matcher(head);
    String root = first.find() ? first.group(1).toLowerCase(Locale.ROOT) : "";
    if (XmlFeed.ROOTS.contains(root)) {
      return Kind.FEED;
    }
    return switch (root) {
      case "urlset" -> Kind.SITEMAP;
      case "sitemapindex" -> Kind.SITEMAP_INDEX;
      case "opml" -> Kind.FEED_LIST;
      default -> Kind.PAGE;
    };
  }

  /** A feed without a title goes by the name that a list of feeds gave it. */
  private static List<Lead> ofFeed(Feed feed, @Nullable Via listed) {
    String label = feed.label() == null && listed != null ? listed.label() : feed.label();
    return feed.entries().stream()
        .map(
            entry ->
                new Lead(
                    entry.link(),
                    new Via(
                        feed.url(), label, entry.publisher(), entry.title(), entry.published())))
        .toList();
  }

  private static List<Lead> ofSitemap(Sitemap sitemap, String url) {
    return sitemap.places().stream()
        .map(
            place ->
                new Lead(
                    place.url(),
                    new Via(url, null, place.publisher(), place.title(), place.published())))
        .toList();
  }

  private static List<Lead> ofOpml(Opml list, String url) {
    return list.feeds().stream()
        .map(line -> new Lead(line.feed(), new Via(url, line.label(), null, null, null)))
        .toList();
  }
}
