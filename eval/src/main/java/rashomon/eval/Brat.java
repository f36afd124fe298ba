package rashomon.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rashomon.model.Span;

/**
 * One article of PolNeAR as its first annotator marked it, in brat's standoff format: texts and
 * their relations.
 *
 * @param marks all spans marked as Source, Cue or Content, related or not
 */
record Brat(
    String name, String text, Map<String, List<List<Span>>> marks, List<Relation> relations) {

  /** An attribution relation; a list is empty where it has no such part. */
  record Relation(List<Span> source, List<Span> cue, List<Span> content) {}

  private static final Pattern MARK = Pattern.compile("(T\\d+)\\t(\\S+) ([\\d; ]+)\\t.*");
  private static final Pattern EVENT = Pattern.compile("E\\d+\\t(.*)");

  /**
   * The articles of a split in order of name; of several annotators' files the first by name
   * counts.
   */
  static List<Brat> readSplit(Path split) throws IOException {
    Map<String, Path> first = new TreeMap<>();
    try (Stream<Path> files = Files.list(split.resolve("attributions"))) {
      files
          .filter(file -> file.toString().endsWith(".ann"))
          .sorted()
          .forEach(
              file ->
                  first.putIfAbsent(
                      file.getFileName().toString().replaceFirst("(_[0-9a-f]{4})?\\.ann$", ""),
                      file));
    }
    List<Brat> articles = new ArrayList<>();
    for (Map.Entry<String, Path> article : first.entrySet()) {
      String text = Files.readString(split.resolve("text").resolve(article.getKey() + ".txt"));
      articles.add(parse(article.getKey(), text, Files.readAllLines(article.getValue())));
    }
    return articles;
  }

  static Brat parse(String name, String text, List<String> lines) {
    Map<String, List<Span>> byId = new HashMap<>();
    Map<String, List<List<Span>>> marks = new HashMap<>();
    List<Relation> relations = new ArrayList<>();
    for (String line : lines) {
      Matcher mark = MARK.matcher(line);
      if (mark.matches()) {
        List<Span> spans =
            Stream.of(mark.group(3).split(";")).map(span -> span(text, span)).toList();
        byId.put(mark.group(1), spans);
        marks.computeIfAbsent(mark.group(2), role -> new ArrayList<>()).add(spans);
      }
    }
    for (String line : lines) {
      Matcher event = EVENT.matcher(line);
      if (event.matches()) {
        Map<String, List<Span>> roles = new HashMap<>();
        Stream.of(event.group(1).split(" "))
            .map(role -> role.split(":"))
            .forEach(role -> roles.putIfAbsent(role[0], byId.getOrDefault(role[1], List.of())));
        relations.add(
            new Relation(
                roles.getOrDefault("Source", List.of()),
                roles.getOrDefault("Cue", List.of()),
                roles.getOrDefault("Content", roles.getOrDefault("Content2", List.of()))));
      }
    }
    return new Brat(name, text, marks, relations);
  }

  /** Brat counts code points. */
  private static Span span(String text, String startAndEnd) {
    String[] offsets = startAndEnd.strip().split(" ");
    return new Span(
        text.offsetByCodePoints(0, Integer.parseInt(offsets[0])),
        text.offsetByCodePoints(0, Integer.parseInt(offsets[1])));
  }
}
