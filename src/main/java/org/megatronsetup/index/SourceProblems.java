package org.megatronsetup.index;

import org.megatronsetup.model.Problem;

/** What can be wrong with an index or a folder of wheels, in plain words. */
final class SourceProblems {
  private static final String INDEX = "sources.indexUrl";
  private static final String FOLDER = "sources.findLinks";

  private SourceProblems() {}

  static Problem noAddress(String shown) {
    return Problem.answers(
        "index-address",
        INDEX,
        "“" + shown + "” is not the address of a package index.",
        "An address begins with https://, http:// or file://, and has no spaces in it.",
        "Write the address as pip would take it, such as https://pypi.org/simple.");
  }

  static Problem notFound(String shown) {
    return Problem.answers(
        "index-not-found",
        INDEX,
        "There is no package index at " + shown + ".",
        "The server answers, and says that it has nothing at that address (status 404).",
        "Check the address: most end in /simple or /simple/.");
  }

  static Problem oddStatus(String shown, int status) {
    return new Problem(
        Problem.Kind.CONTACT,
        "index-error",
        "The index at " + shown + " answered with status " + status + ".",
        "It did not accept a plain request for a project's page.",
        "Check the address, or name another index or a mirror (--index-url).",
        INDEX);
  }

  static Problem garbage(String shown) {
    return new Problem(
        Problem.Kind.CONTACT,
        "index-not-an-index",
        "What answers at " + shown + " is not a package index.",
        "Its page links to no package. It may be a page of a network that wants a sign-in, or"
            + " another service at the same address.",
        "Open the address in a browser to see what it is; check it for a missing /simple.",
        INDEX);
  }

  static Problem noFolder(String path) {
    return Problem.answers(
        "folder-missing",
        FOLDER,
        "There is no folder " + path + " on the target.",
        "The path does not exist there, or this user may not read it.",
        "Name a folder that holds wheel files, by its absolute path on the target.");
  }

  static Problem noClientFolder(String path) {
    return Problem.answers(
        "bring-folder-missing",
        "sources.bringWheels",
        "There is no folder " + path + " on this computer.",
        "The path does not exist here, or you may not read it.",
        "Name the folder that holds the wheels. One that lies on the target already is named with"
            + " --find-links.");
  }

  static Problem noSources() {
    return Problem.answers(
        "no-sources",
        FOLDER,
        "There is nothing to install from.",
        "No index may be used (--no-index), and no folder of wheels is named.",
        "Name a folder of wheels (--find-links), or allow an index.");
  }

  static Problem nothing(String project, String places) {
    return Problem.answers(
        "no-such-project",
        INDEX,
        "There is no " + project + " in " + places + ".",
        "That place can be read, and offers no file of this package.",
        "Name an index, a mirror or a folder of wheels that has it.");
  }

  static Problem caBundle(String path) {
    return Problem.answers(
        "ca-bundle",
        "sources.caBundle",
        "The file " + path + " holds no certificates that can be read.",
        "It does not exist on the target, or it is not in PEM form.",
        "Name a PEM file with certificate authorities, by its absolute path on the target.");
  }

  static Problem lostContact(String machine, String reason) {
    return new Problem(
        Problem.Kind.CONTACT,
        "target-no-answer",
        "No answer came from " + machine + ".",
        reason,
        "Check that the machine is up and can be reached, then try again. Nothing was changed.",
        "");
  }
}
