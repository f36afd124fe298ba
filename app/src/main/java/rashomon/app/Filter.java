package rashomon.app;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import rashomon.compare.Estimates;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Estimate.Rule;
import rashomon.model.Facet;
import rashomon.model.Holder;
import rashomon.model.Party;
import rashomon.model.Point;
import rashomon.model.Relation;

/** The options that choose among the points of a comparison. */
final class Filter {

  @Option(
      names = "--facet",
      paramLabel = "FACET",
      split = ",",
      converter = FacetName.class,
      description = "Only points of these kinds: count, time, place, cause, aim, and so on.")
  private List<Facet> facets = List.of();

  @Option(
      names = "--relation",
      paramLabel = "RELATION",
      split = ",",
      converter = RelationName.class,
      description =
          "Only points so related: conflict, update, scope, rounding, agree. Figures and statements are listed all the same.")
  private List<Relation> relations = List.of();

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "Only points to which a party whose name contains NAME gives an answer.")
  private @Nullable String party;

  @Option(
      names = "--estimate",
      paramLabel = "RULE",
      converter = RuleName.class,
      description =
          "Give one number for each count, by a rule: full-range, most-conservative, majority (of origins), latest.")
  private @Nullable Rule rule;

  /**
   * The comparison with the chosen points alone, under the ids that they have among all; with
   * estimates where a rule was picked.
   */
  Comparison of(Comparison all) {
    Comparison chosen =
        new Comparison(
            all.story(),
            all.points().stream().filter(point -> chosen(point, all.story().parties())).toList(),
            all.estimates(),
            all.retellings(),
            all.rejected());
    return rule == null ? chosen : Estimates.by(rule, chosen);
  }

  private boolean chosen(Point point, List<Party> parties) {
    return (facets.isEmpty() || facets.contains(point.facet()))
        && (relations.isEmpty() || relations.contains(point.relation()))
        && (party == null || point.answers().stream().anyMatch(answer -> named(answer, parties)));
  }

  private boolean named(Answer answer, List<Party> parties) {
    String part = String.valueOf(party).toLowerCase(Locale.ROOT);
    return answer.holders().stream()
        .anyMatch(
            holder ->
                holder instanceof Holder.ByParty(var id)
                    && parties.get(id.number() - 1).names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part)));
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    for (E value : type.getEnumConstants()) {
      if (name(value).equals(name.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    throw new TypeConversionException("'" + name + "' is none of " + names(type));
  }

  /** A rule by its name. */
  static final class RuleName implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String name) {
      return value(Rule.class, name);
    }
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return String.join(", ", List.of(type.getEnumConstants()).stream().map(Filter::name).toList());
  }

  private static String name(Enum<?> value) {
    return Wording.lower(value).replace('_', '-');
  }

  /** A facet by its name in lower case. */
  static final class FacetName implements ITypeConverter<Facet> {
    @Override
    public Facet convert(String name) {
      return value(Facet.class, name);
    }
  }

  /** A relation by its name in lower case. */
  static final class RelationName implements ITypeConverter<Relation> {
    @Override
    public Relation convert(String name) {
      return value(Relation.class, name);
    }
  }
}
