package rashomon.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Stamp;
import rashomon.model.Via;

/** What of a capture the standard fields of a WARC record cannot hold, in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Extension(@Nullable String url, @Nullable String contentType, @Nullable Led via) {

  static final Extension NONE = new Extension(null, null, null);

  /** A {@link Via}, its time as the text it was read from. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Led(
      String feed,
      @Nullable String label,
      @Nullable String publisher,
      @Nullable String title,
      @Nullable String published) {

    static Led of(Via via) {
      Stamp published = via.published();
      return new Led(
          via.feed(),
          via.label(),
          via.publisher(),
          via.title(),
          published == null ? null : published.text());
    }

    Via via() {
      Stamp time = published == null ? null : Stamp.parse(published).orElse(null);
      return new Via(feed, label, publisher, title, time);
    }
  }

  private static final ObjectWriter WRITER =
      Json.MAPPER.writerFor(Extension.class).with(JsonWriteFeature.ESCAPE_NON_ASCII);
  private static final ObjectReader READER = Json.MAPPER.readerFor(Extension.class);

  static Extension of(Capture capture) {
    String url = capture.url();
    String type = capture.contentType();
    Via via = capture.via();
    return new Extension(
        Warc.isUrl(url) ? null : url,
        Warc.isPlain(type) ? null : type,
        via == null ? null : Led.of(via));
  }

  /**
   * In printable ASCII; the parsers of WARC stop at the one control character that JSON does not.
   */
  String json() {
    try {
      return WRITER.writeValueAsString(this).replace("\u007f", "\\u007f");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Extension read(String json) throws JsonProcessingException {
    return READER.readValue(json);
  }
}
