package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.app.Chromium.Trace;

/** The page in a real browser. */
@Tag("browser")
class BrowserTest {

  @TempDir static Path folder;

  private static Chromium chromium;
  private static Path demo;
  private static Path hostile;
  private static Path fifty;
  private static Path bridge;
  private static Path wide;

  @BeforeAll
  static void writePages() throws IOException {
    chromium = Chromium.open();
    demo = Stories.demo(folder);
    hostile = Stories.hostile(folder);
    fifty = Stories.fifty(folder);
    bridge = Stories.bridge(folder);
    wide = Stories.wide(folder);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void thePageAsksForNothingAndTheBrowserHasNothingToSay() {
    for (Path file : List.of(demo, hostile)) {
      Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
      Page page = chromium.window(file, "", 1280, 900, false, true, trace);
      page.waitForTimeout(200);
      assertThat(trace.requests())
          .allMatch(url -> url.equals(file.toUri() + "") || url.startsWith("data:"));
      assertThat(trace.complaints()).isEmpty();
      assertThat(page.evaluate("window.taken === undefined")).isEqualTo(true);
    }
  }

  @Test
  void everyCellLeadsToItsWords() {
    Page page = chromium.window(demo, "");
    List<?> wrong =
        (List<?>)
            page.evaluate(
                """
                async () => {
                  const bare = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, '');
                  const wrong = [];
                  let seen = 0;
                  for (const link of document.querySelectorAll('.quotations > li > a, .agree > p > a:not(.number), .matrix td > p > a')) {
                    const id = link.hash.slice(1);
                    const others = link.closest('.others') || !/^q/.test(id);
                    if (location.hash === link.hash) continue;
                    link.click();
                    await new Promise((done) => setTimeout(done));
                    const cut = link.closest('.matrix');
                    const words = bare([...document.querySelectorAll(`[id="${id}"], .${id}`)].map((piece) => piece.textContent).join(''));
                    const cell = others ? '' : bare(link.parentElement.querySelector('q').textContent);
                    const at = document.activeElement;
                    const there = at.closest('article.report') && [at.id, ...at.classList].includes(id);
                    seen++;
                    if (!there || !(others ? words : cut ? words.startsWith(cell) : words === cell)) wrong.push(id + ': ' + cell + ' / ' + words);
                  }
                  return seen > 100 ? wrong : ['only ' + seen];
                }
                """);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyMarkLeadsBack() {
    Page page = chromium.window(demo, "");
    List<?> wrong =
        (List<?>)
            page.evaluate(
                """
                async () => {
                  const ids = new Set([...document.querySelectorAll('.report > div > :is(p, h3) > :is(a, u)')]
                    .flatMap((piece) => [piece.id, ...piece.classList]).filter((name) => /\\d/.test(name)));
                  const wrong = [];
                  for (const id of ids) {
                    const arrived = new Promise((done) => addEventListener('hashchange', done, { once: true }));
                    location.hash = id;
                    await arrived;
                    const links = [...document.querySelectorAll('.beside a')].map((link) => link.hash);
                    const row = document.querySelector(`.all-figures td a[href="#${id}"]`);
                    const wanted = id.startsWith('q') ? '#' + (document.getElementById(id.replace(/\\d+$/, '')) ? id.replace(/\\d+$/, '') : id.match(/q\\d+/)[0]) : row ? '#' + row.closest('tr').id : '#p';
                    const nobody = id.startsWith('s') && !document.querySelector(`[id="${id}"][href^="#p"], .${id}[href^="#p"]`);
                    if (!nobody && !links.some((hash) => id.startsWith('s') ? hash.startsWith(wanted) : hash === wanted)) wrong.push(id);
                  }
                  return ids.size > 200 ? wrong : ['only ' + ids.size];
                }
                """);
    assertThat(wrong).isEmpty();
  }

  @Test
  void otherReportsAnswersStandBesideTheSentence() {
    Page page = chromium.window(demo, "#q1d1");
    assertThat(page.locator(".beside").innerText())
        .contains("How many people were killed?", "Ministry of Health", "44")
        .doesNotContain("52 dead —");
    double words = page.locator("[id='q1d1']").boundingBox().y;
    assertThat(page.locator(".beside").boundingBox().y).isBetween(words - 12, words + 12);
  }

  @Test
  void marksAreChosenOnceToLookAndTwiceToFollow() {
    Page page = chromium.window(demo, "#r5");
    page.locator("[id='q1d1']").click();
    assertThat(page.locator(".beside").count()).isEqualTo(1);
    assertThat(page.url()).endsWith("#r5");
    page.locator("[id='q1d1']").click();
    assertThat(page.url()).endsWith("#q1d");
  }

  private static List<String> shown(Page page, String selector) {
    return page.locator(selector).all().stream()
        .filter(one -> one.isVisible())
        .map(one -> one.getAttribute("id"))
        .toList();
  }

  @Test
  void filtersChooseAndStandInTheAddress() {
    Page page = chromium.window(demo, "");
    page.selectOption("[name=facet]", "denial");
    assertThat(shown(page, ".point, .agree")).containsExactly("q2", "q5");
    assertThat(page.url()).endsWith("#?facet=denial");
    page.selectOption(
        "[name=party]",
        page.locator("[name=party] option", new Page.LocatorOptions().setHasText("Hesna Torvald"))
            .getAttribute("value"));
    assertThat(shown(page, ".point, .agree")).containsExactly("q5");
    page.reload();
    assertThat(shown(page, ".point, .agree")).containsExactly("q5");
    assertThat(page.locator(".state").innerText()).startsWith("1 of 43 points");
    assertThat(page.locator(".matrix").first().locator("tbody tr:visible").allInnerTexts())
        .hasSize(1)
        .allMatch(row -> row.startsWith("Hesna Torvald"));
    page.click("[type=reset]");
    assertThat(shown(page, "article.point")).hasSize(6);
    page.selectOption("[name=relation]", "agree");
    assertThat(shown(page, "article.point")).isEmpty();
    page.click("[type=reset]");
    page.selectOption("[name=outlet]", "Ilmeria Today");
    assertThat(shown(page, "article.report")).containsExactly("r6");
    assertThat(
            page.locator(".quotations > li > a:visible, .agree > p > a:not(.number):visible")
                .allInnerTexts())
        .isNotEmpty()
        .allMatch(place -> place.startsWith("Ilmeria Today") || place.startsWith("¶"));
  }

  @Test
  void theSliderTellsTheStoryAsItWasLikeTheCommand() {
    Page page = chromium.window(demo, "#?asof=2031-03-04T19:30:00Z");
    assertThat(shown(page, "article.report")).containsExactly("r1", "r2", "r3", "r4");
    assertThat(page.locator("#q1").innerText()).contains("36").doesNotContain("52 dead", "44\n");
    assertThat(page.locator("#q4 .sofar").innerText()).startsWith("One answer so far");
    assertThat(page.locator(".state").innerText()).contains("As of 4 Mar 2031, 19:30 UTC");
    page.keyboard().press("[");
    assertThat(page.url()).contains("asof=2031-03-04T09");
    assertThat(shown(page, "article.report")).containsExactly("r1", "r2", "r3");
    assertThat(shown(page, "#q4, #q5")).isEmpty();
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("]");
    }
    assertThat(shown(page, "article.report")).hasSize(7);
    assertThat(page.url()).doesNotContain("asof");
  }

  @Test
  void keysAloneLeadThroughThePage() {
    Page page = chromium.window(demo, "");
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q2");
    page.keyboard().press("Enter");
    await(page, "document.activeElement.id === 'q2a1'");
    page.keyboard().press("Enter");
    await(page, "document.activeElement.id === 'q2'");
    page.keyboard().press("Backspace");
    await(page, "document.activeElement.id === 'q2a1'");
    page.keyboard().press("Backspace");
    await(page, "document.activeElement.id === 'q2'");
    page.keyboard().press("k");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q1");
    page.keyboard().press("f");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("facet");
    page.keyboard().press("Escape");
    page.locator("h1").click();
    page.keyboard().press("/");
    page.keyboard().type("drifting mine");
    assertThat(page.locator(".found").innerText()).matches("[1-9]\\d* places?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".found").innerText()).startsWith("1 of ");
    page.locator("h1").click();
    page.keyboard().press("?");
    assertThat(page.locator("#keys").isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys").isVisible()).isFalse();
  }

  @Test
  void aQuotationIsCopiedWithItsPlace() {
    Page page = chromium.window(demo, "");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.locator("#q4 .copy-words").first().focus();
    page.keyboard().press("Enter");
    page.waitForSelector("text=Copied");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .startsWith(
            "“clear the mines from the channel so that ships can pass”\nLethen Gazette ¶5, 4 Mar 2031, 19:30 UTC\nhttps://")
        .endsWith("demo.html#q4a1");
  }

  @Test
  void withoutScriptsEverythingIsThereInOrder() {
    Page page =
        chromium.window(
            demo, "", 1280, 900, false, false, new Trace(new ArrayList<>(), new ArrayList<>()));
    assertThat(page.locator("#controls").isVisible()).isFalse();
    assertThat(page.locator("main").textContent())
        .containsSubsequence(
            "Contested",
            "How many people were killed?",
            "Agreed by independent origins",
            "Figures",
            "Who said what",
            "The reports",
            "divers reached the lower deck",
            "Who copied whom");
    page.click("#q5 .quotations a");
    assertThat(page.locator("[id='q5a1']").boundingBox().y).isBetween(0.0, 900.0);
  }

  private static Page window(Path file, int width) {
    return chromium.window(
        file, "", width, 900, false, true, new Trace(new ArrayList<>(), new ArrayList<>()));
  }

  @Test
  void aPlaceChosenAgainIsShownAgain() {
    Page page = chromium.window(demo, "");
    page.click("#q4 .quotations a");
    await(page, "document.activeElement.id === 'q4a1'");
    page.click("h1");
    page.click("#q4 .quotations a");
    await(page, "document.activeElement.id === 'q4a1'");
    assertThat(page.locator(".beside").count()).isEqualTo(1);
  }

  @Test
  void theNarrowerScopeStandsInsideTheWider() {
    Page page = window(bridge, 1280);
    assertThat(page.locator(".nested .what").allInnerTexts())
        .containsExactly("Twenty people", "Twelve people");
    BoundingBox wider = page.locator(".nested").boundingBox();
    BoundingBox narrower = page.locator(".nested .answer").nth(1).boundingBox();
    assertThat(narrower.x).isGreaterThan(wider.x + 8);
    assertThat(narrower.x + narrower.width).isLessThan(wider.x + wider.width - 8);
    assertThat(narrower.y + narrower.height).isLessThan(wider.y + wider.height - 8);
  }

  @Test
  void whatIsToldDifferentlyLeadsToTheWordsOfBothVersions() {
    Page page = window(bridge, 1280);
    assertThat(page.locator(".changes").allInnerTexts())
        .containsExactly("leaves out the condition “unless the owners pay the arrears”");
    List<String> quoted = page.locator(".retold .quotations q").allInnerTexts();
    assertThat(quoted).hasSize(2);
    for (int i = 0; i < 2; i++) {
      page.locator(".retold .quotations a").nth(i).click();
      page.waitForSelector(".here");
      assertThat(String.join("", page.locator(".here").allInnerTexts()))
          .contains(quoted.get(i).substring(0, quoted.get(i).length() - 1));
      assertThat(page.locator(".report:has(.here)").getAttribute("id")).isEqualTo("r" + (i + 1));
    }
    page.selectOption("[name=outlet]", "post.txt");
    assertThat(page.locator(".retold").isVisible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 800, 1280})
  void theSignOfACopyNeverBeginsALine(int width) {
    for (Path file : List.of(demo, fifty)) {
      assertThat(
              (List<?>)
                  window(file, width)
                      .evaluate(
                          """
                          () => [...document.querySelectorAll('section a + i')]
                            .filter((sign) => sign.getClientRects().length && !sign.closest('.report'))
                            .filter((sign) => {
                              const before = [...sign.previousElementSibling.getClientRects()].at(-1);
                              const here = sign.getClientRects()[0];
                              return here.top > before.bottom || here.left < before.left;
                            })
                            .map((sign) => sign.parentElement.textContent)
                          """))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void aTableOfFifteenPartiesAnd25PointsStaysReadable(int width) {
    Page page = window(wide, width);
    assertThat(page.locator(".matrix:not(.outlets) tbody tr").count()).isEqualTo(15);
    assertThat(page.locator(".matrix:not(.outlets) th[data-point]").count()).isEqualTo(25);
    assertThat(
            (List<?>)
                page.evaluate(
                    """
                    () => {
                      const table = document.querySelector('.matrix');
                      const region = table.parentElement;
                      const wrong = [];
                      table.scrollIntoView();
                      for (const cell of table.querySelectorAll('td, th')) {
                        if (cell.scrollWidth > cell.clientWidth + 1) wrong.push('too narrow: ' + cell.textContent);
                        if (cell.offsetHeight > 160) wrong.push('too high: ' + cell.textContent);
                      }
                      region.scrollTo(10000, 10000);
                      const frame = region.getBoundingClientRect();
                      const party = table.querySelector('tbody tr:last-child th').getBoundingClientRect();
                      const question = table.querySelector('th[data-point]:last-child').getBoundingClientRect();
                      if (Math.abs(party.left - frame.left) > 2) wrong.push('the party is out of sight');
                      if (question.top < frame.top || question.right > frame.right + 2) wrong.push('the question is out of sight');
                      if (party.width > frame.width / 2) wrong.push('the parties leave no room');
                      return wrong;
                    }
                    """))
        .isEmpty();
  }

  @Test
  void nothingIsWiderThanAPhone() {
    for (Path file : List.of(demo, hostile, fifty, bridge, wide)) {
      Page page = window(file, 360);
      page.evaluate(
          "document.querySelectorAll('details').forEach((folded) => { folded.open = true; })");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }
  }

  @Test
  void thePrintHasEverythingOnThePaper() {
    Page page = chromium.window(demo, "");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(794, 1123);
    assertThat(
            page.evaluate(
                "[...document.querySelectorAll('.scroll')].every((table) => table.scrollWidth <= table.clientWidth)"))
        .isEqualTo(true);
    assertThat(page.locator("#controls").isVisible()).isFalse();
    String pdf = new String(page.pdf(), StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF");
    assertThat(pdf.split("/Type /Page\\b").length - 1).isBetween(8, 40);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void axeFindsNothing(boolean dark) throws IOException {
    String axe;
    try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Path file : List.of(demo, hostile, bridge)) {
      for (int width : new int[] {1280, 360}) {
        Page page =
            chromium.window(
                file,
                "#q1a1",
                width,
                900,
                dark,
                true,
                new Trace(new ArrayList<>(), new ArrayList<>()));
        page.evaluate(
            "document.querySelectorAll('details').forEach((folded) => { folded.open = true; })");
        page.evaluate(axe);
        List<?> violations =
            (List<?>)
                page.evaluate(
                    """
                    async () => (await axe.run()).violations.map((violation) =>
                      violation.id + ': ' + violation.nodes.length + ' ' + violation.nodes[0].html.slice(0, 200) + ' ' + violation.nodes[0].failureSummary)
                    """);
        assertThat(violations).as(file + ", " + width).isEmpty();
      }
    }
  }

  @Test
  void fiftyReportsOpenWithinASecondAndScroll() {
    double opened = Double.MAX_VALUE;
    double slowest = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      Page page = chromium.window(fifty, "");
      opened =
          Math.min(
              opened,
              number(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")));
      slowest =
          Math.min(
              slowest,
              number(
                  page.evaluate(
                      """
          async () => {
            const frames = [];
            let last = await new Promise(requestAnimationFrame);
            for (let i = 0; i < 120; i++) {
              scrollBy(0, 200);
              const now = await new Promise(requestAnimationFrame);
              frames.push(now - last);
              last = now;
            }
            frames.sort((one, other) => one - other);
            return frames[Math.floor(frames.length * .95)];
          }
          """)));
    }
    System.out.println(
        "fifty reports: opened in " + opened + " ms, 95 of 100 frames within " + slowest + " ms");
    assertThat(opened).isLessThan(1000);
    assertThat(slowest).isLessThan(100);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Asks again from outside, since the page lets nobody evaluate within it. */
  private static void await(Page page, String condition) {
    for (int i = 0; i < 100 && !page.evaluate(condition).equals(true); i++) {
      page.waitForTimeout(20);
    }
    assertThat(page.evaluate(condition)).isEqualTo(true);
  }
}
