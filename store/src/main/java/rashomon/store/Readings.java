package rashomon.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import rashomon.model.Assertion;
import rashomon.model.Engine;
import rashomon.model.Figure;
import rashomon.model.Meanings;
import rashomon.model.Party;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Statement;
import rashomon.model.TimeExpression;
import rashomon.model.Token;

/**
 * Readings as bytes: every record as the list of its values, in Smile, deflated. The report is left
 * out, since its version holds it.
 */
final class Readings {

  private record Kept(
      Engine engine,
      String codebook,
      List<Token> tokens,
      Meanings meanings,
      List<Party> parties,
      List<Statement> statements,
      List<TimeExpression> times,
      List<Figure> figures,
      List<Assertion> assertions) {}

  /** Changes with any record that a reading holds: what has another shape cannot be unpacked. */
  static final int SHAPE = shape();

  private static final ObjectWriter WRITER;
  private static final ObjectReader READER;

  static {
    SmileMapper mapper =
        SmileMapper.builder(
                SmileFactory.builder()
                    .enable(SmileGenerator.Feature.CHECK_SHARED_STRING_VALUES)
                    .enable(SmileGenerator.Feature.LENIENT_UTF_ENCODING)
                    .disable(SmileGenerator.Feature.ENCODE_BINARY_AS_7BIT)
                    .build())
            .annotationIntrospector(new RecordsAsLists())
            .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
            .addModule(
                new SimpleModule()
                    .addSerializer(LocalDate.class, new DayWriter())
                    .addDeserializer(LocalDate.class, new DayReader())
                    .addSerializer(Meanings.class, new MeaningsWriter())
                    .addDeserializer(Meanings.class, new MeaningsReader()))
            .build();
    WRITER = mapper.writerFor(Kept.class);
    READER = mapper.readerFor(Kept.class);
  }

  private Readings() {}

  static byte[] pack(Reading reading) {
    try {
      return Rows.packed(
          WRITER.writeValueAsBytes(
              new Kept(
                  reading.engine(),
                  reading.codebook(),
                  reading.tokens(),
                  reading.meanings(),
                  reading.parties(),
                  reading.statements(),
                  reading.times(),
                  reading.figures(),
                  reading.assertions())));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Reading unpack(byte[] bytes, Report report) {
    try {
      Kept kept = READER.readValue(Rows.unpacked(bytes));
      return new Reading(
          report,
          kept.engine,
          kept.codebook,
          kept.tokens,
          kept.meanings,
          kept.parties,
          kept.statements,
          kept.times,
          kept.figures,
          kept.assertions);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int shape() {
    Map<Type, String> shapes = new LinkedHashMap<>();
    collect(Kept.class, shapes);
    CRC32 crc = new CRC32();
    crc.update(shapes.toString().getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  private static void collect(Type type, Map<Type, String> shapes) {
    if (type instanceof ParameterizedType list) {
      Arrays.stream(list.getActualTypeArguments()).forEach(of -> collect(of, shapes));
    } else if (type instanceof Class<?> known && !shapes.containsKey(known)) {
      if (known.isEnum()) {
        shapes.put(known, Arrays.toString(known.getEnumConstants()));
      } else if (known.isRecord()) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent part : known.getRecordComponents()) {
          parts.add(part.getName() + " " + part.getGenericType().getTypeName());
        }
        shapes.put(known, parts.toString());
        for (RecordComponent part : known.getRecordComponents()) {
          collect(part.getGenericType(), shapes);
        }
      }
    }
  }

  private static final class RecordsAsLists extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonFormat.Value findFormat(Annotated annotated) {
      return annotated.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : super.findFormat(annotated);
    }
  }

  private static final class DayWriter extends JsonSerializer<LocalDate> {
    @Override
    public void serialize(LocalDate day, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(day.toEpochDay());
    }
  }

  private static final class DayReader extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return LocalDate.ofEpochDay(in.getLongValue());
    }
  }

  private static final class MeaningsWriter extends JsonSerializer<Meanings> {
    @Override
    public void serialize(Meanings meanings, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      List<byte[]> vectors = meanings.vectors();
      out.writeStartArray(meanings, vectors.size());
      for (byte[] vector : vectors) {
        out.writeBinary(vector);
      }
      out.writeEndArray();
    }
  }

  private static final class MeaningsReader extends JsonDeserializer<Meanings> {
    @Override
    public Meanings deserialize(JsonParser in, DeserializationContext context) throws IOException {
      List<byte[]> vectors = new ArrayList<>();
      while (in.nextToken() != com.fasterxml.jackson.core.JsonToken.END_ARRAY) {
        vectors.add(in.getBinaryValue());
      }
      return Meanings.ofVectors(vectors);
    }
  }
}
