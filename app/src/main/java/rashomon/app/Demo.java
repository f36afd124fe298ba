package rashomon.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Reports of an invented event, with their sidecars. */
final class Demo {

  private static final String FOLDER = "/rashomon/demo/";

  private Demo() {}

  /** The names of the reports' files. */
  static List<String> reports() throws IOException {
    try (InputStream index = open("index")) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Writes reports and sidecars into a folder that is there; how many reports. */
  static int save(Path folder) throws IOException {
    List<String> reports = reports();
    for (String report : reports) {
      copy(report, folder);
      copy(sidecar(report), folder);
    }
    return reports.size();
  }

  /** Deletes what {@link #save} wrote, and the folder. */
  static void delete(Path folder) throws IOException {
    for (String report : reports()) {
      Files.deleteIfExists(folder.resolve(report));
      Files.deleteIfExists(folder.resolve(sidecar(report)));
    }
    Files.delete(folder);
  }

  private static String sidecar(String report) {
    return report.replaceFirst("\\.txt$", ".meta.json");
  }

  private static void copy(String name, Path folder) throws IOException {
    try (InputStream in = open(name)) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Demo.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new FileNotFoundException(FOLDER + name);
    }
    return in;
  }
}
