package rashomon.capture.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import rashomon.capture.fetch.Outcome.Fetched;
import rashomon.capture.fetch.Outcome.NotModified;
import rashomon.model.Via;

/** What a fetch gives, and the way there. */
class FetcherTest extends Fetching {

  @Test
  void aPageIsCapturedWithItsPlaceTimeTypeAndTheFeedThatLedThere() throws Exception {
    byte[] bytes = {(byte) 0xe9, '!'};
    site.on("/a", Site.bytes(bytes, "Content-Type", "text/html; charset=utf-7", "ETag", "\"1\""));
    Via via = new Via("http://feed.example/", "Feed", null, null, null);

    Fetched fetched = (Fetched) fetcher.fetch(site.at("/a#part"), via, Validators.NONE);

    assertThat(fetched.capture().url()).isEqualTo(site.at("/a"));
    assertThat(fetched.capture().seen()).isEqualTo(time.instant());
    assertThat(fetched.capture().contentType()).isEqualTo("text/html; charset=utf-7");
    assertThat(fetched.capture().payload().bytes()).isEqualTo(bytes);
    assertThat(fetched.capture().via()).isEqualTo(via);
    assertThat(fetched.validators()).isEqualTo(new Validators(site.at("/a"), "\"1\"", null));
    assertThat(fetched.fresh()).isNull();
  }

  @Test
  void itSaysWhoItIs() throws Exception {
    site.on("/a", "text");
    fetched(site.at("/a"));
    assertThat(site.headers)
        .allSatisfy(sent -> assertThat(sent.getFirst("User-agent")).isEqualTo(MANNERS.agent()));
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() throws Exception {
    site.on(
        "/a",
        exchange -> {
          boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          (same
                  ? Site.status(304, "Cache-Control", "public, max-age=600")
                  : Site.bytes(
                      new byte[] {1},
                      "ETag",
                      "\"1\"",
                      "Last-Modified",
                      "Tue, 04 Mar 2031 08:00:00 GMT"))
              .answer(exchange);
        });
    Fetched first = fetched(site.at("/a"));
    assertThat(fetcher.fetch(site.at("/a"), null, first.validators()))
        .isEqualTo(new NotModified(Duration.ofMinutes(10)));
    assertThat(site.headers.getLast().getFirst("If-Modified-Since"))
        .isEqualTo("Tue, 04 Mar 2031 08:00:00 GMT");
  }

  @Test
  void validatorsAreNotShownToAnotherPage() throws Exception {
    site.on("/old", Site.redirect("/new")).on("/new", "text");
    fetcher.fetch(site.at("/old"), null, new Validators(site.at("/old"), "\"1\"", null));
    assertThat(site.headers.getLast()).doesNotContainKey("If-none-match");
  }

  @Test
  void anAnswerThatSaysNotModifiedUnaskedIsNoAnswer() throws Exception {
    site.on("/a", Site.status(304));
    assertThat(refused("http-304", site.at("/a")).again()).isNull();
  }

  @Test
  void statusesAreTold() throws Exception {
    site.on("/gone", Site.status(410));
    assertThat(refused("gone", site.at("/gone")).again()).isNull();
    assertThat(refused("http-404", site.at("/none")).again()).isNull();
  }

  @Test
  void redirectsAreFollowedToWhereThePageIs() throws Exception {
    site.on("/a", Site.redirect("b c?q=" + new String("ü".getBytes(UTF_8), ISO_8859_1)))
        .on("/b%20c?q=%C3%BC", Site.status(308, "Location", "//127.0.0.2:" + site.port() + "/d"));
    site.on("/d", "text");
    assertThat(fetched(site.at("/a")).capture().url()).isEqualTo(site.at("/d"));
  }

  @Test
  void aLoopIsTold() throws Exception {
    site.on("/a", Site.redirect("/b")).on("/b", Site.redirect("/a#x"));
    assertThat(refused("redirect-loop", site.at("/a")).rejection().why()).contains(site.at("/a"));
    assertThat(site.asked).containsExactly("/robots.txt", "/a", "/b");
  }

  @Test
  void aRoadWithoutEndIsTold() throws Exception {
    for (int i = 0; i < 9; i++) {
      site.on("/" + i, Site.redirect("/" + (i + 1)));
    }
    refused("too-many-redirects", site.at("/0"));
    assertThat(site.asked).hasSize(1 + 1 + MANNERS.redirects());
    site.on("/5", "text");
    fetched(site.at("/0"));
  }
}
