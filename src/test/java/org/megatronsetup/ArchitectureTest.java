package org.megatronsetup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the house together: what may know what. */
@AnalyzeClasses(
    packages = "org.megatronsetup",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule javaFxOnlyInTheWizard =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.megatronsetup.wizard..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
          .because("the engine runs without a screen");

  @ArchTest
  static final ArchRule sshjOnlyInTheSshShell =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.megatronsetup.shell.ssh..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.schmizz..", "com.hierynomus..")
          .because("everything above talks to a Shell");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("org.megatronsetup.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule standardStreamsOnlyInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.megatronsetup.cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("a window has no terminal, and --json owns the terminal's output");

  @ArchTest
  static final ArchRule theModelKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("org.megatronsetup.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.megatronsetup.engine..",
              "org.megatronsetup.shell..",
              "org.megatronsetup.plan..",
              "org.megatronsetup.run..",
              "java.net..",
              "java.nio.file..")
          .because("the words do no input or output");

  @ArchTest
  static final ArchRule planningIsPure =
      noClasses()
          .that()
          .resideInAnyPackage("org.megatronsetup.plan..", "org.megatronsetup.export..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio.file..",
              "org.megatronsetup.probe..",
              "org.megatronsetup.run..")
          .because("a plan is computed, not fetched");

  @ArchTest
  static final ArchRule screensAndCommandsAreOnTop =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.megatronsetup", "org.megatronsetup.cli..", "org.megatronsetup.wizard..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.megatronsetup.cli..", "org.megatronsetup.wizard..")
          .because("the engine does not know who uses it");

  @ArchTest
  static final ArchRule theTwoFrontsDoNotKnowEachOther =
      slices()
          .matching("org.megatronsetup.(cli|wizard)..")
          .should()
          .notDependOnEachOther()
          .because("one engine, two fronts");
}
