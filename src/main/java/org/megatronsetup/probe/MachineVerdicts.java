package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.blocks;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Disk;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;

/** The system, its disks and its memory. */
final class MachineVerdicts {
  private static final Set<String> NOT_LINUX =
      Set.of("darwin", "freebsd", "openbsd", "netbsd", "dragonfly", "sunos", "aix");
  private static final Set<String> WHEEL_ARCHITECTURES = Set.of("x86_64", "aarch64");

  /** A few packages without their dependencies; less holds no environment at all. */
  private static final long LEAST = Quantity.GIB;

  /** PyTorch with its CUDA libraries, downloaded and unpacked. */
  private static final long COMFORTABLE = 15 * Quantity.GIB;

  private static final long TEMPORARY = 4 * Quantity.GIB;
  private static final long RUN_RECORDS = 16 * Quantity.MIB;
  private static final long FEW_INODES = 60_000;
  private static final long HARDLY_ANY_INODES = 1_000;
  private static final long COMPILING = 8 * Quantity.GIB;

  private MachineVerdicts() {}

  static List<Verdict> of(Facts facts) {
    return List.of(system(facts), disk(facts), memory(facts));
  }

  private static Verdict system(Facts facts) {
    Facts.Os os = facts.os();
    String value =
        Stream.of(
                os.prettyName(),
                os.arch(),
                os.libc(),
                os.container() ? Words.of("probe.system.container") : "")
            .filter(part -> !part.isBlank())
            .reduce((a, b) -> a + ", " + b)
            .orElseGet(() -> Words.of("probe.system.unknown"));
    if (NOT_LINUX.contains(os.id())) {
      return blocks(
          "system",
          Words.of("probe.system.title"),
          value,
          Words.of("probe.system.not-linux.remedy"));
    }
    if (!os.arch().isEmpty() && !WHEEL_ARCHITECTURES.contains(os.arch())) {
      return attention(
          "system",
          Words.of("probe.system.title"),
          value,
          Words.of("probe.system.no-wheels.remedy"));
    }
    if (os.libc().startsWith("musl")
        || (os.libc().startsWith("glibc") && !Quantity.atLeast(os.libc(), 2, 28))) {
      return attention(
          "system", Words.of("probe.system.title"), value, Words.of("probe.system.libc.remedy"));
    }
    return ready("system", Words.of("probe.system.title"), value);
  }

  private static Verdict disk(Facts facts) {
    List<Disk> places = facts.disks().stream().filter(disk -> isPlace(disk, facts)).toList();
    if (places.isEmpty()) {
      return attention(
          "disk",
          Words.of("probe.disk.title"),
          Words.of("probe.disk.unknown"),
          Words.of("probe.disk.unknown.remedy"));
    }
    String value = listed(facts.disks());
    if (facts.disks().stream().anyMatch(disk -> isRecords(disk, facts) && !holdsRecords(disk))) {
      return blocks(
          "disk",
          Words.of("probe.disk.title"),
          value,
          Words.of("probe.disk.records.remedy", facts.stateDir()));
    }
    if (places.stream().noneMatch(MachineVerdicts::holdsAnything)) {
      return blocks(
          "disk", Words.of("probe.disk.title"), value, Words.of("probe.disk.full.remedy"));
    }
    return isTight(facts, places)
        ? attention(
            "disk", Words.of("probe.disk.title"), value, Words.of("probe.disk.tight.remedy"))
        : ready("disk", Words.of("probe.disk.title"), value);
  }

  /** Folders with the same space lie on the same disk, as good as always. */
  private static String listed(List<Disk> disks) {
    Map<Long, List<String>> paths =
        disks.stream()
            .collect(
                Collectors.groupingBy(
                    Disk::free,
                    LinkedHashMap::new,
                    Collectors.mapping(Disk::path, Collectors.toList())));
    return String.join(
        "; ",
        paths.entrySet().stream()
            .map(
                e ->
                    Words.of(
                        "probe.disk.free",
                        Quantity.size(e.getKey()),
                        String.join(", ", e.getValue())))
            .toList());
  }

  private static boolean isTight(Facts facts, List<Disk> places) {
    return places.stream().noneMatch(disk -> disk.free() >= COMFORTABLE)
        || !places.stream().allMatch(MachineVerdicts::holdsAnything)
        || places.stream().anyMatch(disk -> disk.freeInodes() < FEW_INODES)
        || facts.disks().stream()
            .anyMatch(
                disk ->
                    !isPlace(disk, facts) && !isRecords(disk, facts) && disk.free() < TEMPORARY);
  }

  /** Whether an environment may be made there; the others are for records and temporary files. */
  private static boolean isPlace(Disk disk, Facts facts) {
    return disk.path().equals(facts.user().home()) || facts.path(disk.path()).isPresent();
  }

  private static boolean isRecords(Disk disk, Facts facts) {
    return disk.path().equals(facts.stateDir());
  }

  private static boolean holdsRecords(Disk disk) {
    return disk.free() >= RUN_RECORDS && disk.freeInodes() >= HARDLY_ANY_INODES;
  }

  private static boolean holdsAnything(Disk disk) {
    return disk.free() >= LEAST && disk.freeInodes() >= HARDLY_ANY_INODES;
  }

  private static Verdict memory(Facts facts) {
    Facts.Hardware hardware = facts.hardware();
    if (hardware.memory() <= 0) {
      return attention(
          "memory",
          Words.of("probe.memory.title"),
          Words.of("probe.memory.unknown"),
          Words.of("probe.memory.unknown.remedy"));
    }
    String value =
        Words.of(
            "probe.memory.value",
            Quantity.size(hardware.memory()),
            Quantity.size(hardware.memoryAvailable()),
            Words.count("probe.memory.cores", hardware.cores()));
    return hardware.memoryAvailable() < COMPILING
        ? attention(
            "memory", Words.of("probe.memory.title"), value, Words.of("probe.memory.short.remedy"))
        : ready("memory", Words.of("probe.memory.title"), value);
  }
}
