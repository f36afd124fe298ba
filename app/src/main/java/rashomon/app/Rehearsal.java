package rashomon.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the launcher runs once after a build: the commands that are to start quickly, over the
 * demo's reports. Java notes which classes they load, and later starts from these.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Unpacks, rehearses and exits.
   *
   * @param args an empty folder to work in, and one for native libraries, which is made
   */
  public static void main(String[] args) throws IOException {
    Libraries.unpack(Path.of(args[1]));
    System.exit(run(Path.of(args[0])));
  }

  /** 0 where the commands did what they do. */
  static int run(Path folder) throws IOException {
    String reports = Files.createDirectory(folder.resolve("reports")).toString();
    String page = folder.resolve("page.html").toString();
    String store = folder.resolve("store").toString();
    Demo.save(Path.of(reports));
    String[][] commands = {
      {"--help"},
      {"compare", reports},
      {"compare", "--format", "html", "-o", page, reports},
      {"compare", "--format", "json", page},
      {"demo", "--page", page},
      {"ingest", "--store", store, reports, page},
      {"status", "--store", store},
      {"search", "--store", store, "ferry"},
      {"party", "--store", store, "union"},
      {"stories", "--store", store},
    };
    for (String[] command : commands) {
      printed(command);
    }
    JsonNode stories =
        new JsonMapper().readTree(printed("stories", "--store", store, "--format", "json"));
    for (JsonNode story : stories) {
      printed("story", "--store", store, story.path("id").asText());
    }
    return stories.isEmpty() ? 1 : 0;
  }

  private static byte[] printed(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(
        Console.of(
            InputStream.nullInputStream(),
            out,
            OutputStream.nullOutputStream(),
            false,
            false,
            Map.of()),
        command);
    return out.toByteArray();
  }
}
