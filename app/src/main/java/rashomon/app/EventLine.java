package rashomon.app;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rashomon.model.Origin;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Story;
import rashomon.model.Tag;
import rashomon.model.Token;
import rashomon.version.Withdrawal;

/**
 * The event in one line: the headline whose nouns, names and verbs the most origins use, so that it
 * is in nobody's words alone. Among equals the first report's. Where no report has a headline, its
 * first sentence stands for it. What is withdrawn is told only where nothing else is.
 */
record EventLine(ReportId report, String words) {

  private static final int COLUMNS = 200;
  private static final Set<Tag> TELLING = Set.of(Tag.NOUN, Tag.PROPN, Tag.VERB, Tag.NUM);

  /** Nothing for a story without words. */
  static Optional<EventLine> of(Story story) {
    Map<String, Long> origins = new TreeMap<>();
    for (Origin origin : story.origins()) {
      Set<String> words = new HashSet<>();
      origin
          .reports()
          .forEach(report -> words.addAll(lemmas(story.tokens().get(report.number() - 1))));
      words.forEach(word -> origins.merge(word, 1L, Long::sum));
    }
    List<ReportId> all =
        IntStream.rangeClosed(1, story.reports().size()).mapToObj(ReportId::new).toList();
    List<ReportId> stand =
        all.stream().filter(id -> Withdrawal.of(story.report(id)).isEmpty()).toList();
    List<ReportId> reports = stand.isEmpty() ? all : stand;
    return best(story, reports, origins, true).or(() -> best(story, reports, origins, false));
  }

  private static Optional<EventLine> best(
      Story story, List<ReportId> reports, Map<String, Long> origins, boolean headlines) {
    EventLine best = null;
    double most = -1;
    for (ReportId id : reports) {
      String line = headlines ? story.report(id).title() : firstSentence(story, id);
      double shared =
          lemmas(story.tokens().get(id.number() - 1), line, story.report(id)).stream()
              .mapToLong(word -> origins.getOrDefault(word, 0L))
              .average()
              .orElse(0);
      if (!line.isBlank() && shared > most) {
        most = shared;
        best = new EventLine(id, Page.cut(line, COLUMNS));
      }
    }
    return Optional.ofNullable(best);
  }

  private static Set<String> lemmas(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> TELLING.contains(token.tag()))
        .map(Token::lemma)
        .collect(Collectors.toSet());
  }

  /** Of the words of {@code line}, which stands at the head of its report. */
  private static Set<String> lemmas(List<Token> tokens, String line, Report report) {
    int start = report.text().indexOf(line);
    int end = start + line.length();
    return lemmas(
        tokens.stream()
            .filter(
                token -> start >= 0 && token.span().start() >= start && token.span().end() <= end)
            .toList());
  }

  private static String firstSentence(Story story, ReportId id) {
    List<Token> first =
        story.tokens().get(id.number() - 1).stream()
            .takeWhile(token -> token.sentence() == 0)
            .toList();
    return first.isEmpty()
        ? Page.cut(story.report(id).text(), COLUMNS)
        : story
            .report(id)
            .text()
            .substring(first.getFirst().span().start(), first.getLast().span().end());
  }
}
