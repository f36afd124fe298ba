package rashomon.app;

import static rashomon.app.Html.of;
import static rashomon.app.Html.tag;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import rashomon.model.Comparison;
import rashomon.model.Holder;
import rashomon.model.Matrices;
import rashomon.model.Party;
import rashomon.model.Point;
import rashomon.model.Report;

/**
 * Filters, the as-of slider, the find box and the list of keys; without a script they are not
 * shown.
 */
final class HtmlControls {

  private static final Map<String, String> KEYS = keys();

  private HtmlControls() {}

  static Element controls(Comparison comparison, Wording wording) {
    Map<String, String> facets = new LinkedHashMap<>();
    Map<String, String> relations = new LinkedHashMap<>();
    for (Point point : comparison.points()) {
      facets.put(Wording.lower(point.facet()), Wording.lower(point.facet()));
      relations.put(Wording.lower(point.relation()), Wording.lower(point.relation()));
    }
    Map<String, String> parties = new LinkedHashMap<>();
    for (Party party : comparison.story().parties()) {
      if (comparison.points().stream()
          .flatMap(point -> point.answers().stream())
          .anyMatch(answer -> answer.holders().contains(new Holder.ByParty(party.id())))) {
        parties.put(party.id().toString(), wording.party(party.id()));
      }
    }
    Map<String, String> outlets = new LinkedHashMap<>();
    comparison
        .story()
        .reports()
        .forEach(report -> outlets.put(Matrices.outlet(report), Matrices.outlet(report)));
    Element form =
        tag(
                "form",
                choice("facet", "Kind", facets),
                choice("relation", "Relation", relations),
                choice("party", "Party", parties),
                choice("outlet", "Outlet", outlets),
                slider(comparison.story().reports()),
                tag(
                    "label",
                    "Find",
                    tag("input")
                        .attr("type", "search")
                        .attr("name", "find")
                        .attr("autocomplete", "off")),
                of("span", "found").attr("role", "status"),
                tag("button", "Clear").attr("type", "reset"),
                tag("button", "Keys").attr("type", "button").attr("id", "show-keys"))
            .attr("role", "search")
            .attr("aria-label", "Filter, as of, find");
    return tag(
            "details",
            tag("summary", "Filter, as of, find"),
            form,
            of("p", "state").attr("role", "status"))
        .attr("id", "controls")
        .attr("hidden", true);
  }

  private static Element choice(String name, String label, Map<String, String> values) {
    Element select = tag("select", tag("option", "all").attr("value", "")).attr("name", name);
    values.forEach(
        (value, shown) ->
            select.appendChild(tag("option", Page.cut(shown, 60)).attr("value", value)));
    return tag("label", label, select);
  }

  /** One step for each moment at which a report came to be known, and one for all of them. */
  private static Object slider(List<Report> reports) {
    Map<Instant, String> moments = new TreeMap<>();
    for (Report report : reports) {
      AsOf.since(report)
          .ifPresent(
              known ->
                  moments.putIfAbsent(
                      known,
                      report.published() == null
                          ? known.toString()
                          : HtmlWords.said(report.published())));
    }
    if (moments.size() < 2) {
      return List.of();
    }
    return of(
        "label",
        "as-of",
        tag("span", "As of ", tag("output").attr("id", "moment")),
        tag("input")
            .attr("type", "range")
            .attr("name", "asof")
            .attr("min", "0")
            .attr("max", moments.size() + "")
            .attr("value", moments.size() + "")
            .attr(
                "data-moments",
                String.join("|", moments.keySet().stream().map(Instant::toString).toList()))
            .attr("data-labels", String.join("|", moments.values())));
  }

  static Element keys(String id) {
    Element list = tag("dl");
    KEYS.forEach(
        (key, act) -> list.appendChild(tag("div", tag("dt", tag("kbd", key)), tag("dd", act))));
    return tag(
            "dialog",
            tag("h2", "Keys").attr("id", id + "-heading"),
            list,
            tag(
                "label",
                tag("input").attr("type", "checkbox").attr("id", "use-keys").attr("checked", true),
                " use these keys"),
            tag("form", tag("button", "Close")).attr("method", "dialog"))
        .attr("id", id)
        .attr("aria-labelledby", id + "-heading");
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("j  k", "next and previous point");
    keys.put("Enter", "from a point to its words, from words to the point");
    keys.put("Backspace", "back");
    keys.put("f", "filter");
    keys.put("/", "find; Enter goes to the next place");
    keys.put("[  ]", "as of earlier and later");
    keys.put("?", "all keys");
    return keys;
  }
}
