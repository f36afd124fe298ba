package rashomon.ingest;

import java.util.function.Consumer;
import rashomon.model.Rejection;

/**
 * One report within some bytes, or why it is none. The suffix tells it from the others of its file:
 * its id, else its place, from 1; it is empty where there are no others.
 */
interface Entry {

  String suffix();

  /** What is wrong and can be done without is told to {@code bad}. */
  Article article(String file, Consumer<Rejection> bad) throws Unusable;
}
