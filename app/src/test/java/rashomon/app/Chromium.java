package rashomon.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium; tests that ask for it are skipped where there is none. */
final class Chromium implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  /** What a page asked of the network beside its own file, and what it complained about. */
  record Trace(List<String> requests, List<String> complaints) {}

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-dev-shm-usage",
                            "--disable-gpu",
                            "--disable-background-networking")));
  }

  static Chromium open() {
    return open(PLACES);
  }

  /** The first of these that is there; else the tests that ask are skipped. */
  static Chromium open(List<String> places) {
    Optional<Path> program = places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    assumeTrue(
        program.isPresent(),
        "The page is not tried in a browser: there is no Chromium here (apt install chromium).");
    return new Chromium(program.orElseThrow());
  }

  /** A window of its own on a file; {@code place} is what stands after the file's name. */
  Page window(
      Path file, String place, int width, int height, boolean dark, boolean scripts, Trace trace) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    Page page = context.newPage();
    page.onRequest(request -> trace.requests().add(request.url()));
    page.onPageError(trace.complaints()::add);
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            trace.complaints().add(message.text());
          }
        });
    page.navigate(file.toUri() + place);
    return page;
  }

  Page window(Path file, String place) {
    return window(
        file, place, 1280, 900, false, true, new Trace(new ArrayList<>(), new ArrayList<>()));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
