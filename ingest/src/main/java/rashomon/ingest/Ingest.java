package rashomon.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rashomon.model.Rejection;
import rashomon.model.Report;

/** Plain text only. */
public final class Ingest {

  private Ingest() {}

  /** Reads files and folders of plain text. */
  public static Batch read(List<String> paths, InputStream in) {
    List<Report> reports = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    for (String path : paths) {
      try (Stream<Path> files = Files.walk(Path.of(path))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
          String text = Files.readString(file);
          reports.add(new Report(file.getFileName().toString(), null, null, text.lines().findFirst().orElse(""), null, null,
              null, "en", text));
        }
      } catch (IOException e) {
        rejected.add(new Rejection(path, "not-readable", "There is no file or folder of this name."));
      }
    }
    return new Batch(reports, rejected);
  }
}
