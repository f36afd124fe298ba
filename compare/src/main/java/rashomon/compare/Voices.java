package rashomon.compare;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Answer;
import rashomon.model.Assertion;
import rashomon.model.Evidence;
import rashomon.model.Facet;
import rashomon.model.Holder;
import rashomon.model.Party;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;

/** From assertions to the answers they give, and the words in which points speak of them. */
final class Voices {

  private Voices() {}

  static List<Assertion> of(Story story, Facet facet) {
    return story.assertions().stream()
        .filter(a -> a.facet() == facet)
        .sorted(Comparator.comparing((Assertion a) -> a.report()).thenComparing(Assertion::span))
        .toList();
  }

  /** Whole statements and sentences, without what they say something would do. */
  static List<Assertion> propositions(Story story) {
    return of(story, Facet.OTHER).stream().filter(a -> a.topicWords().isEmpty()).toList();
  }

  static Evidence evidence(Assertion assertion) {
    return new Evidence(assertion.report(), assertion.span(), assertion.statement(), null);
  }

  /**
   * The innermost statement whose content holds most of a passage; null in the report's own voice.
   */
  static @Nullable StatementId statement(Story story, ReportId report, Span passage) {
    return story.statements(report).stream()
        .filter(said -> said.content().stream().anyMatch(part -> part.mostOf(passage)))
        .reduce((outer, inner) -> inner)
        .map(Statement::id)
        .orElse(null);
  }

  static Holder holder(Assertion assertion) {
    return assertion.party() == null
        ? new Holder.ByReport(assertion.report())
        : new Holder.ByParty(assertion.party());
  }

  /** The answer that these assertions give together, in the words of the first. */
  static Answer answer(Story story, List<Assertion> same) {
    Assertion first = same.getFirst();
    String words =
        first
            .span()
            .of(story.report(first.report()).text())
            .replaceAll("\\s+", " ")
            .replaceAll("[\"“”]", "")
            .strip();
    return Answers.of(story, words, same.stream().map(Voices::evidence).toList());
  }

  static Set<Holder> holders(List<Assertion> same) {
    return same.stream().map(Voices::holder).collect(Collectors.toSet());
  }

  /**
   * Whether the answers are held apart: two of them have holders that do not share all of theirs.
   */
  static boolean heldApart(List<List<Assertion>> answers) {
    for (int i = 0; i < answers.size(); i++) {
      for (int j = 0; j < i; j++) {
        Set<Holder> one = holders(answers.get(i));
        Set<Holder> other = holders(answers.get(j));
        if (!one.containsAll(other) && !other.containsAll(one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two of the answers stand in reports that do not share all of theirs. */
  static boolean toldApart(List<List<Assertion>> answers) {
    List<Set<ReportId>> reports =
        answers.stream()
            .map(group -> group.stream().map(Assertion::report).collect(Collectors.toSet()))
            .toList();
    for (int i = 0; i < reports.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!reports.get(i).containsAll(reports.get(j))
            && !reports.get(j).containsAll(reports.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether at least two parties or reports give this answer. */
  static boolean shared(List<Assertion> same) {
    return holders(same).size() > 1
        || new HashSet<>(same.stream().map(Assertion::report).toList()).size() > 1;
  }

  /**
   * What the assertions are about, in the words that occur most, the first of them among equals.
   */
  static String topicWords(List<Assertion> assertions) {
    Map<String, Integer> counts = new HashMap<>();
    for (Assertion a : assertions) {
      if (!a.topicWords().isEmpty()) {
        counts.merge(a.topic().getFirst(), 1, Integer::sum);
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return assertions.stream()
        .filter(
            a -> !a.topicWords().isEmpty() && counts.getOrDefault(a.topic().getFirst(), 0) == most)
        .map(Assertion::topicWords)
        .max(
            Comparator.comparingInt(
                words ->
                    Character.isUpperCase(words.charAt(words.length() - 1))
                        ? 0
                        : Math.min(words.split(" ").length, 4)))
        .map(words -> words.replaceFirst("^(this|these|that|those|a|an) ", "the "))
        .orElse("");
  }

  static String name(Story story, Holder holder) {
    return switch (holder) {
      case Holder.ByParty(var party) -> named(story.party(party));
      case Holder.ByReport(var report) -> named(story, report);
    };
  }

  private static String named(Party party) {
    return party.name();
  }

  private static String named(Story story, ReportId report) {
    String outlet = story.report(report).outlet();
    return outlet == null ? story.report(report).file() : outlet;
  }

  /**
   * Every answer with who gives it: <i>“to clear the mines” by Brek, “to hold the port” by …</i>.
   */
  static String each(Story story, List<Answer> answers) {
    return answers.stream()
        .map(answer -> "“" + Words.few(answer.answer()) + "” by " + names(story, answer))
        .collect(Collectors.joining(", "));
  }

  static String names(Story story, Answer answer) {
    List<String> names = answer.holders().stream().map(holder -> name(story, holder)).toList();
    return names.size() < 3
        ? String.join(" and ", names)
        : names.get(0) + ", " + names.get(1) + " and others";
  }
}
