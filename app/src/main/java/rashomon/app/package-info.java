/** The program: command line, output formats, demo. Decides nothing about what a report says. */
@NullMarked
package rashomon.app;

import org.jspecify.annotations.NullMarked;
