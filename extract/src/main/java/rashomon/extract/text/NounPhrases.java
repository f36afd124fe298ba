package rashomon.extract.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rashomon.model.Tag;

/** The base noun phrases of a text, found by tags in one pass, and looked up by token. */
public final class NounPhrases {

  private static final Set<String> PRONOUNS =
      Set.of(
          "he",
          "she",
          "they",
          "it",
          "i",
          "we",
          "you",
          "who",
          "those",
          "these",
          "this",
          "that",
          "him",
          "her",
          "them",
          "us",
          "me",
          "some",
          "many",
          "others",
          "one",
          "another",
          "both",
          "most",
          "neither",
          "none",
          "everyone",
          "everybody",
          "nobody",
          "somebody",
          "someone",
          "anyone");

  private final TaggedText text;
  private final List<NounPhrase> phrases = new ArrayList<>();
  private final int[] at;

  private NounPhrases(TaggedText text) {
    this.text = text;
    this.at = new int[text.size()];
    Arrays.fill(at, -1);
  }

  public static NounPhrases of(TaggedText text) {
    NounPhrases found = new NounPhrases(text);
    for (Sentence sentence : text.sentences()) {
      int i = sentence.first();
      while (i < sentence.last()) {
        int end = found.endOfPhrase(i, sentence.last());
        if (end > i) {
          found.add(i, end);
        }
        i = Math.max(end, i + 1);
      }
    }
    return found;
  }

  public List<NounPhrase> all() {
    return List.copyOf(phrases);
  }

  /** The phrase that token {@code index} belongs to. */
  public Optional<NounPhrase> at(int index) {
    return index < 0 || index >= at.length || at[index] < 0
        ? Optional.empty()
        : Optional.of(phrases.get(at[index]));
  }

  private void add(int first, int last) {
    int head = last - 1;
    while (head > first
        && (text.is(head, Tag.PART) || text.is(head, Tag.NUM) && nominal(head - 1))) {
      head--;
    }
    phrases.add(new NounPhrase(first, last, head));
    Arrays.fill(at, first, last, phrases.size() - 1);
  }

  private boolean nominal(int i) {
    return text.is(i, Tag.NOUN) || text.is(i, Tag.PROPN);
  }

  private int endOfPhrase(int start, int limit) {
    int end = start;
    boolean headed = false;
    int good = start;
    while (end < limit && good - start < 40) {
      Tag tag = text.tag(end);
      boolean pronoun = tag == Tag.PRON && PRONOUNS.contains(text.lower(end)) && !possessive(end);
      if (pronoun) {
        return end == start ? start + 1 : good;
      }
      if (tag == Tag.NOUN
          || tag == Tag.PROPN
          || tag == Tag.SYM && text.word(end).matches("[$£€#@].*")) {
        headed = true;
        good = end + 1;
      } else if (tag == Tag.NUM) {
        headed = true;
        good = end + 1;
      } else if (tag == Tag.DET || possessive(end)) {
        if (headed && !afterGenitive(end)) {
          return good;
        }
      } else if (headed && isGenitive(end)) {
        // Israel's military: the owner is part of the phrase.
        headed = end + 1 >= limit || !canFollowGenitive(end + 1);
      } else if (tag == Tag.ADJ
          || tag == Tag.ADV && !headed && nextIs(end, limit, Tag.ADJ, Tag.NUM)
          || participleBeforeNoun(end, limit, start)) {
        if (headed && !afterGenitive(end)) {
          if (!(tag == Tag.ADJ && nextIs(end, limit, Tag.NOUN, Tag.PROPN))
              || text.is(end, "last")
              || text.is(end, "next")) {
            return good;
          }
        }
      } else if (!(joinsAdjectives(end, limit) || joinsName(end, limit))) {
        return good;
      }
      end++;
    }
    return good;
  }

  private boolean afterGenitive(int i) {
    return i > 0 && isGenitive(i - 1) || i > 0 && text.is(i - 1, Tag.ADJ);
  }

  private boolean canFollowGenitive(int i) {
    return text.is(i, Tag.NOUN)
        || text.is(i, Tag.PROPN)
        || text.is(i, Tag.ADJ)
        || text.is(i, Tag.NUM)
        || text.is(i, Tag.VERB);
  }

  /** Whether token {@code i} is the mark of the genitive. */
  public boolean isGenitive(int i) {
    return text.is(i, Tag.PART)
        && (text.is(i, "'s") || text.is(i, "’s") || text.is(i, "'") || text.is(i, "’"));
  }

  private boolean possessive(int i) {
    return text.is(i, Tag.PRON)
        && Set.of("his", "her", "its", "their", "our", "my", "your", "whose")
            .contains(text.lower(i))
        && canFollowGenitive(i + 1);
  }

  private boolean nextIs(int i, int limit, Tag... tags) {
    return i + 1 < limit && Arrays.asList(tags).contains(text.tag(i + 1));
  }

  private boolean participleBeforeNoun(int i, int limit, int start) {
    return text.is(i, Tag.VERB)
        && i > start
        && (text.lower(i).endsWith("ed") || text.lower(i).endsWith("ing"))
        && (text.is(i - 1, Tag.DET)
            || text.is(i - 1, Tag.ADJ)
            || isGenitive(i - 1)
            || text.is(i - 1, Tag.NUM))
        && nextIs(i, limit, Tag.NOUN, Tag.PROPN, Tag.ADJ);
  }

  private boolean joinsAdjectives(int i, int limit) {
    boolean joint = text.is(i, ",") || text.is(i, "and") || text.is(i, "or") || text.is(i, "but");
    return joint
        && i > 0
        && text.is(i - 1, Tag.ADJ)
        && nextIs(i, limit, Tag.ADJ)
        && i + 2 < limit
        && (text.is(i + 2, Tag.NOUN) || text.is(i + 2, Tag.PROPN));
  }

  /**
   * <i>Ministry of Defence</i>, <i>Islamic Republic of Iran</i>, <i>Centers for Disease
   * Control</i>: one name.
   */
  private boolean joinsName(int i, int limit) {
    return (text.is(i, "of") || text.is(i, "for") || text.is(i, "&"))
        && text.is(i - 1, Tag.PROPN)
        && nextIs(i, limit, Tag.PROPN)
        && !Names.isCalendar(text.lower(i - 1));
  }
}
