package rashomon.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rashomon.store.Store;

/** {@code rashomon restore}. */
@Command(
    name = "restore",
    description = "Makes a store of a backup, in SQLite or PostgreSQL, whichever it came from.",
    footer = {
      "",
      "Examples:",
      "  rashomon restore --store again friday.rashomon",
      "  rashomon restore --store postgresql://desk@localhost/rashomon friday.rashomon"
    })
final class RestoreCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();

  @Parameters(paramLabel = "FILE", description = "What backup wrote.")
  private Path file = Path.of("");

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Store.restore(file, remembered.place(), Remembered.ARCHIVE);
    try (Store store = remembered.existing()) {
      Output.print(console, to -> to.write(file + " is restored to " + store.place() + ".\n"));
    }
    return 0;
  }
}
