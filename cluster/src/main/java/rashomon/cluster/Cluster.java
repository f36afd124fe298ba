package rashomon.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story in the window. Its id and its number are those of its first report. */
final class Cluster {

  private static final int DIGITS = 10;

  final String id;
  final int number;

  /** In the order they were placed. */
  private List<Placed> members = new ArrayList<>();

  /** An older story of the same storyline. */
  @Nullable Cluster follows;

  final List<Cluster> followers = new ArrayList<>();

  Cluster(Placed first) {
    this.id = id(first.report);
    this.number = first.number;
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

  void add(Placed newest) {
    members.add(newest);
    newest.cluster = this;
  }

  /** When the newest report was seen, in seconds. */
  long seen() {
    return members.getLast().seen;
  }

  /** The first story of the storyline. */
  Cluster root() {
    Cluster root = this;
    while (root.follows != null) {
      root = root.follows;
    }
    return root;
  }

  void follow(Cluster older) {
    follows = older;
    older.followers.add(this);
  }

  /** Leaves its place in the storyline to the story that it is now part of, an older one. */
  void yieldTo(Cluster into) {
    Cluster before = follows;
    if (before != null) {
      before.followers.remove(this);
      follows = null;
      if (into.follows == null && before.number < into.number) {
        into.follow(before);
      }
    }
    for (Cluster follower : followers) {
      follower.follows = into;
      into.followers.add(follower);
    }
    followers.clear();
  }
}
