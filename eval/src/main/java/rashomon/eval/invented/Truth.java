package rashomon.eval.invented;

import java.util.List;
import rashomon.model.Facet;
import rashomon.model.Relation;

/**
 * What is known of an invented story since it was made so. Reports go by their ids; offsets are
 * those of a report's text once it is read: title, a blank line, paragraphs.
 *
 * @param origins reports of one origin, in order of time
 * @param copies paragraphs that a report of its own has from another
 * @param quotations what was said once, and how it is printed
 * @param questions what the reports answer, and how the answers are related
 */
public record Truth(
    List<List<String>> origins,
    List<Copied> copies,
    List<Quotation> quotations,
    List<Question> questions) {

  public Truth {
    origins = List.copyOf(origins);
    copies = List.copyOf(copies);
    quotations = List.copyOf(quotations);
    questions = List.copyOf(questions);
  }

  /** Words of a report; half-open, UTF-16 code units. */
  public record Place(String report, int start, int end, String text) {}

  /** A paragraph of a report, and the report it is from. */
  public record Copied(Place place, String from) {}

  /** What somebody said, in full, and the versions of it that are printed. */
  public record Quotation(String speaker, String whole, List<Printed> versions) {

    public Quotation {
      versions = List.copyOf(versions);
    }
  }

  /** {@code version}: whole, shortened, reworded, or condition where one is dropped. */
  public record Printed(String version, Place place) {}

  /** {@code answers} are known by their names. */
  public record Question(
      String name, Facet facet, List<Answered> answers, List<Related> relations) {

    public Question {
      answers = List.copyOf(answers);
      relations = List.copyOf(relations);
    }
  }

  /** One answer, and every place where it stands. */
  public record Answered(String name, List<Place> places) {

    public Answered {
      places = List.copyOf(places);
    }
  }

  /** How two answers stand to each other. */
  public record Related(String one, String other, Relation relation) {}
}
