package rashomon.cluster;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stories of the window that continue one another. Its id is that of the first of them. */
final class Storyline {

  final String id;
  private final Set<Cluster> stories = new HashSet<>();

  Storyline(String id) {
    this.id = id;
  }

  void add(Cluster story) {
    story.storyline.stories.remove(story);
    story.storyline = this;
    stories.add(story);
  }

  void remove(Cluster story) {
    stories.remove(story);
  }

  /** Whether no other story of the window is in it. */
  boolean isOf(Cluster story) {
    return stories.equals(Set.of(story));
  }

  /** Those that were in the other, and are in this now. */
  List<Cluster> absorb(Storyline other) {
    List<Cluster> moved = other == this ? List.of() : List.copyOf(other.stories);
    moved.forEach(this::add);
    return moved.stream().sorted(Comparator.comparingInt(story -> story.number)).toList();
  }
}
