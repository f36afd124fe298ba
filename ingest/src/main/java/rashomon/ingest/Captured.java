package rashomon.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Stamp;
import rashomon.model.Version;
import rashomon.model.Via;

/**
 * What was read from one capture: the versions, and what could not be read, with the reason. The
 * same bytes give the same, always; no input makes it throw.
 */
public record Captured(List<Version> versions, List<Rejection> rejected) {

  private static final Pattern DERIVED = Pattern.compile("[0-9a-f]{16}");

  public Captured {
    versions = List.copyOf(versions);
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads HTML, plain text, PDF, JSON records and ninjs, packed with gzip or not. What the bytes
   * look like counts before what the server says of them. The codes of rejections are those of
   * {@link Ingest}, {@code withheld} for what its publisher took back, and {@code no-article} for
   * pages that nothing shows to be one. What a page says of itself counts before what the feed says
   * that led to it; an outlet that is named by neither is the site's name.
   */
  public static Captured read(Capture capture) {
    List<Version> versions = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    String place = capture.url();
    try {
      byte[] bytes = Bytes.of(capture.payload().bytes());
      for (Entry entry : Entries.of(bytes, place, capture.contentType())) {
        String file = place + entry.suffix();
        try {
          versions.add(version(capture, file, entry.article(file, rejected::add)));
        } catch (Unusable unusable) {
          rejected.add(unusable.of(file));
        }
      }
    } catch (Unusable unusable) {
      rejected.add(unusable.of(place));
    }
    return new Captured(versions, rejected);
  }

  private static Version version(Capture capture, String file, Article read) throws Unusable {
    NoReport.refuse(read);
    Metadata metadata = read.metadata().or(said(capture)).or(ofPlace(capture, read));
    Article article = read.with(metadata);
    return new Version(
        id(capture, file, article),
        capture.id(),
        article.report(file, article.text()),
        metadata.authors());
  }

  /**
   * What stays the same over the versions of a report: the id of a record, else the address. Nobody
   * speaks for another's site: what was fetched has an address there, and no id that an address
   * elsewhere might give.
   */
  private static String id(Capture capture, String file, Article article) {
    String place = capture.url();
    String url = article.metadata().url();
    boolean own = !Site.isWeb(place) || url == null || url.equals(place) || Site.same(url, place);
    String id = article.id();
    if (id != null && (own || !DERIVED.matcher(id).matches())) {
      return id;
    }
    return id(url == null || !own ? file : url);
  }

  private static Metadata said(Capture capture) {
    Via via = capture.via();
    if (via == null) {
      return Metadata.NONE;
    }
    String publisher = via.publisher();
    return new Metadata(
        null,
        publisher == null ? null : Outlet.name(publisher, Site.of(capture.url())),
        via.title(),
        via.published(),
        null,
        null,
        List.of(),
        null);
  }

  private static Metadata ofPlace(Capture capture, Article read) {
    String url = read.metadata().url();
    return new Metadata(
        Site.isWeb(capture.url()) ? capture.url() : null,
        Site.of(url == null ? capture.url() : url),
        null,
        null,
        null,
        Stamp.parse(capture.seen().toString()).orElse(null),
        List.of(),
        null);
  }

  private static String id(String url) {
    return Payload.of(url.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, 16);
  }
}
