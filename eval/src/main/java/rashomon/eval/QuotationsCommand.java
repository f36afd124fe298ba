package rashomon.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.extract.Extractor;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Reading;
import rashomon.model.Statement;

/** {@code rashomon eval quotations}. */
@Command(
    name = "quotations",
    description =
        "Whether a hundred quotations of data/contested/dev are given to who spoke them, as read by hand. The last line"
            + " is one JSON object.",
    mixinStandardHelpOptions = true)
final class QuotationsCommand implements Callable<Integer> {

  /** Half-open offsets of a quotation in a report, and words one of which names its speaker. */
  private record Quoted(String report, int start, int end, List<String> speakers) {

    long shared(Statement statement) {
      return statement.content().stream()
          .mapToLong(span -> Math.max(0, Math.min(span.end(), end) - Math.max(span.start(), start)))
          .sum();
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "The folder data/contested/dev.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printed.out(spec);
    List<Quoted> gold = gold();
    for (Quoted quoted : gold) {
      if (!Files.isRegularFile(path.resolve(quoted.report()))) {
        throw new ParameterException(
            Objects.requireNonNull(spec).commandLine(),
            "there is no " + quoted.report() + " in " + path);
      }
    }
    Extractor extractor = gear.extractor(out);
    int found = 0;
    int right = 0;
    for (Quoted quoted : gold) {
      Reading reading =
          Scoreboard.read(List.of(path.resolve(quoted.report())), extractor).getFirst();
      Optional<Statement> statement = statement(quoted, reading);
      Optional<Party> party = statement.flatMap(said -> party(said.party(), reading));
      boolean same =
          party
              .filter(
                  who ->
                      isSpeaker(who, quoted)
                          || party(who.speaksFor(), reading)
                              .filter(whom -> isSpeaker(whom, quoted))
                              .isPresent())
              .isPresent();
      found += statement.isPresent() ? 1 : 0;
      right += same ? 1 : 0;
      if (!same) {
        out.println(
            quoted.report()
                + " "
                + quoted.start()
                + ": "
                + String.join(" or ", quoted.speakers())
                + " spoke; "
                + (statement.isEmpty()
                    ? "content not found"
                    : "given to " + party.map(Party::name).orElse("nobody")));
      }
    }
    out.println(
        String.format(
            Locale.ROOT,
            "{\"quotations\": %d, \"content_found\": %d, \"party_right\": %.3f}",
            gold.size(),
            found,
            right / (double) Math.max(1, found)));
    out.flush();
    return 0;
  }

  /** The outermost statement that holds at least half of a quotation. */
  private static Optional<Statement> statement(Quoted quoted, Reading reading) {
    return reading.statements().stream()
        .filter(statement -> 2 * quoted.shared(statement) >= quoted.end() - quoted.start())
        .min(
            Comparator.comparing((Statement statement) -> statement.within() != null)
                .thenComparing(statement -> -quoted.shared(statement)));
  }

  private static Optional<Party> party(@Nullable PartyId id, Reading reading) {
    return reading.parties().stream().filter(party -> party.id().equals(id)).findFirst();
  }

  private static boolean isSpeaker(Party party, Quoted quoted) {
    List<String> names = new ArrayList<>(party.names());
    names.add(party.name());
    return quoted.speakers().stream()
        .anyMatch(speaker -> names.stream().anyMatch(name -> name.contains(speaker)));
  }

  private static List<Quoted> gold() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    QuotationsCommand.class.getResourceAsStream("quotations.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(
              row ->
                  new Quoted(
                      row[0],
                      Integer.parseInt(row[1]),
                      Integer.parseInt(row[2]),
                      List.of(row[3].split("\\|"))))
          .toList();
    }
  }
}
