package rashomon.ingest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import rashomon.model.Stamp;

/**
 * What a page's tags say about it: schema.org's article in JSON-LD first, then Open Graph and other
 * meta tags, then HTML's own. Of several candidates the first that can be read counts; a page never
 * says when it was seen.
 */
final class HtmlMetadata {

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern BY =
      Pattern.compile("^(?:by|von|par|por|di|door)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOME = Pattern.compile("https?://[^/]*/?");
  private static final Pattern REGION = Pattern.compile("[-_]");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final int LONGEST_NAME = 80;

  private HtmlMetadata() {}

  /**
   * @param place the address or name that the page was found under
   */
  static Metadata of(Document page, Tags tags, LinkedData data, String place) {
    String url = url(tags, data, place);
    String site = url == null ? null : Site.of(url);
    String outlet =
        first(
            Stream.of(
                data.names("publisher"),
                tags.meta("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"),
                tags.properties("publisher").map(Element::text),
                Outlet.inTitle(page.title(), site).stream()));
    return new Metadata(
        url,
        outlet == null ? null : Outlet.name(outlet, site),
        first(
            Stream.of(
                data.text("/headline"),
                tags.meta("og:title", "twitter:title", "dc.title", "headline"),
                tags.properties("headline").limit(1).map(Element::text),
                tags.headings.stream().limit(1).map(Element::text),
                Stream.of(page.title()))),
        published(tags, data),
        modified(tags, data),
        null,
        authors(tags, data),
        first(
            Stream.of(
                data.text("/creditText"),
                data.names("sourceOrganization"),
                tags.meta("syndication-source", "original-source", "dcterms.source", "dc.source")
                    .filter(source -> !ADDRESS.matcher(source).matches()))));
  }

  /** An ISO 639-1 code, or {@code und}. */
  static String language(Document page, Tags tags, LinkedData data) {
    return Stream.of(
            page.children().stream().limit(1).map(html -> html.attr("lang")),
            data.text("/inLanguage"),
            tags.meta("og:locale", "content-language", "dc.language", "language"))
        .flatMap(each -> each)
        .map(code -> REGION.split(code.toLowerCase(Locale.ROOT), 2)[0])
        .filter(code -> LANGUAGE.matcher(code).matches())
        .findFirst()
        .orElse(Language.UNKNOWN);
  }

  /**
   * Whom the page is copied from where its canonical address is of another site, which syndicated
   * copies have so; null where it is not, or where that site is but another of the outlet's.
   */
  static @Nullable String copiedFrom(Tags tags, LinkedData data, Metadata said, String place) {
    return addresses(tags, data, place)
        .filter(url -> !isOf(url, place) && !isHome(url))
        .flatMap(url -> Stream.ofNullable(Site.of(url)))
        .filter(site -> said.outlet() == null || !Outlet.spells(said.outlet(), site))
        .findFirst()
        .orElse(null);
  }

  /** The addresses that a page gives as its own. */
  private static Stream<String> addresses(Tags tags, LinkedData data, String place) {
    return Stream.of(
            tags.canonical.stream(),
            tags.meta("og:url"),
            data.text("/url"),
            data.text("/mainEntityOfPage/@id"),
            data.text("/mainEntityOfPage"))
        .flatMap(each -> each)
        .flatMap(url -> absolute(url.strip(), place).stream());
  }

  /** A page that was fetched can speak for its own site alone; of a file nobody knows the site. */
  private static boolean isOf(String url, String place) {
    return !Site.isWeb(place) || Site.same(url, place);
  }

  /** An address that is only its site's, as broken templates give it for all pages, counts last. */
  private static @Nullable String url(Tags tags, LinkedData data, String place) {
    List<String> candidates = addresses(tags, data, place).filter(url -> isOf(url, place)).toList();
    return candidates.stream()
        .filter(url -> !isHome(url) || isHome(place))
        .findFirst()
        .or(() -> Optional.of(place).filter(url -> ADDRESS.matcher(url).matches()))
        .or(() -> candidates.stream().findFirst())
        .orElse(null);
  }

  private static Optional<String> absolute(String url, String place) {
    if (ADDRESS.matcher(url).matches()) {
      return Optional.of(url);
    }
    try {
      return Optional.of(URI.create(place).resolve(url).toString())
          .filter(whole -> ADDRESS.matcher(whole).matches());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static boolean isHome(String url) {
    return HOME.matcher(url).matches();
  }

  private static @Nullable Stamp published(Tags tags, LinkedData data) {
    return time(
        Stream.of(
            data.text("/datePublished"),
            tags.meta(
                "article:published_time",
                "datepublished",
                "og:published_time",
                "parsely-pub-date",
                "sailthru.date",
                "dc.date.issued",
                "dcterms.created",
                "publishdate",
                "publish-date",
                "date",
                "dc.date",
                "pubdate"),
            tags.properties("datePublished").flatMap(HtmlMetadata::moment),
            tags.times.stream()
                .filter(time -> time.hasAttr("pubdate"))
                .flatMap(HtmlMetadata::moment),
            data.text("/dateCreated"),
            tags.times.stream().flatMap(HtmlMetadata::moment)));
  }

  private static @Nullable Stamp modified(Tags tags, LinkedData data) {
    return time(
        Stream.of(
            data.text("/dateModified"),
            tags.meta(
                "article:modified_time",
                "og:updated_time",
                "datemodified",
                "dcterms.modified",
                "last-modified",
                "lastmod"),
            tags.properties("dateModified").flatMap(HtmlMetadata::moment)));
  }

  private static Stream<String> moment(Element element) {
    return Stream.of(element.attr("datetime"), element.attr("content"), element.text())
        .filter(text -> !text.isEmpty());
  }

  private static List<String> authors(Tags tags, LinkedData data) {
    return Stream.<Stream<String>>of(
            data.names("author"),
            tags.meta(
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "byl"),
            tags.properties("author").map(HtmlMetadata::name),
            tags.authors.stream().map(Element::text))
        .map(
            names ->
                names
                    .map(name -> BY.matcher(OneLine.of(name)).replaceFirst(""))
                    .filter(
                        name ->
                            !name.isEmpty()
                                && name.length() <= LONGEST_NAME
                                && !ADDRESS.matcher(name).find())
                    .distinct()
                    .toList())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The name within what is an author, which may say more of him. */
  private static String name(Element author) {
    Element name = author.selectFirst("[itemprop=name]");
    Element said = name == null ? author : name;
    return said.hasAttr("content") ? said.attr("content") : said.text();
  }

  private static @Nullable String first(Stream<Stream<String>> candidates) {
    return candidates
        .flatMap(each -> each)
        .map(OneLine::of)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Stamp time(Stream<Stream<String>> candidates) {
    return candidates
        .flatMap(each -> each)
        .flatMap(text -> Moment.parse(text).stream())
        .findFirst()
        .orElse(null);
  }
}
