package rashomon.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rashomon.ingest.page.Box.Around;

/**
 * What speaks for or against a block being part of the report, as one number each. No language and
 * no site is known here; the page is weighed by how it is built and how its text is spread.
 */
final class Evidence {

  /** One of a page's blocks. */
  record Place(Page page, int index, Block block) {

    Place(Page page, int index) {
      this(page, index, page.blocks.get(index));
    }

    @Nullable Block near(int step) {
      return page.at(index + step);
    }
  }

  /** A kind of evidence; its name joins it to what the model learnt of it. */
  record Sign(String name, ToDoubleFunction<Place> value) {}

  private static final int FAR = Box.FAR;

  /** Logarithms of the counts that pages mostly have. */
  private static final double[] LOGS = IntStream.range(0, 4_096).mapToDouble(Math::log1p).toArray();

  /** All signs, in the order of a row. */
  static final List<Sign> SIGNS = signs();

  private Evidence() {}

  /** The values of all signs go into {@code row}. */
  static void into(double[] row, Place place) {
    for (int sign = 0; sign < row.length; sign++) {
      row[sign] = SIGNS.get(sign).value().applyAsDouble(place);
    }
  }

  private static List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    ofText(signs);
    ofBox(signs);
    ofHolders(signs);
    ofPage(signs);
    ofNeighbours(signs);
    return List.copyOf(signs);
  }

  private static void ofText(List<Sign> signs) {
    add(signs, "words", block -> log(block.words));
    add(signs, "word-length", block -> block.text.length() / (1.0 + block.words));
    add(signs, "linked", block -> block.linked);
    add(signs, "emphasised", block -> block.emphasised);
    add(signs, "sentences", block -> log(block.sentences));
    add(signs, "ends-sentence", block -> flag(block.endsSentence));
    add(signs, "cut-off", block -> flag(block.cutOff));
    add(signs, "furniture", block -> block.furniture / (1.0 + block.words));
    add(signs, "furniture-words", block -> block.furniture);
    add(signs, "ends-bracket", block -> flag(block.text.endsWith(")")));
    add(signs, "ends-colon", block -> flag(block.text.endsWith(":")));
    add(signs, "commas", block -> block.commas / (1.0 + block.words));
    add(signs, "capitals", block -> block.capitals / (1.0 + block.words));
    add(signs, "digits", block -> block.digits / (1.0 + block.text.length()));
    add(signs, "opening", block -> flag(Character.isLetterOrDigit(block.text.charAt(0))));
  }

  private static void ofBox(List<Sign> signs) {
    for (String tag : List.of("p", "li", "blockquote", "td", "div", "pre", "span", "dd")) {
      add(signs, "tag-" + tag, block -> flag(block.box.tag.equals(tag)));
    }
    add(signs, "tag-heading", block -> flag(block.box.isHeading()));
    add(signs, "tag-h1", block -> flag(block.box.tag.equals("h1")));
    for (Around around : Around.values()) {
      add(signs, "in-" + around, block -> flag(block.box.isWithin(around)));
    }
    for (Kind kind : Kind.values()) {
      add(signs, "own-" + kind, block -> flag((block.box.kinds & kind.bit()) != 0));
      add(signs, "near-" + kind, block -> near(block.box, kind));
      add(signs, "far-" + kind, block -> flag((block.box.kindsAround & kind.bit()) != 0));
    }
  }

  private static void ofHolders(List<Sign> signs) {
    for (int level = 0; level < 4; level++) {
      int up = level;
      add(signs, "holder-words-" + level, block -> log(block.box.above(up).words));
      add(signs, "holder-linked-" + level, block -> block.box.above(up).linked());
      add(
          signs,
          "holder-prose-" + level,
          block -> share(block.box.above(up).proseWords, block.box.above(up).words));
      add(signs, "holder-blocks-" + level, block -> log(block.box.above(up).blocks));
    }
    signs.add(new Sign("article-share", place -> articleShare(place)));
  }

  private static void ofPage(List<Sign> signs) {
    signs.add(new Sign("place", place -> place.index / (1.0 + place.page.blocks.size())));
    signs.add(new Sign("best", place -> flag(place.page.best.holds(place.block().box))));
    signs.add(
        new Sign(
            "best-depth", place -> clip(place.block().box.depth - place.page.best.depth, FAR)));
    signs.add(new Sign("best-shares", place -> place.page.best.levelsTo(place.block().box)));
    signs.add(new Sign("best-weight", Evidence::weight));
    signs.add(
        new Sign(
            "prose-before",
            place -> share(place.page.proseBefore[place.index], place.page.bestProse)));
    signs.add(new Sign("prose-words-before", place -> log(place.page.proseBefore[place.index])));
    signs.add(
        new Sign(
            "prose-words-after",
            place -> log(place.page.bestProse - place.page.proseBefore[place.index + 1])));
    signs.add(new Sign("prose-last", place -> proseFrom(place, -1)));
    signs.add(new Sign("prose-next", place -> proseFrom(place, 1)));
    signs.add(new Sign("alike-words", place -> log(place.page.alike(place.block().box)[0])));
    signs.add(
        new Sign(
            "alike-linked",
            place -> {
              int[] alike = place.page.alike(place.block().box);
              return share(alike[1], alike[0]);
            }));
    signs.add(
        new Sign(
            "alike-prose",
            place -> share(place.page.alike(place.block().box)[2], place.page.widest)));
    signs.add(
        new Sign(
            "alike-prose-share",
            place -> {
              int[] alike = place.page.alike(place.block().box);
              return share(alike[2], alike[0]);
            }));
    signs.add(
        new Sign(
            "heading",
            place -> place.page.heading < 0 ? FAR : clip(place.index - place.page.heading, FAR)));
    signs.add(
        new Sign("heading-shares", place -> place.page.headingBox().levelsTo(place.block().box)));
    signs.add(
        new Sign("level-heading", place -> place.block().box.levelsTo(place.page.headingBox())));
    signs.add(new Sign("headings", Evidence::headingsSince));
    signs.add(new Sign("articles", place -> clip(place.page.articles[place.index], 6)));
    signs.add(new Sign("title", place -> likeTitle(place)));
    signs.add(new Sign("description", place -> likeDescription(place)));
    signs.add(new Sign("claimed", place -> place.page.claimed[place.index]));
    signs.add(new Sign("repeated", place -> flag(place.page.repeated[place.index])));
  }

  private static void ofNeighbours(List<Sign> signs) {
    for (int step : new int[] {-2, -1, 1, 2}) {
      add(signs, step, "words", (here, there) -> log(there.words));
      add(signs, step, "linked", (here, there) -> there.linked);
      add(signs, step, "prose", (here, there) -> flag(there.isProse()));
      add(signs, step, "heading", (here, there) -> flag(there.box.isHeading()));
      add(signs, step, "alike", (here, there) -> flag(there.box.signature == here.box.signature));
      add(
          signs,
          step,
          "together",
          (here, there) -> flag(Page.holder(there.box) == Page.holder(here.box)));
    }
  }

  private interface OfBlock {
    double of(Block block);
  }

  private interface OfTwo {
    double of(Block here, Block there);
  }

  private static void add(List<Sign> signs, String name, OfBlock value) {
    signs.add(new Sign(name, place -> value.of(place.block())));
  }

  /** −1 where the page ends before. */
  private static void add(List<Sign> signs, int step, String name, OfTwo value) {
    signs.add(
        new Sign(
            (step > 0 ? "next" : "last") + Math.abs(step) + "-" + name,
            place -> {
              Block there = place.near(step);
              return there == null ? -1 : value.of(place.block(), there);
            }));
  }

  private static double near(Box box, Kind kind) {
    return flag((box.kindsNear & kind.bit()) != 0);
  }

  private static double articleShare(Place place) {
    Box article = place.block().box.article;
    return article == null ? -1 : share(article.proseWords, place.page.bestProse);
  }

  private static double weight(Place place) {
    Box holder = Page.holder(place.block().box);
    double most = Page.weight(place.page.best);
    return holder == null || most <= 0 ? 0 : Math.min(2, Page.weight(holder) / most);
  }

  /** Level-one headings between the one that names the page and here; −1 before it. */
  private static double headingsSince(Place place) {
    int named = place.page.heading;
    if (named < 0 || place.index < named) {
      return -1;
    }
    return clip(place.page.headings[place.index] - place.page.headings[named], 3);
  }

  /** Blocks to the nearest prose of the best box on one side. */
  private static double proseFrom(Place place, int step) {
    int[] before = place.page.proseBefore;
    for (int distance = 1; distance <= FAR; distance++) {
      int i = place.index + step * distance;
      if (i < 0 || i >= place.page.blocks.size()) {
        return FAR;
      }
      if (before[i + 1] > before[i]) {
        return distance;
      }
    }
    return FAR;
  }

  private static double likeTitle(Place place) {
    String text = place.block().lower;
    String title = place.page.title;
    if (title.isEmpty()) {
      return 0;
    }
    return text.equals(title) ? 2 : text.length() > 10 && title.contains(text) ? 1 : 0;
  }

  private static double likeDescription(Place place) {
    String description = place.page.description;
    String text = place.block().lower;
    int length = Math.min(40, Math.min(description.length(), text.length()));
    return length < 20 ? 0 : flag(text.regionMatches(0, description, 0, length));
  }

  private static double log(int count) {
    return count < LOGS.length ? LOGS[count] : Math.log1p(count);
  }

  private static double flag(boolean is) {
    return is ? 1 : 0;
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  private static double clip(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }
}
