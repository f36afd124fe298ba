package rashomon.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rashomon.capture.fetch.WebAddress;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/** From what a user names to captures. Nothing is fetched here. */
public final class Sources {

  /** What an address begins with, and a path of no system does (RFC 3986, 3.1). */
  private static final Pattern SCHEME = Pattern.compile("\\s*([a-zA-Z][a-zA-Z0-9+.-]*)://");

  private Sources() {}

  /**
   * What {@code argument} names: an address, a file, a folder, or {@code standardInput} where it is
   * {@code -}. A file's name says what it is, and else its first bytes do.
   */
  public static Source of(String argument, InputStream standardInput) {
    if (argument.equals("-")) {
      return new Source.StandardInput(standardInput);
    }
    Matcher scheme = SCHEME.matcher(argument);
    if (scheme.lookingAt()) {
      return WebAddress.of(argument)
          .<Source>map(url -> new Source.Address(url.toString()))
          .orElseGet(() -> missing(argument, noAddress(scheme.group(1))));
    }
    try {
      Path path = Path.of(argument);
      String name = name(path);
      if (argument.isBlank() || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return missing(
            argument,
            "There is no file or folder of this name: check the spelling and the folder you are in,"
                + " and begin a web address with https://.");
      }
      return Files.isDirectory(path) ? new Source.Folder(name, path) : file(name, path);
    } catch (InvalidPathException notAPath) {
      return missing(argument, "This is neither a file's name nor a web address.");
    }
  }

  private static String noAddress(String scheme) {
    return scheme.toLowerCase(Locale.ROOT).startsWith("http")
        ? "This is no web address: check its spelling."
        : "Only http and https are fetched, not " + scheme + ": save it, and name the file.";
  }

  private static Source missing(String argument, String why) {
    return new Source.Missing(new Rejection(argument, "missing", why));
  }

  private static Source file(String name, Path path) {
    try (InputStream stream = Files.newInputStream(path)) {
      return switch (Opened.of(name, stream).kind()) {
        case ARCHIVE -> new Source.Archive(name, path);
        case LINES -> new Source.Lines(name, path);
        case FEED_LIST -> new Source.FeedList(name, path);
        case JSON, DOCUMENT -> new Source.Document(name, path);
      };
    } catch (IOException unreadable) {
      return new Source.Missing(Bytes.unreadable(unreadable).of(name));
    }
  }

  private static String name(Path path) {
    String name = path.normalize().toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }

  /**
   * Gives every capture in {@code source} to {@code captures} while it reads, in the source's
   * order, and what cannot be used to {@code rejected}; it goes on after each. A folder is read in
   * the order of the names, at any depth; hidden files, {@code gold.json} and files ending in
   * {@code .meta.json} are passed over; what these say goes with the document beside them. {@code
   * seen} is the time of those that bring none: records of archives do, and JSON that has {@code
   * seen}. What the consumers throw is passed on. An address has to be fetched: {@link
   * IllegalArgumentException}.
   */
  public static void captures(
      Source source, Instant seen, Consumer<Capture> captures, Consumer<Rejection> rejected) {
    Intake intake = new Intake(seen, captures, rejected);
    switch (source) {
      case Source.Address address -> throw new IllegalArgumentException(address.url());
      case Source.Missing missing -> rejected.accept(missing.why());
      case Source.StandardInput input -> intake.stream("-", input.stream());
      case Source.Folder folder -> intake.folder(folder.name(), folder.path());
      case Source.Archive(String name, Path path) -> intake.file(name, path);
      case Source.Lines(String name, Path path) -> intake.file(name, path);
      case Source.FeedList(String name, Path path) -> intake.file(name, path);
      case Source.Document(String name, Path path) -> intake.file(name, path);
    }
  }
}
