package rashomon.app;

import java.util.concurrent.Callable;

/**
 * A command that another module brings to the program: a class with picocli's {@code @Command} and
 * a constructor without arguments, named in {@code META-INF/services/rashomon.app.Subcommand}. What
 * it returns is the exit code.
 */
public interface Subcommand extends Callable<Integer> {}
