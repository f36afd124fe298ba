package rashomon.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import rashomon.ingest.page.Box.Around;

/**
 * The body of a page. Each block gets a sum of points from a learnt additive model over {@link
 * Evidence}, and counts with enough of them; what readers wrote and what is nothing but a link does
 * not. A page with hardly any text gives no evidence, and its plain structure decides.
 */
public final class Body {

  /** A block of a page as the model sees it. */
  public record Sample(String text, List<Double> signs) {}

  /** Fewer words on a page are not weighed. */
  private static final int FEWEST_WORDS = 120;

  /** Where the blocks that count have fewer words, those nearly as good as the best do too. */
  private static final int LITTLE = 20;

  private static final double NEARLY = 1;
  private static final double ALL_LINKED = 0.9;
  private static final Points POINTS = Points.load();

  private static final List<Around> HOMES =
      List.of(Around.BODY_PROPERTY, Around.ARTICLE, Around.MAIN);
  private static final int FURNITURE =
      Around.NAV.bit()
          | Around.HEADER.bit()
          | Around.FOOTER.bit()
          | Around.ASIDE.bit()
          | Around.FIGURE.bit()
          | Around.HIDDEN.bit();

  private Body() {}

  /** The paragraphs of the report; none where the page has no text that could be one. */
  public static List<String> paragraphs(Element root, Clues clues) {
    List<Block> blocks = blocks(root);
    List<Block> chosen =
        words(blocks) < FEWEST_WORDS ? List.of() : weighed(new Page(blocks, clues));
    return texts(chosen.isEmpty() ? plain(blocks) : chosen);
  }

  /** All text, a paragraph for each block. */
  public static List<String> everything(Element root) {
    return texts(Layout.of(root));
  }

  /** The names of the signs in a {@link Sample}, in their order. */
  public static List<String> signs() {
    return Evidence.SIGNS.stream().map(Evidence.Sign::name).toList();
  }

  /** A page's blocks, for training and for looking at. */
  public static List<Sample> samples(Element root, Clues clues) {
    List<Block> blocks = blocks(root);
    Page page = new Page(blocks, clues);
    double[] row = new double[Evidence.SIGNS.size()];
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Evidence.into(row, new Evidence.Place(page, i));
      samples.add(new Sample(blocks.get(i).text, Arrays.stream(row).boxed().toList()));
    }
    return samples;
  }

  /** Without what readers wrote, unless that is all there is. */
  private static List<Block> blocks(Element root) {
    List<Block> all = Layout.of(root);
    List<Block> written = all.stream().filter(b -> !b.box.isWithin(Around.COMMENTS)).toList();
    return written.stream().anyMatch(Block::isProse) ? written : all;
  }

  private static List<Block> weighed(Page page) {
    double[] points = new double[page.blocks.size()];
    Arrays.fill(points, Double.NEGATIVE_INFINITY);
    double most = Double.NEGATIVE_INFINITY;
    double[] row = new double[Evidence.SIGNS.size()];
    for (int i = 0; i < points.length; i++) {
      if (page.blocks.get(i).linked <= ALL_LINKED) {
        Evidence.into(row, new Evidence.Place(page, i));
        points[i] = POINTS.of(row);
        most = Math.max(most, points[i]);
      }
    }
    List<Block> enough = from(page, points, POINTS.enough());
    return words(enough) < LITTLE
        ? from(page, points, Math.min(POINTS.enough(), most - NEARLY))
        : enough;
  }

  private static List<Block> from(Page page, double[] points, double least) {
    List<Block> chosen = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      if (points[i] > Math.max(least, -Double.MAX_VALUE)) {
        chosen.add(page.blocks.get(i));
      }
    }
    return chosen;
  }

  /**
   * What an element for the article holds where that is most of the text, else what stands in
   * paragraphs where that is most, else all; no furniture and nothing that is mostly links.
   */
  private static List<Block> plain(List<Block> blocks) {
    List<Block> own =
        blocks.stream().filter(b -> (b.box.around & FURNITURE) == 0 && b.linked < 0.8).toList();
    List<Block> free = most(own, b -> !b.box.isWithin(Around.FORM));
    List<Block> home =
        HOMES.stream()
            .map(element -> free.stream().filter(b -> b.box.isWithin(element)).toList())
            .filter(held -> !held.isEmpty() && 2 * words(held) >= words(free))
            .findFirst()
            .orElse(free);
    return most(home, b -> Page.holder(b.box) != b.box);
  }

  private static List<Block> most(List<Block> blocks, Predicate<Block> wanted) {
    List<Block> some = blocks.stream().filter(wanted).toList();
    return 2 * words(some) >= words(blocks) ? some : blocks;
  }

  private static int words(List<Block> blocks) {
    return blocks.stream().mapToInt(block -> block.words).sum();
  }

  private static List<String> texts(List<Block> blocks) {
    Stream<Block> all = blocks.stream();
    return all.map(block -> block.text).toList();
  }
}
