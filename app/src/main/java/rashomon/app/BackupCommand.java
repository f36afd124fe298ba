package rashomon.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rashomon.store.Store;

/** {@code rashomon backup}. */
@Command(
    name = "backup",
    description = "Writes everything to one file, while other commands read and write on.",
    footer = {
      "",
      "Examples:",
      "  rashomon backup friday.rashomon",
      "  rashomon restore friday.rashomon"
    })
final class BackupCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();

  @Parameters(paramLabel = "FILE", description = "Where to write; not there yet.")
  private Path file = Path.of("");

  BackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = remembered.existing()) {
      store.backup(file);
      Output.print(console, to -> to.write(store.place() + " is saved in " + file + ".\n"));
    }
    return 0;
  }
}
