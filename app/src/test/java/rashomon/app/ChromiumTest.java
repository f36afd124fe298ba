package rashomon.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ChromiumTest {

  /** What JUnit counts as skipped is a test that ends in this exception. */
  @Test
  void withoutABrowserItsTestsAreSkippedAndSayWhatToInstall() {
    assertThatThrownBy(() -> Chromium.open(List.of("/nowhere/chromium", "/nowhere/chrome")))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("there is no Chromium here (apt install chromium)");
  }
}
