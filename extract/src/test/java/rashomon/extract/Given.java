package rashomon.extract;

import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Stamp;

/** Reports with nothing but a text, read by an extractor that all tests share. */
public final class Given {

  private static final Extractor EXTRACTOR = Extractor.load();

  private Given() {}

  public static Reading read(String text) {
    return EXTRACTOR.read(report(text));
  }

  static Report report(String text) {
    Stamp published = Stamp.parse("2031-03-04T12:00:00Z").orElseThrow();
    return new Report("report.txt", null, null, "", published, null, null, "en", text);
  }
}
