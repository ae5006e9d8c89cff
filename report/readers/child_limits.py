"""What a child process may use of the machine; it sets the limits itself, in its first lines."""

import contextlib
import sys

if sys.platform == "win32":

    def limit_memory(size: int) -> None:
        """Windows has no such limit for a process by itself."""

    def limit_time(seconds: int) -> None:
        """Windows has no alarm; the parent's patience is the limit."""

else:
    import resource
    import signal

    def limit_memory(size: int) -> None:
        """Let this process have at most `size` bytes of address space."""
        with contextlib.suppress(ValueError, OSError):  # the system itself allows less
            resource.setrlimit(resource.RLIMIT_AS, (size, size))

    def limit_time(seconds: int) -> None:
        """End this process unless it asks again within so many seconds."""
        signal.alarm(seconds)  # its default action ends the process, also within PDFium
