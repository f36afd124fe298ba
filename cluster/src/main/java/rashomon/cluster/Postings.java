package rashomon.cluster;

import java.util.Arrays;

/** The reports that have a term, by number, in rising order. */
final class Postings {

  private int[] numbers = new int[2];
  private int size;
  private int gone;

  /** One with a larger number than those before. */
  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** Its place is kept until half of the places are of such. Does nothing where it is not there. */
  void remove(int number) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      if (number(middle) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (isEmpty() || numbers[low] != number) {
      return;
    }
    numbers[low] = ~number;
    if (2 * ++gone > size) {
      numbers = Arrays.stream(numbers, 0, size).filter(one -> one >= 0).toArray();
      size = numbers.length;
      numbers = Arrays.copyOf(numbers, Math.max(2, size));
      gone = 0;
    }
  }

  private int number(int place) {
    return numbers[place] < 0 ? ~numbers[place] : numbers[place];
  }

  boolean isEmpty() {
    return size == gone;
  }

  /** Adds this value for each of the newest, at most so many. */
  void addTo(Sums sums, double value, int most) {
    int added = 0;
    for (int place = size - 1; place >= 0 && added < most; place--) {
      if (numbers[place] >= 0) {
        sums.add(numbers[place], value);
        added++;
      }
    }
  }
}
