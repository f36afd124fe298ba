package rashomon.capture.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a watch is, since it began.
 *
 * @param waiting visits that are to come
 * @param running visits that take place now
 * @param found pages that lists led to and nobody knew
 * @param captured pages that were kept, new ones and those visited again
 * @param unchanged visits that met what had been there before
 * @param refused visits that came to nothing
 * @param next when the next visit is due where none takes place now; absent where none is to come
 */
public record Progress(
    int waiting,
    int running,
    long found,
    long captured,
    long unchanged,
    long refused,
    @Nullable Instant next) {}
