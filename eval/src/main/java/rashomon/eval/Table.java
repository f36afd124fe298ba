package rashomon.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A knowledge table: tab-separated rows under two comment lines, its source and its columns. */
record Table(String name, String source, String columns, List<String> rows) {

  /** With the rows sorted and each one once. */
  static Table of(String name, String source, String columns, Collection<String> rows) {
    return new Table(name, source, columns, List.copyOf(new TreeSet<>(rows)));
  }

  String text() {
    return "# " + source + "\n# " + columns + "\n" + String.join("\n", rows) + "\n";
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text());
  }
}
