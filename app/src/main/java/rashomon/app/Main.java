package rashomon.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
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
    CommandLine line = commandLine(console);
    int code = line.execute(args);
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }

  /** The commands, those of other modules included. */
  static CommandLine commandLine(Console console) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new CompareCommand(console))
            .addSubcommand(new ExtractCommand(console))
            .addSubcommand(new IngestCommand(console))
            .addSubcommand(new WatchCommand(console))
            .addSubcommand(new StoriesCommand(console))
            .addSubcommand(new StoryCommand(console))
            .addSubcommand(new SearchCommand(console))
            .addSubcommand(new PartyCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new StatusCommand(console))
            .addSubcommand(new ForgetCommand(console))
            .addSubcommand(new RebuildCommand(console))
            .addSubcommand(new BackupCommand(console))
            .addSubcommand(new RestoreCommand(console));
    ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
    line.addSubcommand(new DemoCommand(console));
    Ansi ansi = console.colour() ? Ansi.ON : Ansi.OFF;
    ColorScheme plain = new ColorScheme.Builder(CommandLine.Help.defaultColorScheme(ansi)).build();
    helped(line);
    return line.setOut(
            new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)))
        .setErr(new PrintWriter(new OutputStreamWriter(console.err(), StandardCharsets.UTF_8)))
        .setUsageHelpWidth(console.columns())
        .setColorScheme(plain)
        .registerConverter(Format.class, Format::named)
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
