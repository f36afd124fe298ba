package rashomon.store;

import rashomon.model.Capture;

/** How a capture is kept: as one record of an archive. Used by many threads at once. */
public interface Archive {

  /** The bytes to keep; the same for equal captures. */
  byte[] pack(Capture capture);

  /** An equal capture to the one these bytes were made of. */
  Capture unpack(byte[] record);
}
