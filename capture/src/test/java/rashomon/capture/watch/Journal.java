package rashomon.capture.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.capture.fetch.Validators;
import rashomon.capture.watch.Visit.Feed;
import rashomon.capture.watch.Visit.Page;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/** A memory in a file: one line for each call, and a line without its end did not happen. */
final class Journal implements Memory, AutoCloseable {

  final Map<String, Visit> visits = new LinkedHashMap<>();
  final List<String> captures = new ArrayList<>();
  final List<String> rejections = new ArrayList<>();
  private final FileChannel file;

  /** Called with each capture before it is kept. */
  Consumer<Capture> before = _ -> {};

  Journal(Path path) throws IOException {
    String written = Files.exists(path) ? Files.readString(path, UTF_8) : "";
    String whole = written.substring(0, written.lastIndexOf('\n') + 1);
    whole.lines().forEach(this::replay);
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(whole.getBytes(UTF_8).length);
    file.position(file.size());
  }

  private void replay(String line) {
    for (String part : line.split("\\|")) {
      String[] fields = part.split("\t", -1);
      switch (fields[0]) {
        case "capture" -> captures.add(fields[1]);
        case "rejection" -> rejections.add(fields[1]);
        default -> {
          Visit visit = visit(fields);
          visits.put(visit.url(), visit);
        }
      }
    }
  }

  private static Visit visit(String[] fields) {
    Validators validators = new Validators(fields[2], absent(fields[3]), absent(fields[4]));
    Instant due = fields[5].isEmpty() ? null : Instant.parse(fields[5]);
    int failures = Integer.parseInt(fields[6]);
    return fields[0].equals("feed")
        ? new Feed(fields[1], null, validators, due, failures, Duration.parse(fields[7]))
        : new Page(fields[1], null, validators, due, failures, Integer.parseInt(fields[7]));
  }

  private static @Nullable String absent(String field) {
    return field.isEmpty() ? null : field;
  }

  private static String line(Visit visit) {
    Validators validators = visit.validators();
    return String.join(
        "\t",
        visit instanceof Feed ? "feed" : "page",
        visit.url(),
        validators.url(),
        validators.etag() == null ? "" : validators.etag(),
        validators.lastModified() == null ? "" : validators.lastModified(),
        visit.due() == null ? "" : visit.due().toString(),
        Integer.toString(visit.failures()),
        switch (visit) {
          case Feed feed -> feed.interval().toString();
          case Page page -> Integer.toString(page.visits());
        });
  }

  private void write(Collection<String> parts) {
    String line = String.join("|", parts);
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    replay(line);
  }

  @Override
  public boolean knows(String url) {
    return visits.containsKey(url);
  }

  @Override
  public void remember(List<? extends Visit> visits) {
    write(visits.stream().map(Journal::line).toList());
  }

  @Override
  public void accept(Capture capture, Visit visit) {
    before.accept(capture);
    write(List.of("capture\t" + capture.url() + " " + capture.id(), line(visit)));
  }

  @Override
  public void fail(Visit visit, List<Rejection> why) {
    write(
        Stream.concat(
                why.stream().map(rejection -> "rejection\t" + rejection.code()),
                Stream.of(line(visit)))
            .toList());
  }

  @Override
  public void reject(Rejection rejection) {
    write(List.of("rejection\t" + rejection.code()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
