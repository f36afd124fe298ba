package rashomon.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    return Printed.score(Scoreboard.QUOTATIONS, path, gear, spec);
  }

  /** Whether a folder has all the reports that were read by hand. */
  static boolean isIn(Path path) throws IOException {
    return gold().stream().allMatch(quoted -> Files.isRegularFile(path.resolve(quoted.report())));
  }

  static Scoreboard.Result run(Path path, Extractor extractor) throws IOException {
    List<String> rows = new ArrayList<>();
    List<Quoted> gold = gold();
    int found = 0;
    int right = 0;
    for (Quoted quoted : gold) {
      Reading reading =
          Scoreboard.read(List.of(path.resolve(quoted.report())), extractor).getFirst();
      Optional<Statement> statement = statement(quoted, reading);
      Optional<Party> party = statement.flatMap(said -> party(said.party(), reading));
      boolean same = party.filter(who -> isRight(who, quoted, reading)).isPresent();
      found += statement.isPresent() ? 1 : 0;
      right += same ? 1 : 0;
      if (!same) {
        rows.add(
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
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("content_found", Counts.thousandths(found / (double) gold.size()));
    json.put("party_right", Counts.thousandths(right / (double) Math.max(1, found)));
    return new Scoreboard.Result(rows, json);
  }

  /** The speaker, or somebody unnamed who speaks for it. */
  private static boolean isRight(Party party, Quoted quoted, Reading reading) {
    return isSpeaker(party, quoted)
        || party(party.speaksFor(), reading).filter(whom -> isSpeaker(whom, quoted)).isPresent();
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
