package rashomon.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Tagger;
import rashomon.model.DateRange;
import rashomon.model.Stamp;
import rashomon.model.TimeExpression;

class TimesTest {

  private static final Tagger TAGGER = Tagger.load(Lexicon.load());

  /** A Wednesday. */
  private static final Stamp PUBLISHED = Stamp.parse("2024-05-08").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      The ferry sank on Tuesday.                         | Tuesday            | 2024-05-07 | 2024-05-07
      The ferry sank on Wednesday.                       | Wednesday          | 2024-05-08 | 2024-05-08
      The ferry sank on Thursday.                        | Thursday           | 2024-05-02 | 2024-05-02
      The ferry will sail on Thursday.                   | Thursday           | 2024-05-09 | 2024-05-09
      The ferry is expected to sail on Wednesday.        | Wednesday          | 2024-05-15 | 2024-05-15
      The ferry would sail, he said on Tuesday.          | Tuesday            | 2024-05-07 | 2024-05-07
      The ferry stood next to a crane on Friday.         | Friday             | 2024-05-03 | 2024-05-03
      The ferry sank late Tuesday.                       | late Tuesday       | 2024-05-07 | 2024-05-07
      The ferry sank early on, last Monday.              | last Monday        | 2024-05-06 | 2024-05-06
      The ferry sank on Tuesday evening.                 | Tuesday evening    | 2024-05-07 | 2024-05-07
      The ferry sank on Tuesday, May 7, 2024, in a storm. | Tuesday, May 7, 2024 | 2024-05-07 | 2024-05-07
      The ferry sank yesterday.                          | yesterday          | 2024-05-07 | 2024-05-07
      The ferry sank today in a storm.                   | today              | 2024-05-08 | 2024-05-08
      The harbour opens again tonight.                   | tonight            | 2024-05-08 | 2024-05-08
      The ferry sank last night.                         | last night         | 2024-05-07 | 2024-05-07
      The ferry sank this week.                          | this week          | 2024-05-06 | 2024-05-12
      The ferry sank last week.                          | last week          | 2024-04-29 | 2024-05-05
      The ferry sank on Oct. 7 in a storm.               | Oct. 7             | 2023-10-07 | 2023-10-07
      The ferry will sail on Oct. 7 with a new crew.      | Oct. 7             | 2024-10-07 | 2024-10-07
      The ferry sank on October 7 in a storm.            | October 7          | 2023-10-07 | 2023-10-07
      The ferry sank on 7 October in a storm.            | 7 October          | 2023-10-07 | 2023-10-07
      The race is set for August 3 in the bay.           | August 3           | 2024-08-03 | 2024-08-03
      The ferry sank on May 7 2021 in a storm.           | May 7 2021         | 2021-05-07 | 2021-05-07
      The ferry sank on May 7, 2021, in a storm.         | May 7, 2021        | 2021-05-07 | 2021-05-07
      The ferry sank on 2021-05-07 in a storm.           | 2021-05-07         | 2021-05-07 | 2021-05-07
      The ferry was built in April 2014 in the north.    | April 2014         | 2014-04-01 | 2014-04-30
      The ferry was built in 2014.                       | 2014               | 2014-01-01 | 2014-12-31
      The ferry was built in the 1950s.                  | 1950s              | 1950-01-01 | 1959-12-31
      The ferry sank in early July.                      | early July         | 2024-07-01 | 2024-07-10
      """)
  void wordsForDaysMeanDaysOnTheDayOfPublication(
      String sentence, String words, String from, String to) {
    TimeExpression time = only(sentence, PUBLISHED);
    assertThat(time.span().of(sentence)).isEqualTo(words);
    assertThat(time.days())
        .isNotNull()
        .extracting(DateRange::toString)
        .isEqualTo("DateRange[from=" + from + ", to=" + to + "]");
    assertThat(time.clock()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      The alarm rang at 12:20 p.m. in the tower.  | 12:20 p.m. | 740
      The alarm rang at 6.04am in the tower.      | 6.04am     | 364
      The alarm rang at 5:30 a.m. in the tower.   | 5:30 a.m.  | 330
      The alarm rang at 11.30am in the tower.     | 11.30am    | 690
      The alarm rang at 12.05am in the tower.     | 12.05am    | 5
      The alarm rang at 6pm in the tower.         | 6pm        | 1080
      The alarm rang at 0600 GMT in the tower.    | 0600 GMT   | 360
      The alarm rang at 18:45 in the tower.       | 18:45      | 1125
      The alarm rang just after noon.             | noon       | 720
      The alarm rang at midday.                   | midday     | 720
      The alarm rang at midnight.                 | midnight   | 0
      """)
  void aTimeOfDayIsAMinute(String sentence, String words, int minute) {
    TimeExpression time = only(sentence, PUBLISHED);
    assertThat(time.span().of(sentence)).isEqualTo(words);
    assertThat(time.clock()).isEqualTo(minute);
    assertThat(time.days()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Sunday Times reported the loss.",
        "The boats may return and the guards march in step.",
        "Prices rose on Black Friday.",
        "The captain, 47, lost 2014 coins and 6.04 kg of silver.",
        "It was the last week of the season.",
        "Officials blamed May for the loss."
      })
  void whatOnlyLooksLikeATimeIsNone(String sentence) {
    assertThat(find(sentence, PUBLISHED)).isEmpty();
  }

  @Test
  void withoutADayOfPublicationOnlyFullDatesAreKnown() {
    List<TimeExpression> times =
        find("The ferry sank on Tuesday, after a storm on May 7 and a fire on May 9, 2021.", null);
    assertThat(times)
        .extracting(TimeExpression::days)
        .containsExactly(
            null,
            null,
            new DateRange(java.time.LocalDate.of(2021, 5, 9), java.time.LocalDate.of(2021, 5, 9)));
  }

  @Test
  void idsCountFromOneInOrder() {
    assertThat(find("At 6.04am on Tuesday the bell rang.", PUBLISHED))
        .extracting(time -> time.id().number())
        .containsExactly(1, 2);
  }

  @Test
  void aDayThatDoesNotExistMeansNoDay() {
    assertThat(only("The ferry sank on February 30, 2021, in a storm.", PUBLISHED).days()).isNull();
  }

  private static TimeExpression only(String sentence, @Nullable Stamp published) {
    List<TimeExpression> found = find(sentence, published);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<TimeExpression> find(String sentence, @Nullable Stamp published) {
    return Times.find(TAGGER.tag(sentence), published);
  }
}
