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
        Stream.of(os.prettyName(), os.arch(), os.libc(), os.container() ? "in a container" : "")
            .filter(part -> !part.isBlank())
            .reduce((a, b) -> a + ", " + b)
            .orElse("unknown");
    if (NOT_LINUX.contains(os.id())) {
      return blocks(
          "system",
          "System",
          value,
          "Megatron Core needs Linux. Choose a Linux machine as the target.");
    }
    if (!os.arch().isEmpty() && !WHEEL_ARCHITECTURES.contains(os.arch())) {
      return attention(
          "system",
          "System",
          value,
          "There are wheels of Megatron Core for x86_64 and aarch64 only. Everything else, PyTorch"
              + " included, would have to be built from source.");
    }
    if (os.libc().startsWith("musl")
        || (os.libc().startsWith("glibc") && !Quantity.atLeast(os.libc(), 2, 28))) {
      return attention(
          "system",
          "System",
          value,
          "The wheels need glibc 2.28 or newer (Ubuntu 18.10, Debian 10, RHEL 8). Use a newer"
              + " system, or a container with one.");
    }
    return ready("system", "System", value);
  }

  private static Verdict disk(Facts facts) {
    List<Disk> places = facts.disks().stream().filter(disk -> isPlace(disk, facts)).toList();
    if (places.isEmpty()) {
      return attention(
          "disk",
          "Disk space",
          "unknown",
          "See for yourself that 15 GiB are free where the environment will be.");
    }
    String value = listed(facts.disks());
    if (facts.disks().stream().anyMatch(disk -> isRecords(disk, facts) && !holdsRecords(disk))) {
      return blocks(
          "disk",
          "Disk space",
          value,
          "The records of a run are kept in "
              + facts.stateDir()
              + ". Free some space or files there, or set XDG_STATE_HOME to a folder on another"
              + " disk.");
    }
    if (places.stream().noneMatch(MachineVerdicts::holdsAnything)) {
      return blocks(
          "disk",
          "Disk space",
          value,
          "Nothing can be installed in less than 1 GiB. Free some space or files, or choose an"
              + " environment on another disk.");
    }
    return isTight(facts, places)
        ? attention(
            "disk",
            "Disk space",
            value,
            "PyTorch with its CUDA libraries needs about 15 GiB and 60,000 files with its"
                + " downloads, and 4 GiB of them for a while in the folder for temporary files."
                + " Free some space, choose another disk, or set TMPDIR and the cache folder to"
                + " one.")
        : ready("disk", "Disk space", value);
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
            .map(e -> Quantity.size(e.getKey()) + " free for " + String.join(", ", e.getValue()))
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
          "Memory and cores",
          "unknown",
          "Compiling extras needs several GiB for each parallel job.");
    }
    String value =
        Quantity.size(hardware.memory())
            + ", "
            + Quantity.size(hardware.memoryAvailable())
            + " available; "
            + hardware.cores()
            + (hardware.cores() == 1 ? " core" : " cores");
    return hardware.memoryAvailable() < COMPILING
        ? attention(
            "memory",
            "Memory and cores",
            value,
            "Compiling extras takes up to 8 GiB for each parallel job and may end for lack of"
                + " memory. Close other programs, or leave out extras that are compiled.")
        : ready("memory", "Memory and cores", value);
  }
}
