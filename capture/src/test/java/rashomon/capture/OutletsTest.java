package rashomon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Via;

class OutletsTest {

  private static Capture capture(String url, String label, @Nullable String publisher) {
    Via via = new Via("https://f.example/", label, publisher, null, null);
    return new Capture(url, Given.SEEN, null, Payload.of(new byte[0]), via);
  }

  @ParameterizedTest
  @CsvSource({
    "The Harbour Globe, harbour globe, true",
    "THE HARBOUR-GLOBE, Harbour  Globe!, true",
    "Ｌisk Wire, Lisk Wire, true",
    "https://www.globe.co.uk/world?x=1, uk.globe.co.uk, true",
    "www.globe.co.uk, lisk.co.uk, false",
    "The, Them, false",
    "The The, The, true",
    "Theatre Post, atre Post, false",
    "globe.com, Globe Com, false"
  })
  void namesAreComparedWithoutArticleAndHostsByTheirDomain(String one, String other, boolean same) {
    assertThat(Outlets.same(one, other)).isEqualTo(same);
  }

  @Test
  void allFeedsAndEditionsOfOnePublisherAreOneOutletAndALabelIsNone() {
    assertThat(Outlets.of(capture("https://edition.globe.com/a", "Globe – World", null)))
        .isEqualTo(Outlets.of(capture("https://www.globe.com/b", "Globe – Sport", null)))
        .isEqualTo("globe.com");
    assertThat(Outlets.of(capture("https://reader.example/x", "All news", "Lisk Wire")))
        .isEqualTo("Lisk Wire");
    assertThat(Outlets.of(capture("report.txt", "Globe", null))).isNull();
    assertThat(Outlets.of(capture("http://127.0.0.1:80/x", "Globe", null))).isEqualTo("127.0.0.1");
  }

  @Test
  void ownersComeFromTheUsersFile() {
    List<Rejection> rejected = new ArrayList<>();
    Outlets outlets =
        Outlets.read(
            "owners.tsv",
            """
            # outlet	owner
            The Harbour Globe	Vale Holdings
            globe.com	Vale Holdings
            lisk.co.uk	Lisk Trust

            no tab here
            Harbour Globe	Somebody Else
            Lisk Wire\t
            """,
            rejected::add);
    assertThat(outlets.owner("harbour globe")).isEqualTo("Vale Holdings");
    assertThat(outlets.owner("https://www.globe.com/a")).isEqualTo("Vale Holdings");
    assertThat(outlets.owner("news.lisk.co.uk")).isEqualTo("Lisk Trust");
    assertThat(outlets.owner("Unknown Post")).isNull();
    assertThat(Outlets.UNKNOWN.owner("globe.com")).isNull();
    assertThat(rejected)
        .extracting(Rejection::file)
        .containsExactly("owners.tsv#6", "owners.tsv#7", "owners.tsv#8");
    assertThat(rejected.get(1).why()).contains("Vale Holdings").contains("Somebody Else");
  }
}
