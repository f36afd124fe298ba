package rashomon.capture.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://News.Example:80/a b?q=ü#part, http://news.example/a%20b?q=%C3%BC",
    "https://news.example, https://news.example/",
    "' https://news.example/a ', https://news.example/a",
    "https://bücher.example/, https://xn--bcher-kva.example/",
    "http://desk:word@news.example/, http://news.example/",
    "http://127.0.0.2:8080/a, http://127.0.0.2:8080/a",
    "http://[2606:4700::1111]/, http://[2606:4700::1111]/",
    "http://１２７.0.0.1/, http://127.0.0.1/",
    "http://2024.example/, http://2024.example/",
  })
  void addressesHaveOneForm(String written, String normal) {
    assertThat(WebAddress.of(written)).hasValue(URI.create(normal));
    assertThat(WebAddress.of(normal)).hasValue(URI.create(normal));
  }

  @ParameterizedTest
  @CsvSource({
    "/b, http://news.example/b",
    "c d, http://news.example/a/c%20d",
    "?q=1, http://news.example/a/x?q=1",
    "//other.example/y, http://other.example/y",
    "https://other.example, https://other.example/",
    "../../z, http://news.example/z",
  })
  void whereALinkLeadsDependsOnItsPage(String written, String meant) {
    assertThat(WebAddress.resolve("http://news.example/a/x", written)).hasValue(URI.create(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "report.txt", "news.example/a", "ftp://news.example/", "a:b"})
  void whatIsNoWholeAddressOfHttpIsNone(String written) {
    assertThat(WebAddress.of(written)).isEmpty();
    assertThat(WebAddress.resolve("feeds/all.opml", written)).isEmpty();
  }

  @Test
  void whatIsLongerThanServersTakeIsNone() {
    assertThat(WebAddress.of("http://news.example/" + "a".repeat(7_000))).isPresent();
    assertThat(WebAddress.of("http://news.example/" + "a".repeat(8_000))).isEmpty();
  }
}
