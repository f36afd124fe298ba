package rashomon.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Report;
import rashomon.model.Stamp;
import rashomon.model.Version;
import rashomon.model.Via;

/**
 * What was read from one capture: the versions, and what could not be read, with the reason. The
 * same bytes give the same, always; no input makes it throw.
 */
public record Captured(List<Version> versions, List<Rejection> rejected) {

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  public Captured {
    versions = List.copyOf(versions);
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads HTML, plain text, PDF, JSON records and ninjs, packed with gzip or not. What the bytes
   * look like counts before what the server says of them. The codes of rejections are those of
   * {@link Ingest}, and {@code withheld} for what its publisher took back. What a page says of
   * itself counts before what the feed says that led to it; an outlet that is named by neither is
   * the host's name.
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
    Metadata metadata = read.metadata().or(said(capture.via())).or(ofPlace(capture));
    Article article = read.with(metadata);
    String text = article.text();
    Report report = metadata.report(file, Entries.checked(article, text), text);
    String id =
        article.id() != null ? article.id() : id(metadata.url() == null ? file : metadata.url());
    return new Version(
        id, capture.id(), report, metadata.authors(), metadata.credit(), article.stub());
  }

  private static Metadata said(@Nullable Via via) {
    return via == null
        ? Metadata.NONE
        : new Metadata(
            null, via.publisher(), via.title(), via.published(), null, null, List.of(), null);
  }

  private static Metadata ofPlace(Capture capture) {
    boolean web = ADDRESS.matcher(capture.url()).matches();
    return new Metadata(
        web ? capture.url() : null,
        web ? host(capture.url()) : null,
        null,
        null,
        null,
        Stamp.parse(capture.seen().toString()).orElse(null),
        List.of(),
        null);
  }

  private static @Nullable String host(String url) {
    try {
      String host = URI.create(url).getHost();
      String name = host == null ? null : host.toLowerCase(Locale.ROOT);
      return name != null && name.startsWith("www.") ? name.substring(4) : name;
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  private static String id(String url) {
    return Payload.of(url.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, 16);
  }
}
