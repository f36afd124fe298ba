package rashomon.eval;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, and what pure code keeps away from. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("rashomon");

  /** What it takes to read a table from the class path. */
  private static final Set<String> RESOURCE_READING =
      Set.of(
          "java.io.BufferedInputStream",
          "java.io.BufferedReader",
          "java.io.ByteArrayInputStream",
          "java.io.DataInputStream",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.InputStreamReader",
          "java.io.Reader",
          "java.io.Serializable",
          "java.io.UncheckedIOException");

  private static final DescribedPredicate<JavaAccess<?>> THE_CLOCK =
      describe(
          "is the clock",
          access ->
              (access.getTargetOwner().getPackageName().equals("java.time")
                      && access.getName().equals("now"))
                  || isOneOf(access, "java.lang.System", "currentTimeMillis", "nanoTime")
                  || isOneOf(access, "java.time.Clock", "systemUTC", "systemDefaultZone", "system")
                  || isOneOf(access, "java.util.Date", "<init>"));

  private static final DescribedPredicate<JavaAccess<?>> THE_ENVIRONMENT =
      describe(
          "is the environment, or chance without a seed",
          access ->
              isOneOf(access, "java.lang.System", "getenv", "getProperty", "getProperties")
                  || isOneOf(access, "java.lang.System", "getLogger")
                  || isOneOf(access, "java.lang.Math", "random")
                  || isOneOf(access, "java.util.UUID", "randomUUID")
                  || isOneOf(access, "java.util.concurrent.ThreadLocalRandom", "current"));

  @Test
  void everyModuleIsLookedAt() {
    assertThat(CLASSES)
        .extracting(JavaClass::getPackageName)
        .contains(
            "rashomon.model",
            "rashomon.ingest",
            "rashomon.extract",
            "rashomon.compare",
            "rashomon.version",
            "rashomon.capture",
            "rashomon.cluster",
            "rashomon.store",
            "rashomon.app",
            "rashomon.eval");
  }

  @Test
  void arrowsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("model")
        .definedBy("rashomon.model..")
        .layer("ingest")
        .definedBy("rashomon.ingest..")
        .layer("extract")
        .definedBy("rashomon.extract..")
        .layer("compare")
        .definedBy("rashomon.compare..")
        .layer("version")
        .definedBy("rashomon.version..")
        .layer("capture")
        .definedBy("rashomon.capture..")
        .layer("cluster")
        .definedBy("rashomon.cluster..")
        .layer("store")
        .definedBy("rashomon.store..")
        .layer("app")
        .definedBy("rashomon.app..")
        .layer("eval")
        .definedBy("rashomon.eval..")
        .whereLayer("ingest")
        .mayOnlyBeAccessedByLayers("app", "eval")
        .whereLayer("extract")
        .mayOnlyBeAccessedByLayers("app", "eval")
        .whereLayer("compare")
        .mayOnlyBeAccessedByLayers("app", "eval")
        .whereLayer("version")
        .mayOnlyBeAccessedByLayers("compare", "app", "eval")
        .whereLayer("capture")
        .mayOnlyBeAccessedByLayers("app", "eval")
        .whereLayer("cluster")
        .mayOnlyBeAccessedByLayers("store", "app", "eval")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("app", "eval")
        .whereLayer("app")
        .mayOnlyBeAccessedByLayers("eval")
        .whereLayer("eval")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("rashomon.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void pureCodeTouchesNoFilesNetworkDatabaseOrLog() {
    pureCode()
        .should()
        .dependOnClassesThat(
            are(
                resideInAnyPackage(
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.sql..",
                    "javax.sql..",
                    "java.util.logging..",
                    "org.slf4j..")))
        .check(CLASSES);
    pureCode()
        .should()
        .dependOnClassesThat(
            describe(
                "belong to java.io and do more than read a table from the class path",
                type ->
                    type.getPackageName().equals("java.io")
                        && !RESOURCE_READING.contains(type.getName())))
        .check(CLASSES);
    pureCode().should(ACCESS_STANDARD_STREAMS).check(CLASSES);
  }

  @Test
  void pureCodeReadsNoClock() {
    pureCode().should().accessTargetWhere(THE_CLOCK).check(CLASSES);
  }

  @Test
  void pureCodeReadsNoEnvironmentAndNoChance() {
    pureCode().should().accessTargetWhere(THE_ENVIRONMENT).check(CLASSES);
  }

  private static boolean isOneOf(JavaAccess<?> access, String owner, String... names) {
    return access.getTargetOwner().getName().equals(owner)
        && Set.of(names).contains(access.getName());
  }

  private static GivenClassesConjunction pureCode() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "rashomon.model..",
            "rashomon.extract..",
            "rashomon.compare..",
            "rashomon.version..",
            "rashomon.cluster..");
  }
}
