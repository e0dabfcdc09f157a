"""Prints every case in which the small reading of PEP 440/508 disagrees with pip's own copy of packaging.

usage: python compare_readers.py FOLDER_OF_INSTALLED_PY
"""

import itertools
import sys

sys.path.insert(0, sys.argv[1])
import installed  # noqa: E402
from pip._vendor.packaging.requirements import Requirement  # noqa: E402

VERSIONS = """0.9 1.0 1 1.0.0 1.0.1 1.0a1 1.0.alpha2 1.0b2 1.0rc1 1.0.dev3 1.0a1.dev2 1.0.post1 1.0-1 1.0.post1.dev4
1.0+local 1.0+551772a 1.0+local.2 1.1 1.1.dev0 1.10 2.0rc1 2.0 2.0.0.post0 1!0.5 0.17.0rc0 0.19.1+551772a 0.19.1 0.20.0.dev1
v1.0 1.0C1 1.0_preview_3""".split()
SPECIFIERS = """==1.0 ==1.0.* !=1.0 !=1.0.* ~=1.0 ~=1.0.0 ~=0.17.0rc0 <1.0 <=1.0 >1.0 >=1.0 >=1.0,<2 <2.0 >1.0.post1 <1.0rc1
==1.0+local ==0.19.1 ==0.19.1+551772a >=0.17.0rc0 ===1.0 ==1!0.5 ~=1.0.post1 >=1.0.dev0""".split()
MARKERS = """python_version >= "3.8"
python_version < "3.10"
python_version in "3.9 3.10 3.11"
"3.8" <= python_version
sys_platform == "linux"
sys_platform == 'never'
platform_system != "Windows" and platform_machine == "x86_64"
(os_name == "nt" or os_name == "posix") and implementation_name == "cpython"
extra == "te"
extra == "some-extra"
extra == "te" or extra == 'dev'
python_full_version >= "3.6.1" and extra != "te"
sys_platform not in "win32 darwin"
platform_python_implementation == "CPython" """.splitlines()
NAMES = ["Some.Thing_2", "a", "x[one, Two_3]"]


def outcome(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


for version, specifier in itertools.product(VERSIONS, SPECIFIERS):
    if version == "v1.0" and specifier.startswith("==="):
        continue  # older copies of packaging compare the text, newer ones the version
    theirs = outcome(lambda: Requirement("x" + specifier).specifier.contains(version, prereleases=True))
    ours = outcome(lambda: installed.SmallRequirement("x" + specifier).specifier.contains(version))
    if theirs != ours:
        print("%s %s: packaging %s, ours %s" % (version, specifier, theirs, ours))
for marker, extra, name in itertools.product(MARKERS, ["", "te", "some-extra"], NAMES):
    text = "%s >=1 ; %s" % (name, marker)
    theirs, ours = Requirement(text), installed.SmallRequirement(text)
    for what in ("name", "extras", "url"):
        if getattr(theirs, what) != getattr(ours, what):
            print("%s: %s differs" % (text, what))
    answers = [outcome(lambda: r.marker.evaluate({"extra": extra})) for r in (theirs, ours)]
    if answers[0] != answers[1]:
        print("%s with extra %r: packaging %s, ours %s" % (text, extra, answers[0], answers[1]))
for text in ["a b", "==1", "a ; nonsense", "a ; python_version >", "a [x", "a @ https://h/x.whl ; python_version > '3'", "a @ git+https://h/r@v1", ""]:
    kinds = [outcome(lambda: (r(text), "read")[1]) == "read" for r in (Requirement, installed.SmallRequirement)]
    if kinds[0] != kinds[1]:
        print("%r: packaging reads it: %s, ours: %s" % (text, kinds[0], kinds[1]))
print("compared")
