package rashomon.extract.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rashomon.model.DateRange;

/**
 * The days that words mean on the day a report was published; null where that day is needed and not
 * known.
 */
record Days(@Nullable LocalDate published) {

  /** The most recent such day, the day of publication included, or the next one after it. */
  @Nullable DateRange weekday(DayOfWeek day, boolean ahead) {
    return published == null
        ? null
        : one(
            published.with(
                ahead ? TemporalAdjusters.next(day) : TemporalAdjusters.previousOrSame(day)));
  }

  /** A day of the calendar; without its year, the nearest such day that is not too far ahead. */
  @Nullable DateRange day(@Nullable Integer year, Month month, int day, boolean ahead) {
    if (year != null) {
      return one(date(year, month, day));
    }
    return published == null
        ? null
        : one(
            around(published).stream()
                .map(candidate -> date(candidate, month, day))
                .filter(candidate -> candidate != null && isNear(candidate, ahead))
                .min(Comparator.comparingLong(this::distance))
                .orElse(null));
  }

  /**
   * A month of the calendar; without its year, the nearest such month that is not too far ahead.
   */
  @Nullable DateRange month(@Nullable Integer year, Month month, boolean ahead) {
    if (year != null) {
      return month(YearMonth.of(year, month));
    }
    return published == null
        ? null
        : around(published).stream()
            .map(candidate -> YearMonth.of(candidate, month))
            .filter(candidate -> isNear(candidate.atDay(15), ahead))
            .min(Comparator.comparingLong(candidate -> distance(candidate.atDay(15))))
            .map(Days::month)
            .orElse(null);
  }

  static DateRange years(int first, int count) {
    return new DateRange(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31));
  }

  /** The day that lies so many days after the day of publication. */
  @Nullable DateRange after(int days) {
    return published == null ? null : one(published.plusDays(days));
  }

  /**
   * The week, month or year that lies so many after the one of publication; a week begins on
   * Monday.
   */
  @Nullable DateRange period(String unit, int after) {
    if (published == null) {
      return null;
    }
    return switch (unit) {
      case "week" -> {
        LocalDate monday =
            published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(after);
        yield new DateRange(monday, monday.plusDays(6));
      }
      case "weekend" -> {
        LocalDate monday =
            published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(after);
        yield new DateRange(monday.plusDays(5), monday.plusDays(6));
      }
      case "month" -> month(YearMonth.from(published).plusMonths(after));
      case "year" -> years(published.getYear() + after, 1);
      default -> throw new IllegalArgumentException(unit);
    };
  }

  /** The early, middle or late part of a month, a third each; other ranges whole. */
  static @Nullable DateRange part(@Nullable DateRange whole, String part) {
    if (whole == null
        || !YearMonth.from(whole.from()).equals(YearMonth.from(whole.to()))
        || isOne(whole)) {
      return whole;
    }
    LocalDate first = whole.from();
    return switch (part) {
      case "early" -> new DateRange(first, first.withDayOfMonth(10));
      case "mid" -> new DateRange(first.withDayOfMonth(11), first.withDayOfMonth(20));
      default -> new DateRange(first.withDayOfMonth(21), whole.to());
    };
  }

  private static boolean isOne(DateRange range) {
    return range.from().equals(range.to());
  }

  /** Whether a day lies half a year ahead at most; where no word looks ahead, a quarter. */
  private boolean isNear(LocalDate day, boolean ahead) {
    return published == null || ChronoUnit.DAYS.between(published, day) <= (ahead ? 184 : 92);
  }

  private static List<Integer> around(LocalDate day) {
    return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1).boxed().toList();
  }

  private long distance(LocalDate day) {
    return published == null ? 0 : Math.abs(ChronoUnit.DAYS.between(published, day));
  }

  private static DateRange month(YearMonth month) {
    return new DateRange(month.atDay(1), month.atEndOfMonth());
  }

  private static @Nullable DateRange one(@Nullable LocalDate day) {
    return day == null ? null : new DateRange(day, day);
  }

  private static @Nullable LocalDate date(int year, Month month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
