package rashomon.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import rashomon.store.StoreProblem;

/** The program. Exit codes: 0 something was compared, 1 nothing could be, 2 wrong usage. */
@Command(
    name = "rashomon",
    description =
        "Reads many reports of one event and lays them side by side: who said what, and what is contested.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  rashomon demo",
      "  rashomon compare a.txt b.html c.json",
      "  rashomon compare --help"
    })
public final class Main implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(Console.system(), args));
  }

  /** Runs one command and returns its exit code. */
  static int run(Console console, String... args) {
    CommandLine line = commandLine(console, args.length == 0 ? "" : args[0]);
    int code = line.execute(args);
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }

  /** All commands, those of other modules included. */
  static CommandLine commandLine(Console console) {
    return commandLine(console, "");
  }

  /** With the named command alone where it is one of ours: making all takes as long as some run. */
  private static CommandLine commandLine(Console console, String name) {
    CommandLine line = new CommandLine(new Main());
    Map<String, Function<Console, Object>> ours = ours();
    if (ours.containsKey(name)) {
      ours.keySet().retainAll(Set.of(name));
    }
    ours.forEach((known, command) -> line.addSubcommand(known, command.apply(console)));
    if (!ours.containsKey(name)) {
      ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
    }
    Ansi ansi = console.colour() ? Ansi.ON : Ansi.OFF;
    ColorScheme plain = new ColorScheme.Builder(CommandLine.Help.defaultColorScheme(ansi)).build();
    helped(line);
    return line.setOut(
            new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)))
        .setErr(new PrintWriter(new OutputStreamWriter(console.err(), StandardCharsets.UTF_8)))
        .setUsageHelpWidth(console.columns())
        .setColorScheme(plain)
        .registerConverter(Format.class, Format::named)
        .registerConverter(int.class, Main::count)
        .registerConverter(Integer.class, Main::count)
        .setParameterExceptionHandler(
            (wrong, _) -> {
              String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
              console.tell(command + ": " + wrong.getMessage());
              if (wrong instanceof UnmatchedArgumentException unknown
                  && !unknown.getSuggestions().isEmpty()) {
                console.tell("Did you mean " + String.join(" or ", unknown.getSuggestions()) + "?");
              }
              console.tell("Try: " + command + " --help");
              return 2;
            })
        .setExecutionExceptionHandler(
            (failure, _, _) -> {
              if (failure instanceof CannotWrite || failure instanceof StoreProblem) {
                console.tell("rashomon: " + failure.getMessage());
                return 1;
              }
              if (failure instanceof NoSuchFileException missing) {
                console.tell("rashomon: There is no file " + missing.getFile() + ".");
                return 1;
              }
              throw failure;
            });
  }

  /** Every whole number that a command takes counts something. */
  private static int count(String written) {
    if (!written.matches("\\d{1,9}")) {
      throw new TypeConversionException(
          "expected a whole number, 0 or more, not '" + written + "'");
    }
    return Integer.parseInt(written);
  }

  private static Map<String, Function<Console, Object>> ours() {
    Map<String, Function<Console, Object>> ours = new LinkedHashMap<>();
    ours.put("demo", DemoCommand::new);
    ours.put("compare", CompareCommand::new);
    ours.put("extract", ExtractCommand::new);
    ours.put("ingest", IngestCommand::new);
    ours.put("watch", WatchCommand::new);
    ours.put("stories", StoriesCommand::new);
    ours.put("story", StoryCommand::new);
    ours.put("search", SearchCommand::new);
    ours.put("party", PartyCommand::new);
    ours.put("export", ExportCommand::new);
    ours.put("status", StatusCommand::new);
    ours.put("forget", ForgetCommand::new);
    ours.put("rebuild", RebuildCommand::new);
    ours.put("backup", BackupCommand::new);
    ours.put("restore", RestoreCommand::new);
    return ours;
  }

  private static void helped(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    line.getSubcommands().values().forEach(Main::helped);
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli did not set the spec");
    }
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** Tells the version that was built. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"rashomon " + text()};
    }

    /** Its number alone. */
    static String text() {
      try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
        String line = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return line.strip().replaceFirst("^rashomon ", "");
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
