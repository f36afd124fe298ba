package rashomon.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import rashomon.model.Stamp;

/**
 * A PDF document, such as a press release: its text in the order in which it was written into the
 * document. Words cut at line ends are joined; lines at the edge of pages that come again on
 * another page, but for numbers, and page numbers are left out.
 */
final class Pdf {

  private static final byte[] START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_PAGES = 400;
  private static final int EDGE = 2;
  private static final int TAIL = 1_024;
  private static final int LONGEST_TITLE = 200;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[\\s\\p{Punct}–—]*(?:\\p{L}{1,8}\\s)?\\d{1,4}(?:\\s*(?:/|\\p{L}{1,4})\\s*\\d{1,4})?[\\s\\p{Punct}–—]*");
  private static final Pattern CUT_WORD =
      Pattern.compile("(?<=\\p{L})[-\\u2010\\u00ad]\\n(?=\\p{Ll})");
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i)microsoft word.*|.*\\.(?:docx?|pdf|odt|indd|rtf)|untitled.*|document\\d*");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

  private Pdf() {}

  static boolean is(byte[] bytes) {
    for (int i = 0; i < START.length; i++) {
      if (i >= bytes.length || bytes[i] != START[i]) {
        return false;
      }
    }
    return true;
  }

  static Article read(byte[] bytes) throws Unusable {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      List<String> paragraphs = paragraphs(pages(document));
      if (paragraphs.isEmpty()) {
        throw isCut(bytes)
            ? new Unusable(
                "broken-pdf", "This PDF document is cut off before its text: fetch it again.")
            : new Unusable(
                "no-text",
                "Its pages are pictures without text: give a version that has the text.");
      }
      return Article.of(
          Credit.in(metadata(document.getDocumentInformation(), paragraphs), paragraphs),
          paragraphs);
    } catch (InvalidPasswordException locked) {
      throw new Unusable("locked-pdf", "It is locked with a password: give a version that is not.");
    } catch (IOException | RuntimeException broken) {
      // PDFBox throws all kinds of things where a document is not as its specification has it.
      throw new Unusable(
          "broken-pdf", "This PDF document is damaged or cut off: fetch or export it again.");
    }
  }

  /** A whole document says at its end that it ends (ISO 32000, 7.5.5). */
  private static boolean isCut(byte[] bytes) {
    int tail = Math.min(TAIL, bytes.length);
    String end = new String(bytes, bytes.length - tail, tail, StandardCharsets.ISO_8859_1);
    return !end.contains("%%EOF");
  }

  /** What a release says of itself counts before when the document was made. */
  private static Metadata metadata(PDDocumentInformation said, List<String> paragraphs) {
    Release release = Release.of(paragraphs);
    String title =
        named(said.getTitle())
            .filter(name -> !Release.isLabel(name))
            .orElse(release.title().length() <= LONGEST_TITLE ? release.title() : "");
    Optional<String> company = named(said.getCustomMetadataValue("Company"));
    Optional<String> author = named(said.getAuthor());
    Optional<String> issuer = company.or(release::issuer);
    Stamp made = stamp(said.getCreationDate());
    return new Metadata(
        null,
        issuer.orElse(null),
        Metadata.titled(title).title(),
        release
            .date()
            .filter(written -> made == null || !written.date().equals(made.date()))
            .orElse(made),
        stamp(said.getModificationDate()),
        null,
        author.filter(name -> !issuer.equals(author)).stream().toList(),
        null);
  }

  private static Optional<String> named(@Nullable String said) {
    return Optional.ofNullable(said)
        .map(OneLine::of)
        .filter(name -> !name.isEmpty() && !FILE_NAME.matcher(name).matches());
  }

  private static @Nullable Stamp stamp(@Nullable Calendar time) {
    return time == null
        ? null
        : Stamp.parse(
                time.toInstant()
                    .atZone(time.getTimeZone().toZoneId())
                    .toOffsetDateTime()
                    .toString())
            .orElse(null);
  }

  /** The text of each page, with a blank line before each paragraph that the layout shows. */
  private static List<String> pages(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setLineSeparator("\n");
    stripper.setParagraphStart("\n\n");
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      pages.add(stripper.getText(document).replace("\r", "").strip());
    }
    return pages;
  }

  private static List<String> paragraphs(List<String> pages) {
    Map<String, Integer> edges = new HashMap<>();
    pages.forEach(
        page -> edge(page).distinct().forEach(line -> edges.merge(line, 1, Integer::sum)));
    List<String> paragraphs = new ArrayList<>();
    for (String page : pages) {
      String text = withoutFurniture(page, edges);
      BLANK_LINE
          .splitAsStream(text)
          .map(part -> CUT_WORD.matcher(part.strip()).replaceAll(""))
          .map(OneLine::of)
          .filter(part -> !part.isEmpty())
          .forEach(part -> add(paragraphs, part));
    }
    return paragraphs;
  }

  /** What goes on in small letters goes on in the same paragraph, over the end of a page too. */
  private static void add(List<String> paragraphs, String part) {
    boolean goesOn =
        !paragraphs.isEmpty()
            && Character.isLowerCase(part.codePointAt(0))
            && !paragraphs.getLast().matches("(?s).*[.!?:]\\W*");
    if (goesOn) {
      paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + part);
    } else {
      paragraphs.add(part);
    }
  }

  private static Stream<String> edge(String page) {
    List<String> lines = page.lines().filter(line -> !line.isBlank()).toList();
    return Stream.concat(
            lines.stream().limit(EDGE), lines.stream().skip(Math.max(0, lines.size() - EDGE)))
        .map(Pdf::withoutNumbers);
  }

  private static String withoutFurniture(String page, Map<String, Integer> edges) {
    List<String> lines = page.lines().toList();
    List<Integer> written =
        Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
            .filter(i -> !lines.get(i).isBlank())
            .toList();
    List<String> kept = new ArrayList<>(lines);
    for (int i = 0; i < written.size(); i++) {
      String line = lines.get(written.get(i));
      boolean atEdge = i < EDGE || i >= written.size() - EDGE;
      if (atEdge
          && (PAGE_NUMBER.matcher(line).matches()
              || edges.getOrDefault(withoutNumbers(line), 0) > 1)) {
        kept.set(written.get(i), "");
      }
    }
    return String.join("\n", kept);
  }

  private static String withoutNumbers(String line) {
    return NUMBER.matcher(line.strip()).replaceAll("#");
  }
}
