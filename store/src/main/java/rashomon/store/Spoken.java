package rashomon.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Party;
import rashomon.model.Reading;
import rashomon.model.Span;
import rashomon.model.Statement;

/**
 * A statement as one version of a report has it.
 *
 * @param statement its number in the reading of that version
 * @param party the fullest name of who says it; null where the report does not tell
 * @param names all names of who says it
 * @param words its content
 * @param cue the words that attribute it; null where there are none, and so is their span
 * @param passage all of it as it stands in the text, from the first of source, cue and content to
 *     the last, {@link #plain}
 */
record Spoken(
    int statement,
    @Nullable String party,
    Set<String> names,
    String words,
    List<Span> spans,
    @Nullable String cue,
    @Nullable Span cueSpan,
    boolean denied,
    String passage) {

  /** All that is said in a version, in order. */
  static List<Spoken> of(Reading reading) {
    String text = Rows.clean(reading.report().text());
    return reading.statements().stream().map(said -> of(said, reading, text)).toList();
  }

  private static Spoken of(Statement said, Reading reading, String text) {
    Party party = said.party() == null ? null : reading.parties().get(said.party().number() - 1);
    Set<String> names = new TreeSet<>();
    if (party != null) {
      names.add(plain(party.name()));
      party.names().forEach(name -> names.add(plain(name)));
    }
    Span whole = said.content().getFirst().cover(said.content().getLast());
    whole = said.cue() == null ? whole : whole.cover(said.cue());
    whole = said.source() == null ? whole : whole.cover(said.source());
    return new Spoken(
        said.id().number(),
        party == null ? null : party.name(),
        names,
        said.content().stream().map(span -> span.of(text)).collect(Collectors.joining(" … ")),
        said.content(),
        said.cue() == null ? null : said.cue().of(text),
        said.cue(),
        said.denied(),
        plain(whole.of(text)));
  }

  /** Words without what stands between them, in small letters; figures and their signs stay. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{S}%]+", " ").strip();
  }

  /** What must be the same, word for word, for two statements to be one. */
  String wording() {
    return (denied ? "denied" : "") + "\n" + (cue == null ? "" : plain(cue)) + "\n" + plain(words);
  }

  /**
   * Whether this is that statement, of which {@link #wording} is the same: given to the same, or
   * standing there in the same words, of which one reading does not tell whose they are.
   */
  boolean isBySame(Spoken other) {
    return names.stream().anyMatch(other.names::contains)
        || (party == null || other.party == null) && passage.equals(other.passage);
  }

  /** Whether the same content is given to another, by name. */
  boolean isByAnother(Spoken other) {
    return party != null
        && other.party != null
        && plain(words).equals(plain(other.words))
        && names.stream().noneMatch(other.names::contains);
  }
}
