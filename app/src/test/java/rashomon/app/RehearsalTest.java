package rashomon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher runs after a build. */
class RehearsalTest {

  @TempDir Path folder;

  @Test
  void theCommandsDoWhatTheyDo() throws IOException {
    assertThat(Rehearsal.run(folder)).isZero();
    assertThat(folder.resolve("page.html")).content().startsWith("<!doctype html>");
    assertThat(Consoles.run("stories", "--store", folder.resolve("store").toString()).out())
        .contains("8 reports");
  }

  @Test
  void theLibrariesOfThisMachineAreUnpacked() throws IOException {
    Path libraries = folder.resolve("native");
    Libraries.unpack(libraries);
    Libraries.unpack(libraries);
    for (String name : new String[] {"sqlitejdbc", "onnxruntime", "onnxruntime4j_jni"}) {
      Path library = libraries.resolve(System.mapLibraryName(name));
      assertThat(library).isRegularFile();
      assertThat(Files.size(library)).isGreaterThan(50_000);
    }
  }
}
