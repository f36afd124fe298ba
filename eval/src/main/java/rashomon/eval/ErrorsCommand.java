package rashomon.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rashomon.eval.AttributionScore.Role;
import rashomon.eval.SpanErrors.Group;
import rashomon.eval.SpanErrors.Kind;
import rashomon.extract.Extractor;
import rashomon.model.Span;
import rashomon.model.Statement;

/** {@code rashomon eval errors}. */
@Command(
    name = "errors",
    description =
        "Counts the kinds of mistakes in sources, cues and contents on a split of PolNeAR, and shows examples.",
    mixinStandardHelpOptions = true)
final class ErrorsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      description = "A split of PolNeAR: a folder with text/ and attributions/.")
  private Path path = Path.of("");

  @Mixin private Gear gear = new Gear();

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "0",
      description = "Show N contents of each kind, spread evenly. Default: ${DEFAULT-VALUE}.")
  private int examples;

  private record Example(String article, String text, Group group) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printed.out(spec);
    Extractor extractor = gear.extractor(out);
    Map<Role, List<Example>> all = new EnumMap<>(Role.class);
    for (Brat article : Brat.readSplit(path)) {
      List<Statement> statements = Scoreboard.statements(path, article, extractor);
      for (Role role : Role.values()) {
        SpanErrors.of(
                AttributionScore.gold(article, role),
                AttributionScore.found(article, statements, role))
            .forEach(
                group ->
                    all.computeIfAbsent(role, r -> new ArrayList<>())
                        .add(new Example(article.name(), article.text(), group)));
      }
    }
    out.println("kind           source    cue content");
    for (Kind kind : Kind.values()) {
      out.println(
          String.format(Locale.ROOT, "%-12s", name(kind))
              + List.of(Role.values()).stream()
                  .map(role -> String.format(Locale.ROOT, "%8d", of(kind, role, all).size()))
                  .collect(Collectors.joining()));
    }
    for (Kind kind : Kind.values()) {
      List<Example> some = kind == Kind.EXACT ? List.of() : of(kind, Role.CONTENT, all);
      for (int i = 0; i < Math.min(examples, some.size()); i++) {
        show(some.get(i * some.size() / Math.min(examples, some.size())), out);
      }
    }
    out.flush();
    return 0;
  }

  private static List<Example> of(Kind kind, Role role, Map<Role, List<Example>> all) {
    return all.getOrDefault(role, List.of()).stream()
        .filter(example -> example.group().kind() == kind)
        .toList();
  }

  private static void show(Example example, PrintWriter out) {
    out.println();
    out.println(name(example.group().kind()) + ", " + example.article());
    example.group().gold().forEach(spans -> out.println("  marked " + words(spans, example)));
    example.group().found().forEach(spans -> out.println("  found  " + words(spans, example)));
  }

  private static String words(List<Span> spans, Example example) {
    int start = spans.getFirst().start();
    String before = example.text().substring(Math.max(0, start - 60), start);
    String words =
        spans.stream()
            .map(span -> "[" + span.of(example.text()) + "]")
            .collect(Collectors.joining(" … "));
    return (before + words).replace("\n", "¶");
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
