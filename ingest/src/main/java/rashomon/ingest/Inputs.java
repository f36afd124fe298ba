package rashomon.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rashomon.model.Rejection;

/**
 * The files that the arguments stand for. A folder stands for everything in it, at any depth, in
 * the order of the names; hidden files, sidecars and {@code gold.json} are passed over. A file that
 * is reached twice is listed once.
 */
final class Inputs {

  /** A file to read and the name it goes by: its own, or within a folder its path from there. */
  record Input(String name, Optional<Path> path) {

    static Input standardInput() {
      return new Input("-", Optional.empty());
    }
  }

  private final List<Input> files = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final Set<Object> met = new HashSet<>();
  private final Set<Object> repeated = new HashSet<>();

  private Inputs() {}

  static Inputs of(List<String> arguments) {
    Inputs inputs = new Inputs();
    arguments.forEach(inputs::argument);
    return inputs;
  }

  List<Input> files() {
    return files;
  }

  List<Rejection> rejected() {
    return rejected;
  }

  private void argument(String argument) {
    if (argument.equals("-")) {
      add(Input.standardInput(), "-");
      return;
    }
    try {
      Path path = Path.of(argument);
      if (Files.isDirectory(path) && !argument.isBlank()) {
        folder(argument, path);
      } else if (argument.isBlank() || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        rejected.add(new Rejection(argument, "missing", whyMissing(argument)));
      } else if (isReport(path)) {
        add(path, path.getFileName().toString());
      }
    } catch (InvalidPathException notAPath) {
      rejected.add(new Rejection(argument, "missing", whyMissing(argument)));
    }
  }

  private static String whyMissing(String argument) {
    return argument.matches("https?://.*")
        ? "This is a web address, and only files are read: save the page and give that file."
        : "There is no file or folder of this name: check the spelling and the folder you are in.";
  }

  private void folder(String argument, Path folder) {
    List<Path> paths = new ArrayList<>();
    int rejectedBefore = rejected.size();
    Path root = real(folder);
    try {
      Files.walkFileTree(root, new Walk(argument, paths));
    } catch (IOException unreadable) {
      rejected.add(new Rejection(argument, "unreadable", Bytes.whyUnreadable(unreadable)));
    }
    if (paths.isEmpty() && rejected.size() == rejectedBefore) {
      rejected.add(
          new Rejection(
              argument,
              "no-reports",
              "There is no report in this folder: put .txt, .md, .html or .json files into it, or name another folder."));
    }
    record Named(Path path, String name) {}
    paths.stream()
        .map(path -> new Named(path, root.relativize(path).toString().replace('\\', '/')))
        .sorted(Comparator.comparing(Named::name))
        .forEach(named -> add(named.path(), named.name()));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException nowhere) {
      return path.toAbsolutePath().normalize();
    }
  }

  private void add(Path path, String name) {
    add(new Input(name, Optional.of(path)), real(path));
  }

  private void add(Input input, Object identity) {
    if (met.add(identity)) {
      files.add(input);
    } else if (repeated.add(identity)) {
      rejected.add(
          new Rejection(
              input.name(), "repeated", "This file was given more than once: it is read once."));
    }
  }

  private static boolean isReport(Path path) {
    String name = path.getFileName().toString();
    return !name.endsWith(Sidecar.ENDING) && !name.equals("gold.json");
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  /** Gathers the reports under a folder; links to folders are not followed, so it always ends. */
  private final class Walk extends SimpleFileVisitor<Path> {

    private final String argument;
    private final List<Path> found;
    private boolean below;

    Walk(String argument, List<Path> found) {
      this.argument = argument;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skip = below && isHidden(folder);
      below = true;
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && isReport(file) && !Files.isDirectory(file) && !attributes.isOther()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      String where = file.getFileName() == null ? argument : file.getFileName().toString();
      rejected.add(new Rejection(where, "unreadable", Bytes.whyUnreadable(unreadable)));
      return FileVisitResult.CONTINUE;
    }
  }
}
