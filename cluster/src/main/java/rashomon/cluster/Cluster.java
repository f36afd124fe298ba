package rashomon.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import rashomon.cluster.Event.Continues;

/** A story in the window. Its id and its number are those of its first report. */
final class Cluster {

  private static final int DIGITS = 10;

  final String id;
  final int number;

  /** In the order they were placed. */
  private List<Placed> members = new ArrayList<>();

  Storyline storyline;

  Cluster(Placed first) {
    this.id = id(first.report);
    this.number = first.number;
    this.storyline = new Storyline(id);
    storyline.add(this);
  }

  static String id(String report) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(report.getBytes(UTF_8));
      return "s" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  List<Placed> members() {
    return members;
  }

  /** Takes the place of all members. */
  void hold(Collection<Placed> reports) {
    members = new ArrayList<>(reports);
    members.sort(Comparator.comparingInt(member -> member.number));
    members.forEach(member -> member.cluster = this);
  }

  /** When the newest report was seen, in seconds. */
  long seen() {
    return members.getLast().seen;
  }

  /** Whether it continues no other. */
  boolean beginsStoryline() {
    return storyline.id.equals(id);
  }

  /** Says which storyline it is of now. */
  Continues continues() {
    return new Continues(id, storyline.id);
  }

  /** Joins the storyline of another, with all that continue it; those that changed theirs. */
  List<Cluster> follow(Cluster other) {
    return other.storyline.absorb(storyline);
  }

  /** Leaves its place to the story that it is now part of; those that changed their storyline. */
  List<Cluster> yieldTo(Cluster into) {
    Storyline before = storyline;
    before.remove(this);
    if (beginsStoryline()) {
      Storyline after = into.storyline == before ? new Storyline(into.id) : into.storyline;
      return after.absorb(before);
    }
    return into.storyline.isOf(into) ? before.absorb(into.storyline) : List.of();
  }
}
