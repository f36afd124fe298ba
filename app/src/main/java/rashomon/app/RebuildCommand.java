package rashomon.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rashomon.app.road.Road;
import rashomon.store.Store;

/** {@code rashomon rebuild}. */
@Command(
    name = "rebuild",
    description =
        "Derives everything again from captures and corrections: reports, what they say, stories.",
    footer = {"", "Examples:", "  rashomon rebuild"})
final class RebuildCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();

  RebuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store store = remembered.existing()) {
      String before = store.read(t -> t.derived().sha256());
      Road road = Remembered.road(store, console);
      road.rebuild(Remembered.progress(console));
      Remembered.done(console);
      boolean same = store.read(t -> t.derived().sha256()).equals(before);
      long reports = store.<Long>read(t -> t.reports().count());
      long stories = store.<Long>read(t -> t.stories().count());
      Output.print(
          console,
          to ->
              to.write(
                  Wording.count((int) reports, "report")
                      + " in "
                      + (stories == 1 ? "1 story" : stories + " stories")
                      + (same ? ", all as before.\n" : ", not all as before.\n")));
    }
    return 0;
  }
}
