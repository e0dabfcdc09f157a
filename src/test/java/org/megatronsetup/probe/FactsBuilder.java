package org.megatronsetup.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Cuda;
import org.megatronsetup.model.Facts.Disk;
import org.megatronsetup.model.Facts.Gpu;
import org.megatronsetup.model.Facts.PathFact;
import org.megatronsetup.model.Facts.Python;
import org.megatronsetup.model.Facts.Sudo;
import org.megatronsetup.model.Facts.Tools;

/** Facts of a machine on which everything is as the guide wants it, but for what a test changes. */
final class FactsBuilder {
  Facts.Os os =
      new Facts.Os("ubuntu", "24.04", "Ubuntu 24.04.3 LTS", "6.8.0", "x86_64", "glibc 2.39", false);
  Sudo sudo = Sudo.ALREADY_ROOT;
  List<Python> pythons = List.of(python("/usr/bin/python3", "3.12.3"));
  List<Gpu> gpus = List.of(new Gpu(0, "NVIDIA H200", "GPU-0", 143771L << 20, "9.0"));
  Optional<String> driverVersion = Optional.of("580.159.04");
  Optional<String> driverCuda = Optional.of("13.0");
  Cuda cuda = new Cuda(Optional.of("13.0"), Optional.of("13.0.88"), Optional.of("9.14.0"), true);
  Facts.Hardware hardware = new Facts.Hardware(16, 125L << 30, 120L << 30);
  long freeAtHome = 500L << 30;
  long freeForRecords = 500L << 30;
  long freeForTemporary = 500L << 30;
  long inodesAtHome = 1_000_000;
  Optional<Disk> chosen = Optional.empty();
  Optional<String> uv = Optional.empty();
  Optional<String> git = Optional.of("/usr/bin/git");
  Optional<String> cxx = Optional.of("/usr/bin/c++");
  Optional<String> flock = Optional.of("/usr/bin/flock");
  Optional<String> aptGet = Optional.of("/usr/bin/apt-get");
  Facts.PipConfig pip =
      new Facts.PipConfig(
          Optional.empty(), List.of(), List.of(), false, Optional.empty(), Optional.empty());
  Facts.Hazards hazards = new Facts.Hazards(false, false, "/bin/bash");

  static Python python(String path, String version) {
    return new Python(
        path,
        version,
        Python.Kind.SYSTEM,
        true,
        true,
        Optional.of("24.0"),
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** One that cannot make a virtual environment. */
  static Python bare(String version, boolean managed, boolean headers) {
    return new Python(
        "/usr/bin/python3",
        version,
        Python.Kind.SYSTEM,
        managed,
        true,
        Optional.of("24.0"),
        false,
        headers,
        Optional.empty(),
        Optional.empty());
  }

  Facts build() {
    List<Disk> disks = new ArrayList<>();
    disks.add(new Disk("/home/kim", freeAtHome, inodesAtHome));
    disks.add(new Disk("/tmp", freeForTemporary, 1_000_000));
    disks.add(new Disk("/state/megatron-setup", freeForRecords, 1_000_000));
    chosen.ifPresent(disks::add);
    return new Facts(
        os,
        new Facts.User("kim", 1000, "/home/kim", sudo),
        pythons,
        gpus,
        driverVersion,
        driverCuda,
        cuda,
        hardware,
        disks,
        new Tools(
            uv,
            git,
            cxx.map(path -> "/usr/bin/cc"),
            cxx,
            Optional.empty(),
            Optional.empty(),
            flock,
            Optional.of("/usr/bin/setsid"),
            aptGet,
            Optional.empty(),
            Optional.empty()),
        pip,
        hazards,
        chosen
            .map(
                disk -> List.of(new PathFact(disk.path(), PathFact.Kind.ABSENT, true, disk.free())))
            .orElse(List.of()),
        "/state/megatron-setup");
  }
}
