package rashomon.capture;

import java.io.InputStream;
import java.nio.file.Path;
import rashomon.model.Rejection;

/**
 * What a user names. {@code name} is how it was named, with {@code /} between folders; captures of
 * what is in it go by it.
 */
public sealed interface Source {

  /** An address of HTTP, to be fetched: a page, a feed, a sitemap or a list of feeds. */
  record Address(String url) implements Source {}

  /** A web archive, packed or not. */
  record Archive(String name, Path path) implements Source {}

  /** A file of which every line is a record of its own in JSON. */
  record Lines(String name, Path path) implements Source {}

  /** A list of feeds. */
  record FeedList(String name, Path path) implements Source {}

  /** Any other file: a page, a text, a PDF, JSON, a feed that was saved. */
  record Document(String name, Path path) implements Source {}

  /** A folder, with all that is in it at any depth. */
  record Folder(String name, Path path) implements Source {}

  /** What is piped in; its first bytes say what it is. */
  record StandardInput(InputStream stream) implements Source {}

  /** Nothing that can be read, and why. */
  record Missing(Rejection why) implements Source {}
}
