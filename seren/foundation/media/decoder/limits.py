"""What the process may use: little memory, some seconds; once it reads the upload, no file and no network.

Memory and seconds hold wherever there is `resource` (not on Windows). The rest is Landlock, of Linux 5.13 and
later, by its system calls; on anything else the process stands behind memory and time alone.
"""

import sys

MEGA = 1024 * 1024
# Private memory. What a process has resident is this and some 10 MB of shared libraries: under 300 MB.
MEMORY = {"look": 96 * MEGA, "make": 274 * MEGA}
SECONDS = {"look": 3, "make": 18}
LARGEST_OUTPUT = {"look": 64 * 1024, "make": 48 * MEGA}

_CREATE_RULESET, _RESTRICT_SELF, _NO_NEW_PRIVILEGES = 444, 446, 38
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights over files each edition of Landlock knows


def use_little(task: str, upload_bytes: int) -> None:
    """Limit memory, processor seconds, output and open files, before anything else happens."""
    try:
        import resource
    except ImportError:
        return
    memory = MEMORY[task] + (upload_bytes if task == "look" else 0)
    seconds = SECONDS[task]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # told apart from being killed
    for kind, most in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_AS, memory + 512 * MEGA),
        (resource.RLIMIT_FSIZE, LARGEST_OUTPUT[task]),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def open_nothing_more() -> bool:
    """From here on no file can be opened, run or removed, no TCP connection made. False: not here."""
    if sys.platform != "linux":
        return False
    import ctypes

    system = ctypes.CDLL(None, use_errno=True)
    edition = system.syscall(_CREATE_RULESET, None, 0, 1)
    if edition < 1:
        return False
    files = (1 << _FILE_RIGHTS.get(edition, 16)) - 1
    network = 0b11 if edition >= 4 else 0
    scoped = 0b11 if edition >= 6 else 0
    handled = (ctypes.c_uint64 * 3)(files, network, scoped)
    size = 8 if edition < 4 else 16 if edition < 6 else 24
    rules = system.syscall(_CREATE_RULESET, ctypes.byref(handled), size, 0)
    if rules < 0 or system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(system.syscall(_RESTRICT_SELF, rules, 0) == 0)
