package rashomon.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rashomon.model.Report;
import rashomon.model.Stamp;

/** A moment as of which a story is told; a day counts to its end. */
record AsOf(String text, Instant instant) {

  /** Whether a report had been published or seen by then; false where it tells neither. */
  boolean knows(Report report) {
    return since(report).filter(known -> !known.isAfter(instant)).isPresent();
  }

  /** When it had first been published or seen; nothing where it tells neither. */
  static Optional<Instant> since(Report report) {
    return Stream.of(Optional.ofNullable(report.published()), Optional.ofNullable(report.seen()))
        .flatMap(Optional::stream)
        .map(Stamp::instant)
        .min(Comparator.naturalOrder());
  }

  /** {@code 2031-03-04}, {@code 2031-03-04T10:15:30} or {@code 2031-03-04T10:15:30+02:00}. */
  static final class Named implements ITypeConverter<AsOf> {

    @Override
    public AsOf convert(String text) {
      Stamp stamp =
          Stamp.parse(text)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "expected a day or a time such as 2031-03-04T10:15:00Z, not '"
                              + text
                              + "'"));
      boolean day = !stamp.text().contains("T");
      return new AsOf(
          text,
          day
              ? stamp.date().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1)
              : stamp.instant());
    }
  }
}
