package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import rashomon.app.Retold.Changed;
import rashomon.app.Retold.Told;
import rashomon.app.Wording.Quotation;
import rashomon.model.Comparison;
import rashomon.model.Evidence;
import rashomon.model.PartyId;
import rashomon.model.Retelling.Kind;

/**
 * One statement as several reports tell it: the fullest version, and beside it what others have.
 */
final class HtmlRetold {

  private final Comparison comparison;
  private final Wording wording;
  private final HtmlWords parts;

  HtmlRetold(Comparison comparison, Wording wording, HtmlWords parts) {
    this.comparison = comparison;
    this.wording = wording;
    this.parts = parts;
  }

  /** Nothing where every statement is told alike. */
  Optional<Element> section() {
    List<Retold> all = Retold.of(comparison, wording);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            HtmlPoints.section("retold", "Told differently", all.size())
                .appendChildren(all.stream().map(this::card).toList()));
  }

  private Element card(Retold retold) {
    PartyId party = retold.said().party();
    Element answers = of("ol", "answers", version(retold.fullest(), "the fullest version"));
    retold
        .others()
        .forEach(
            told ->
                answers.appendChild(
                    version(told.version(), kinds(told)).appendChild(changes(told))));
    return of(
        "article",
        "retold",
        of("p", "label", of("span", "facet", name(retold.gravest()))),
        tag(
            "h3",
            party == null
                ? "One statement, nobody named"
                : List.of("What ", link(Anchors.party(party), wording.party(party)), " says")),
        answers);
  }

  private Element version(Quotation told, String name) {
    return of(
        "li",
        "answer",
        of("p", "version", name),
        of("ul", "quotations", parts.quotation("li", told, HtmlRetold::statement)));
  }

  private static String kinds(Told told) {
    List<String> kinds =
        told.changes().stream()
            .map(Changed::kind)
            .sorted()
            .distinct()
            .map(HtmlRetold::name)
            .toList();
    return String.join(", ", kinds);
  }

  private static Element changes(Told told) {
    return of(
        "ul",
        "changes",
        told.changes().stream()
            .map(change -> tag("li", change.<Object>told(own -> own, words -> tag("q", words))))
            .toList());
  }

  private static String statement(Evidence at) {
    return Anchors.statement(Objects.requireNonNull(at.statement()));
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case DROPPED_CONDITION -> "condition left out";
      case OTHER_SPEAKER -> "other speaker";
      case CHANGED_WORDS -> "changed words";
      case SHORTENED -> "shortened";
    };
  }
}
