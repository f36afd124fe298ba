package rashomon.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Pages to try in a browser, each of reports written into a folder first. */
final class Stories {

  private static final String HOSTILE =
      "</title></script><script>window.taken=1</script><img src=x onerror=window.taken=1>\"'`&lt;";

  private Stories() {}

  static Path demo(Path folder) {
    return page(folder.resolve("demo.html"), "demo");
  }

  /** Reports whose every field would be markup, with names that run from right to left. */
  static Path hostile(Path folder) throws IOException {
    Path reports = Files.createDirectories(folder.resolve("hostile"));
    String body =
        "\n\nThe ministry said on Tuesday that 12 people were killed at <b onclick=window.taken=1>the port</b>. "
            + "</p></article></body><script>window.taken=1</script> \"We closed it,\" Ann Orr said.\n\n"
            + "قال المتحدث. \u202eThe port was closed, מיכל לוי said. It has been open all day, the mayor said.\n";
    for (int i = 0; i < 2; i++) {
      String title = i + " " + HOSTILE;
      Files.writeString(reports.resolve(i + ".txt"), title + body.replace("12", 12 + 20 * i + ""));
      Files.writeString(
          reports.resolve(i + ".meta.json"),
          "{\"outlet\": "
              + quoted(HOSTILE + i)
              + ", \"title\": "
              + quoted(title)
              + ", \"published\": \"2031-03-0"
              + (4 + i)
              + "\", \"url\": \"javascript:window.taken=1\"}");
    }
    return page(folder.resolve("hostile.html"), "compare", reports.toString());
  }

  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Two reports that count different people, and of which one leaves out a condition. */
  static Path bridge(Path folder) throws IOException {
    Path reports = Files.createDirectories(folder.resolve("bridge"));
    String quoted =
        "\n\n“We will keep the pilots ashore and close the northern lock%s,” Mila Torv said.\n";
    Files.writeString(
        reports.resolve("ledger.txt"),
        "Twelve people were killed in the blast at the mill in Ardvale."
            + quoted.replace("%s", " unless the owners pay the arrears"));
    Files.writeString(
        reports.resolve("post.txt"),
        "Twenty people were killed or injured in the blast at the mill in Ardvale."
            + quoted.replace("%s", ""));
    return page(folder.resolve("bridge.html"), "compare", "--engine", "fast", reports.toString());
  }

  /** Fifteen parties that answer most of 25 questions, as a page. */
  static Path wide(Path folder) throws IOException {
    Path file = folder.resolve("wide.html");
    try (Writer to = Files.newBufferedWriter(file)) {
      ComparisonHtml.write(Wide.comparison(), to);
    }
    return file;
  }

  /** Fifty reports of the demo's event, each with its own choice of the demo's paragraphs. */
  static Path fifty(Path folder) throws IOException {
    Path demo = Files.createDirectories(folder.resolve("seven"));
    Path reports = Files.createDirectories(folder.resolve("fifty"));
    Demo.save(demo);
    List<String> names = Demo.reports();
    Random chance = new Random(50);
    for (int i = 0; i < 50; i++) {
      StringBuilder text = new StringBuilder("Report " + i + " of the ferry in the Tavin Strait");
      for (int paragraph = 0; paragraph < 9; paragraph++) {
        String[] from =
            Files.readString(demo.resolve(names.get(chance.nextInt(names.size())))).split("\n\n");
        text.append("\n\n")
            .append(from[1 + chance.nextInt(from.length - 1)].strip().replace("44", 30 + i + ""));
      }
      Files.writeString(reports.resolve(i + ".txt"), text + "\n");
      Files.writeString(
          reports.resolve(i + ".meta.json"),
          "{\"outlet\": \"Outlet "
              + i % 20
              + "\", \"published\": \"2031-03-"
              + (10 + i / 5)
              + "T1"
              + i % 5
              + ":00:00Z\"}");
    }
    return page(folder.resolve("fifty.html"), "compare", "--engine", "fast", reports.toString());
  }

  private static Path page(Path file, String command, String... arguments) {
    List<String> all =
        new java.util.ArrayList<>(List.of(command, "--format", "html", "-o", file.toString()));
    all.addAll(List.of(arguments));
    var run = Consoles.run(all.toArray(String[]::new));
    if (run.code() != 0) {
      throw new IllegalStateException(run.err());
    }
    return file;
  }
}
