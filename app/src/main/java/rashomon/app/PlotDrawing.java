package rashomon.app;

import static rashomon.app.Html.link;
import static rashomon.app.Html.tag;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import rashomon.app.FigurePlot.Dot;
import rashomon.app.FigurePlot.Row;
import rashomon.model.Evidence;
import rashomon.model.Figure;

/**
 * Draws a plot, one drawing for each row, all on the same scales. Lengths are in pixels at full
 * size. A number stands where it covers no other number and no dot; a row grows until it does.
 */
final class PlotDrawing {

  private static final int WIDTH = 420;
  private static final int SIDE = 14;
  private static final int VALUES = 44;
  private static final int LETTER = 8;
  private static final int LINE = 16;
  private static final int RADIUS = 5;
  private static final int OPEN_END = 16;
  private static final int EDGE = 4;
  private static final DateTimeFormatter TICK =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final List<Instant> times;
  private final boolean someUntimed;
  private final double least;
  private final double most;

  PlotDrawing(FigurePlot plot) {
    List<Dot> dots = plot.rows().stream().flatMap(row -> row.dots().stream()).toList();
    this.times =
        dots.stream()
            .flatMap(dot -> Optional.ofNullable(dot.time()).stream())
            .distinct()
            .sorted()
            .toList();
    this.someUntimed = dots.stream().anyMatch(dot -> dot.time() == null);
    this.least = dots.stream().mapToDouble(dot -> low(dot.figure())).min().orElse(0);
    this.most = dots.stream().mapToDouble(dot -> high(dot.figure())).max().orElse(0);
  }

  private static double low(Figure figure) {
    return Objects.requireNonNullElse(figure.low(), Objects.requireNonNullElse(figure.high(), 0.0));
  }

  private static double high(Figure figure) {
    return Objects.requireNonNullElse(figure.high(), low(figure));
  }

  /** A rectangle that is taken. */
  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  Element row(Row row) {
    List<Box> taken = new ArrayList<>();
    row.dots().forEach(dot -> taken.add(around(dot)));
    List<Element> labels = row.dots().stream().map(dot -> label(dot, taken)).toList();
    double top = taken.stream().mapToDouble(Box::top).min().orElse(0) - EDGE;
    double bottom = taken.stream().mapToDouble(Box::bottom).max().orElse(VALUES) + EDGE;
    Element svg = svg(top, bottom - top).attr("role", "group").attr("aria-label", row.source());
    svg.appendChild(
        line(0, 0, WIDTH, 0).attr("y1", bottom + "").attr("y2", bottom + "").attr("class", "base"));
    svg.appendChildren(joins(row));
    for (int i = 0; i < row.dots().size(); i++) {
      svg.appendChild(drawn(row.dots().get(i), labels.get(i)));
    }
    return svg;
  }

  /** The times at the ends, and a tick for each in between. */
  Element axis() {
    Element svg = svg(0, LINE + 10).attr("aria-hidden", "true");
    for (Instant time : times) {
      svg.appendChild(line(x(time), 0, x(time), 5));
    }
    if (!times.isEmpty()) {
      boolean one = times.size() == 1;
      svg.appendChild(
          text(
              x(times.getFirst()),
              LINE + 6,
              one ? "middle" : "start",
              TICK.format(times.getFirst())));
      if (!one) {
        svg.appendChild(
            text(WIDTH - SIDE - untimed(), LINE + 6, "end", TICK.format(times.getLast()) + " UTC"));
      }
    }
    if (someUntimed) {
      svg.appendChild(text(WIDTH - 2, LINE + 6, "end", "no time"));
    }
    return svg;
  }

  private int untimed() {
    return someUntimed ? 8 * LETTER : 0;
  }

  private double x(@Nullable Instant time) {
    if (time == null) {
      return WIDTH - SIDE;
    }
    int right = WIDTH - SIDE - untimed();
    if (times.size() == 1) {
      return (SIDE + right) / 2.0;
    }
    double from = times.getFirst().getEpochSecond();
    double to = times.getLast().getEpochSecond();
    return to == from ? SIDE : SIDE + (time.getEpochSecond() - from) / (to - from) * (right - SIDE);
  }

  private double y(double value) {
    return most == least ? VALUES / 2.0 : VALUES * (most - value) / (most - least);
  }

