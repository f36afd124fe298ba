package rashomon.capture;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.WebAddress;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/**
 * Feeds in XML. The names of all the formats are looked for side by side, since feeds mix them. Not
 * read with ROME, whose strict parser gives nothing of a feed that breaks off or has one bare
 * ampersand, and whose dates have lost the offset that says which day it was at the outlet.
 */
final class XmlFeed {

  static final Set<String> ROOTS = Set.of("rss", "rdf", "feed");

  /** The form that RSS asks for: <i>jane@globe.example (Jane Roe)</i>. */
  private static final Pattern MAILBOX = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");

  /** What has a title that may be plain text. */
  private static final Set<String> ATOM = Set.of("feed", "entry", "source");

  private final Markup markup;
  private final Element channel;
  private final String url;
  private final Complaints complaints;

  private XmlFeed(Markup markup, String url, Consumer<Rejection> rejected) {
    this.markup = markup;
    this.channel =
        Markup.children(markup.root(), "channel").stream().findFirst().orElse(markup.root());
    this.url = url;
    this.complaints = new Complaints(url, rejected);
  }

  static Feed read(String text, String url, Consumer<Rejection> rejected) throws Unusable {
    Markup markup =
        Markup.of(text)
            .filter(found -> ROOTS.contains(Markup.name(found.root())))
            .orElseThrow(
                () ->
                    new Unusable(
                        "broken-feed",
                        "This is no feed: neither RSS nor Atom nor JSON Feed. Check the address."));
    return new XmlFeed(markup, url, rejected).feed();
  }

  private Feed feed() {
    List<Feed.Entry> entries = new ArrayList<>();
    List<Element> found = markup.all(Markup.name(markup.root()).equals("feed") ? "entry" : "item");
    for (Element element : found) {
      if (!markup.isCut(element)) {
        entry(element).ifPresentOrElse(entries::add, complaints::noLink);
      }
    }
    if (!markup.whole()) {
      complaints.cut(entries.size());
    }
    complaints.end();
    return new Feed(url, title(channel), entries);
  }

  private Optional<Feed.Entry> entry(Element entry) {
    return link(entry)
        .map(
            link ->
                new Feed.Entry(
                    link,
                    title(entry),
                    time(entry, "pubdate", "published", "issued", "date", "created"),
                    time(entry, "updated", "modified"),
                    publisher(entry),
                    id(entry),
                    authors(entry)));
  }

  private Optional<String> link(Element entry) {
    for (Element link : Markup.children(entry, "link")) {
      String rel = Markup.attribute(link, "rel").orElse("alternate");
      String target = Markup.attribute(link, "href").orElse(link.wholeText());
      Optional<String> address = WebAddress.resolve(base(link), target).map(URI::toString);
      if (rel.equals("alternate") && address.isPresent()) {
        return address;
      }
    }
    return Markup.children(entry, "guid").stream()
        .filter(guid -> !Markup.attribute(guid, "isPermaLink").orElse("").equals("false"))
        .flatMap(guid -> WebAddress.of(guid.wholeText()).stream())
        .findFirst()
        .map(URI::toString);
  }

  /** Every {@code xml:base} from the outside in, beginning where the feed was found. */
  private String base(Element element) {
    String base = WebAddress.of(url).isPresent() ? url : Markup.text(channel, "link").orElse("");
    List<Element> inwards = new ArrayList<>(element.parents()).reversed();
    inwards.add(element);
    for (Element around : inwards) {
      base = WebAddress.resolve(base, around.attr("xml:base")).map(URI::toString).orElse(base);
    }
    return base;
  }

  /**
   * In plain Atom text markup is text; everywhere else feeds put HTML into titles, escaped or not.
   */
  private static @Nullable String title(Element parent) {
    for (Element title : Markup.children(parent, "title")) {
      boolean plain =
          ATOM.contains(Markup.name(parent))
              && Markup.attribute(title, "type").orElse("text").equals("text");
      String words = plain ? title.wholeText() : withoutMarkup(title.wholeText());
      String line = Bytes.oneLine(words);
      if (!line.isEmpty()) {
        return line;
      }
    }
    return null;
  }

  private static String withoutMarkup(String words) {
    return words.indexOf('<') < 0 && words.indexOf('&') < 0
        ? words
        : Jsoup.parseBodyFragment(words).text();
  }

  private @Nullable Stamp time(Element entry, String... names) {
    return Markup.text(entry, names).map(complaints::time).orElse(null);
  }

  private static @Nullable String publisher(Element entry) {
    for (Element source : Markup.children(entry, "source")) {
      String title = title(source);
      if (title != null) {
        return title;
      }
      String words = Bytes.oneLine(source.ownText());
      if (!words.isEmpty()) {
        return words;
      }
      Optional<String> host =
          Markup.attribute(source, "url").flatMap(WebAddress::of).map(URI::getHost);
      if (host.isPresent()) {
        return host.get();
      }
    }
    return Markup.words(entry, "publisher").orElse(null);
  }

  private static @Nullable String id(Element entry) {
    return Markup.text(entry, "guid", "id")
        .or(() -> Markup.attribute(entry, "rdf:about"))
        .orElse(null);
  }

  private static List<String> authors(Element entry) {
    return Markup.children(entry, "author", "creator").stream()
        .map(author -> Markup.text(author, "name").orElse(author.wholeText()))
        .map(XmlFeed::person)
        .filter(author -> !author.isEmpty())
        .distinct()
        .toList();
  }

  private static String person(String author) {
    String line = Bytes.oneLine(author);
    Matcher mailbox = MAILBOX.matcher(line);
    return mailbox.matches() ? mailbox.group(1).strip() : line;
  }
}
