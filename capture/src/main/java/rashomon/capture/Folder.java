package rashomon.capture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import rashomon.model.Rejection;

/** Gathers the files below a folder; links to folders are not followed, so it always ends. */
final class Folder extends SimpleFileVisitor<Path> {

  private final Path root;
  private final String name;
  private final Consumer<Rejection> rejected;
  private final SortedMap<String, Path> found = new TreeMap<>();

  private Folder(Path root, String name, Consumer<Rejection> rejected) {
    this.root = root;
    this.name = name;
    this.rejected = rejected;
  }

  /** The files by their names, each the folder's with the path from there; in their order. */
  static SortedMap<String, Path> files(Path root, String name, Consumer<Rejection> rejected) {
    Folder folder = new Folder(root, name, rejected);
    try {
      Files.walkFileTree(root, folder);
    } catch (IOException unreadable) {
      rejected.accept(Bytes.unreadable(unreadable).of(name));
    }
    if (folder.found.isEmpty()) {
      rejected.accept(
          new Rejection(name, "no-reports", "There is no report in this folder: name another."));
    }
    return folder.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return !folder.equals(root) && isHidden(folder)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isReport(file) && !Files.isDirectory(file) && !attributes.isOther()) {
      found.put(named(file), file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
    rejected.accept(Bytes.unreadable(unreadable).of(named(file)));
    return FileVisitResult.CONTINUE;
  }

  private String named(Path file) {
    String below = root.relativize(file).toString().replace('\\', '/');
    return name.equals(".") ? below : name.endsWith("/") ? name + below : name + "/" + below;
  }

  /** Not what goes with reports: descriptions beside them, and what is known to be right. */
  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return !isHidden(file) && !name.endsWith(Sidecar.ENDING) && !name.equals("gold.json");
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }
}