  private Box around(Dot dot) {
    Figure figure = dot.figure();
    double top = y(high(figure)) - (figure.high() == null ? OPEN_END : RADIUS);
    double bottom = y(low(figure)) + (figure.low() == null ? OPEN_END : RADIUS);
    double x = x(dot.time());
    return new Box(x - RADIUS, top, x + RADIUS, bottom);
  }

  /** The number, to the right of its dot, to the left, or the nearest free place above or below. */
  private Element label(Dot dot, List<Box> taken) {
    String number = Wording.value(dot.figure());
    double width = number.length() * LETTER;
    double x = x(dot.time());
    double y = y(dot.value());
    for (int away = 0; ; away++) {
      for (int up : away == 0 ? new int[] {0} : new int[] {-away, away}) {
        for (double left : new double[] {x + RADIUS + 4, x - RADIUS - 4 - width}) {
          double middle = y + up * LINE / 2.0;
          Box box = new Box(left, middle - LINE / 2.0, left + width, middle + LINE / 2.0);
          if (left >= 0 && left + width <= WIDTH && taken.stream().noneMatch(box::meets)) {
            taken.add(box);
            boolean right = left > x;
            return text(
                right ? left : left + width, middle + LINE / 3.0, right ? "start" : "end", number);
          }
        }
      }
      if (away > VALUES) {
        return text(WIDTH, y, "end", number);
      }
    }
  }

  private Element drawn(Dot dot, Element label) {
    Figure figure = dot.figure();
    double x = x(dot.time());
    double low = y(low(figure));
    double high = y(high(figure));
    Element link =
        in(dot, link(Anchors.figure(figure.id())))
            .attr("class", figure.exact() ? "dot" : "dot vague");
    if (low != high) {
      link.appendChild(line(x, low, x, high).attr("class", "range"));
    }
    if (figure.high() == null) {
      link.appendChild(arrow(x, high, -1));
    }
    if (figure.low() == null) {
      link.appendChild(arrow(x, low, 1));
    }
    link.appendChild(
        tag("circle").attr("cx", at(x)).attr("cy", at(y(dot.value()))).attr("r", RADIUS + ""));
    return link.appendChild(label);
  }

  /** An open end; it points where more, or less, may be. */
  private static Element arrow(double x, double y, int down) {
    double tip = y + down * OPEN_END;
    double wing = tip - down * 5;
    String path =
        "M" + at(x) + " " + at(y) + "V" + at(tip) + "M" + at(x - 4) + " " + at(wing) + "L" + at(x)
            + " " + at(tip) + "L" + at(x + 4) + " " + at(wing);
    return tag("path").attr("d", path).attr("class", "range");
  }

  private List<Element> joins(Row row) {
    List<Element> lines = new ArrayList<>();
    for (int i = 1; i < row.dots().size(); i++) {
      Dot before = row.dots().get(i - 1);
      Dot after = row.dots().get(i);
      if (before.time() != null && after.time() != null && after.time().isAfter(before.time())) {
        lines.add(
            line(x(before.time()), y(before.value()), x(after.time()), y(after.value()))
                .attr("class", "join")
                .attr("data-in", in(after)));
      }
    }
    return lines;
  }

  private static String in(Dot dot) {
    return HtmlWords.in(dot.places().stream().map(Evidence::report).toList());
  }

  /** A link goes with the report it leads to, unless it says otherwise. */
  private static Element in(Dot dot, Element link) {
    return dot.places().size() == 1 ? link : link.attr("data-in", in(dot));
  }

  private static Element svg(double top, double height) {
    return tag("svg").attr("viewBox", "0 " + at(top) + " " + WIDTH + " " + at(height));
  }

  private static Element line(double x1, double y1, double x2, double y2) {
    return tag("line").attr("x1", at(x1)).attr("y1", at(y1)).attr("x2", at(x2)).attr("y2", at(y2));
  }

  private static Element text(double x, double y, String anchor, String words) {
    Element text = tag("text", words).attr("x", at(x)).attr("y", at(y));
    return anchor.equals("start") ? text : text.attr("text-anchor", anchor);
  }

  private static String at(double pixels) {
    return pixels == Math.rint(pixels)
        ? Long.toString((long) pixels)
        : String.format(Locale.ROOT, "%.1f", pixels);
  }
}
