package rashomon.extract;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Locale;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Reading;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Statement.Modality;

/** A reading's statements and then its parties, one readable line each. */
final class Listing {

  private Listing() {}

  /**
   * <i>2 direct | party: source > cue > content … content | flags</i>, a hyphen for what the text
   * does not give; <i>= kind name, role, for whom it speaks: names</i>.
   */
  static String of(Reading reading) {
    return reading.statements().stream().map(one -> line(reading, one) + "\n").collect(joining())
        + reading.parties().stream().map(one -> line(reading, one) + "\n").collect(joining());
  }

  static String party(Reading reading, Statement statement) {
    PartyId party = statement.party();
    return party == null ? "-" : reading.parties().get(party.number() - 1).name();
  }

  private static String line(Reading reading, Statement one) {
    String text = reading.report().text();
    String source = one.source() == null ? "-" : words(text, one.source());
    String cue = one.cue() == null ? "-" : words(text, one.cue());
    return String.format(
        Locale.ROOT,
        "%d %s | %s: %s > %s > %s%s",
        one.id().number(),
        lower(one.type()),
        party(reading, one),
        source,
        cue,
        one.content().stream().map(part -> words(text, part)).collect(joining(" … ")),
        flags(one));
  }

  private static String line(Reading reading, Party one) {
    PartyId owner = one.speaksFor();
    return String.format(
        Locale.ROOT,
        "= %s %s%s%s: %s",
        lower(one.kind()),
        one.name(),
        one.role() == null ? "" : ", " + one.role(),
        owner == null ? "" : ", for " + reading.parties().get(owner.number() - 1).name(),
        String.join(" / ", one.names()));
  }

  private static String flags(Statement one) {
    var flags = new ArrayList<String>();
    if (one.denied()) {
      flags.add("denied");
    }
    if (one.modality() != Modality.ASSERTED) {
      flags.add(lower(one.modality()));
    }
    if (one.sourceType() != Statement.SourceType.NAMED) {
      flags.add(lower(one.sourceType()));
    }
    if (one.within() != null) {
      flags.add("within " + one.within().number());
    }
    return flags.isEmpty() ? "" : " | " + String.join(", ", flags);
  }

  private static String words(String text, Span span) {
    return span.of(text).replaceAll("\\s+", " ");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
