package rashomon.eval.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rashomon.model.Report;

/** Invented reports of any length: paragraphs of news prose, each of its own numbers and names. */
public final class Reports {

  private static final List<String> NAMES =
      List.of("Marek Dolan", "Ilse Vant", "Teodora Quill", "Osric Bey", "Hana Lorne");
  private static final List<String> BODIES =
      List.of(
          "the harbour authority",
          "the interior ministry of Veldania",
          "the Coast Workers' Union",
          "the rescue service");

  private Reports() {}

  /** One report of about 130 words to the paragraph. */
  public static Report of(int paragraphs) {
    String text =
        IntStream.range(0, paragraphs)
            .mapToObj(Reports::paragraph)
            .collect(Collectors.joining("\n\n"));
    return new Report(paragraphs + ".txt", null, null, "", null, null, null, "en", text);
  }

  private static String paragraph(int i) {
    String name = NAMES.get(i % NAMES.size());
    String surname = name.substring(name.indexOf(' ') + 1);
    String body = BODIES.get(i % BODIES.size());
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "At least "
            + (10 + i % 70)
            + " people were injured when a ferry struck the pier on Tuesday, "
            + body
            + " said.");
    sentences.add(
        "“We heard a grinding noise and then everybody ran,” said "
            + name
            + ", who works at the port.");
    sentences.add("“There was no warning,” " + surname + " added. “Nobody told us to leave.”");
    sentences.add(
        "A spokeswoman for the owner denied that the crew had been on duty for more than "
            + (8 + i % 9)
            + " hours.");
    sentences.add(
        "The aim of the inquiry is to establish why the engine failed, according to " + body + ".");
    sentences.add(
        "Officials told reporters that the crossing would stay closed until divers had searched the hull.");
    sentences.add(
        surname
            + " said that he believed between "
            + (20 + i % 30)
            + " and "
            + (60 + i % 30)
            + " passengers were still waiting for news of their relatives late on Wednesday.");
    return String.join(" ", sentences);
  }
}
