package rashomon.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.sqlite.util.LibraryLoaderUtil;

/** The native libraries in the jars, which else unpack themselves at every start. */
final class Libraries {

  private Libraries() {}

  /**
   * Unpacks SQLite and ONNX Runtime for this machine into a folder, which is made. A library that
   * has nothing for this machine is left out.
   */
  static void unpack(Path folder) throws IOException {
    Files.createDirectories(folder);
    copy(
        LibraryLoaderUtil.getNativeLibResourcePath().substring(1),
        LibraryLoaderUtil.getNativeLibName(),
        folder);
    for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
      copy("ai/onnxruntime/native/" + machine(), System.mapLibraryName(name), folder);
    }
  }

  /** As ONNX Runtime names its folders. */
  private static String machine() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return (system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux")
        + (processor.matches("amd64|x86_64") ? "-x64" : "-" + processor);
  }

  private static void copy(String from, String name, Path folder) throws IOException {
    try (InputStream in = Libraries.class.getClassLoader().getResourceAsStream(from + "/" + name)) {
      if (in != null) {
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
