/**
 * From feeds, lists, archives, folders and the web to captures: bytes with their place, time and
 * hash. What the bytes say is not read here.
 */
@NullMarked
package rashomon.capture;

import org.jspecify.annotations.NullMarked;
