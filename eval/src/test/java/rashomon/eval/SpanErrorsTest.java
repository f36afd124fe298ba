package rashomon.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.eval.SpanErrors.Group;
import rashomon.model.Span;

class SpanErrorsTest {

  /** Spans apart by blanks, parts of one span by commas: {@code 3-5,8-9}. */
  private static Set<List<Span>> spans(String written) {
    return written.equals("-")
        ? Set.of()
        : Stream.of(written.split(" "))
            .map(
                span ->
                    Stream.of(span.split(","))
                        .map(part -> part.split("-"))
                        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                        .toList())
            .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3-9            | 3-9            | EXACT",
        "3-9            | 4-9            | LEFT_EDGE",
        "3-9            | 3-8            | RIGHT_EDGE",
        "3-9            | 4-8            | BOTH_EDGES",
        "3-5,7-9        | 3-9            | OTHER_PARTS",
        "3-9            | 3-5 7-9        | SPLIT",
        "3-5 7-9        | 3-9            | MERGED",
        "3-6 7-9        | 3-4 5-9        | TANGLED",
        "3-9            | -              | MISSED",
        "-              | 3-9            | SPURIOUS",
        "1-2 3-9        | 1-2 10-12      | EXACT,MISSED,SPURIOUS",
      })
  void everyKindIsTold(String gold, String found, String kinds) {
    assertThat(SpanErrors.of(spans(gold), spans(found)))
        .extracting(Group::kind)
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(kinds.split(","));
  }
}
