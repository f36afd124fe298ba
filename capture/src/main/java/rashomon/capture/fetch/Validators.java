package rashomon.capture.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave with its answer so that one may ask whether it changed (RFC 9110, 8.8), as it
 * was written. It holds for {@code url} alone, which is where the answer came from, after
 * redirects.
 */
public record Validators(String url, @Nullable String etag, @Nullable String lastModified) {

  public static final Validators NONE = new Validators("", null, null);
}
