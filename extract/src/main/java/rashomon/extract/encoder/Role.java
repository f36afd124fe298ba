package rashomon.extract.encoder;

/** A part of a statement. */
public enum Role {
  SOURCE,
  CUE,
  CONTENT
}
