package rashomon.extract.encoder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of one word: outside of everything, or in a part of a statement, which it
 * begins, goes on with, or resumes after a gap. The order is the model's order of scores.
 */
public enum Label {
  OUTSIDE(null, null),
  BEGIN_SOURCE(Role.SOURCE, Step.BEGIN),
  IN_SOURCE(Role.SOURCE, Step.IN),
  RESUME_SOURCE(Role.SOURCE, Step.RESUME),
  BEGIN_CUE(Role.CUE, Step.BEGIN),
  IN_CUE(Role.CUE, Step.IN),
  RESUME_CUE(Role.CUE, Step.RESUME),
  BEGIN_CONTENT(Role.CONTENT, Step.BEGIN),
  IN_CONTENT(Role.CONTENT, Step.IN),
  RESUME_CONTENT(Role.CONTENT, Step.RESUME);

  /** How a word stands in its part. */
  public enum Step {
    BEGIN,
    IN,
    RESUME
  }

  /** In the model's order. */
  static final List<Label> ALL = List.of(values());

  static final int COUNT = ALL.size();

  private final @Nullable Role role;
  private final @Nullable Step step;

  Label(@Nullable Role role, @Nullable Step step) {
    this.role = role;
    this.step = step;
  }

  public static Label of(Role role, Step step) {
    return ALL.stream()
        .filter(label -> label.role == role && label.step == step)
        .findFirst()
        .orElseThrow();
  }

  static Label at(int index) {
    return ALL.get(index);
  }

  /** The part a word belongs to; empty outside. */
  Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  boolean is(Step wanted) {
    return step == wanted;
  }
}
