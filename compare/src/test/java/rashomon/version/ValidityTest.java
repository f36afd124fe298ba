package rashomon.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rashomon.model.Report;
import rashomon.model.Stamp;
import rashomon.model.Version;

class ValidityTest {

  @Test
  void aVersionStandsUntilTheNextIsSeen() {
    List<Version> versions =
        List.of(
            version("3 dead", "08:00", null, "09:00"), version("5 dead", "08:00", null, "12:00"));
    assertThat(at(versions, "07:59")).isEqualTo("none");
    assertThat(at(versions, "08:00")).isEqualTo("3 dead");
    assertThat(at(versions, "11:59")).isEqualTo("3 dead");
    assertThat(at(versions, "12:00")).isEqualTo("5 dead");
  }

  @Test
  void theFirstStandsFromWhenItWasModifiedOrElsePublishedHoweverLateItWasSeen() {
    assertThat(since(version("a", "08:00", null, "10:45"))).containsExactly("08:00");
    assertThat(since(version("a", "08:00", "09:30", "10:45"))).containsExactly("09:30");
    assertThat(since(version("a", "08:00", "07:00", "10:45"))).containsExactly("08:00");
    assertThat(since(version("a", null, null, "10:45"))).containsExactly("10:45");
  }

  @Test
  void aLaterOneStandsFromWhenItSaysItWasModified() {
    assertThat(since(version("a", "08:00", null, "09:00"), version("b", "08:00", "10:00", "12:00")))
        .containsExactly("08:00", "10:00");
  }

  @Test
  void aTimeThatCannotBeIsNotBelieved() {
    Version first = version("a", "08:00", "08:30", "09:00");
    assertThat(since(first, version("b", "08:00", "08:30", "12:00")))
        .containsExactly("08:30", "12:00");
    assertThat(since(first, version("b", "08:00", "13:00", "12:00")))
        .containsExactly("08:30", "12:00");
    assertThat(since(version("a", "09:30", null, "09:00"))).containsExactly("09:00");
  }

  private static List<String> since(Version... versions) {
    return Validity.since(List.of(versions)).stream()
        .map(time -> time.toString().substring(11, 16))
        .toList();
  }

  private static String at(List<Version> versions, String time) {
    return Validity.at(versions, Instant.parse("2031-04-03T" + time + ":00Z"))
        .map(version -> version.report().text())
        .orElse("none");
  }

  private static Version version(
      String text, @Nullable String published, @Nullable String modified, String seen) {
    return new Version(
        "v",
        text + seen,
        new Report("f", null, null, "", stamp(published), stamp(modified), stamp(seen), "en", text),
        List.of());
  }

  private static @Nullable Stamp stamp(@Nullable String time) {
    return time == null ? null : Stamp.parse("2031-04-03T" + time + ":00Z").orElseThrow();
  }
}
