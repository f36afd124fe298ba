package rashomon.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rashomon.extract.encoder.Part;
import rashomon.extract.encoder.Part.Run;
import rashomon.extract.encoder.Role;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.TaggedText;
import rashomon.extract.text.Tagger;

class LinkingTest {

  private static final Tagger TAGGER = Tagger.load(Lexicon.load());

  /** Parts are marked {@code S[…]}, {@code C[…]} and {@code T[…]}: source, cue and content. */
  private static List<String> links(String marked) {
    StringBuilder plain = new StringBuilder();
    List<int[]> spans = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      boolean opens = i + 1 < marked.length() && marked.charAt(i + 1) == '[';
      if (opens) {
        roles.add(c == 'S' ? Role.SOURCE : c == 'C' ? Role.CUE : Role.CONTENT);
        spans.add(new int[] {plain.length(), 0});
        i++;
      } else if (c == ']') {
        spans.getLast()[1] = plain.length();
      } else {
        plain.append(c);
      }
    }
    TaggedText text = TAGGER.tag(plain.toString());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Run run = new Run(text.tokenAt(spans.get(i)[0]), text.tokenAfter(spans.get(i)[1]));
      parts.add(new Part(roles.get(i), List.of(run), 1));
    }
    return Linking.of(text, parts).stream()
        .map(
            link ->
                link.source().map(part -> words(text, part)).orElse("-")
                    + "/"
                    + link.cue().map(part -> words(text, part)).orElse("-")
                    + "/"
                    + words(text, link.content()))
        .toList();
  }

  private static String words(TaggedText text, Part part) {
    return text.span(part.first(), part.last()).of(text.text());
  }

  @Test
  void whatStandsTogetherBelongsTogether() {
    assertThat(
            links("S[Ann Orr] C[said] T[the port is open]. T[“It is shut,”] C[replied] S[Bo Irt]."))
        .containsExactly("Ann Orr/said/the port is open", "Bo Irt/replied/“It is shut,”");
  }

  @Test
  void twoCuesOfOneSentenceShareTheSource() {
    assertThat(links("S[Ann Orr] C[praised] T[the crew] and C[warned of] T[a strike]."))
        .containsExactly("Ann Orr/praised/the crew", "Ann Orr/warned of/a strike");
    assertThat(links("C[Calling] T[it a scandal], S[Bo Irt] C[said] T[he would go]."))
        .containsExactly("Bo Irt/Calling/it a scandal", "Bo Irt/said/he would go");
  }

  @Test
  void nothingIsSharedAcrossSentences() {
    assertThat(links("S[Ann Orr] C[said] T[no]. They were C[expected] T[to go]."))
        .containsExactly("Ann Orr/said/no", "-/expected/to go");
  }

  @Test
  void aContentAloneHasNeither() {
    assertThat(links("T[“The port is open.”]")).containsExactly("-/-/“The port is open.”");
  }
}
