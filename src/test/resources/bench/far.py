"""A network namespace that is far away: packets take their time to it and back.

    far.py NAME MILLISECONDS

MILLISECONDS for a round trip. Prints one line, how it delays, when the namespace NAME is there with
the address 10.213.7.2 (this side has 10.213.7.1), and takes everything away when its standard input
ends. Needs root and iproute2. Uses netem where the kernel has it; otherwise two TUN devices
with this process between them.
"""

import collections
import fcntl
import os
import select
import struct
import subprocess
import sys
import time

HERE, THERE = "10.213.7.1", "10.213.7.2"


def run(*command):
    return subprocess.run(command, stderr=subprocess.PIPE).returncode == 0


def must(*command):
    subprocess.run(command, check=True)


def tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    # TUNSETIFF; IFF_TUN without packet information
    fcntl.ioctl(device, 0x400454CA, struct.pack("16sH", name.encode(), 0x0001 | 0x1000))
    return device


def addresses(ours, theirs, space):
    must("ip", "link", "set", theirs, "netns", space)
    must("ip", "addr", "add", HERE, "peer", THERE, "dev", ours)
    must("ip", "link", "set", ours, "up")
    must("ip", "-n", space, "addr", "add", THERE, "peer", HERE, "dev", theirs)
    must("ip", "-n", space, "link", "set", theirs, "up")
    must("ip", "-n", space, "link", "set", "lo", "up")


def carry(devices, delay):
    """Until standard input ends: what one device sends comes out of the other, later."""
    waiting = {device: collections.deque() for device in devices}
    while True:
        now = time.monotonic()
        due = [queue[0][0] for queue in waiting.values() if queue]
        ready, _, _ = select.select(
            list(devices) + [0], [], [], max(0, min(due) - now) if due else None
        )
        now = time.monotonic()
        for device in ready:
            if device == 0:
                return
            try:
                while True:
                    waiting[device].append((now + delay, os.read(device, 65536)))
            except BlockingIOError:
                pass
        for device, queue in waiting.items():
            other = devices[1 - devices.index(device)]
            while queue and queue[0][0] <= now:
                os.write(other, queue.popleft()[1])


def main():
    space, delay = sys.argv[1], int(sys.argv[2]) / 2000
    ours, theirs = "far%d-a" % os.getpid(), "far%d-b" % os.getpid()
    must("ip", "netns", "add", space)
    try:
        must("ip", "link", "add", ours, "type", "veth", "peer", "name", theirs)
        netem = ["root", "netem", "delay", "%dms" % (delay * 1000)]
        if all(run("tc", "qdisc", "add", "dev", end, *netem) for end in (ours, theirs)):
            addresses(ours, theirs, space)
            # moving a device drops what was set on it
            run("tc", "-n", space, "qdisc", "add", "dev", theirs, *netem)
            print("netem", flush=True)
            sys.stdin.read()
        else:
            must("ip", "link", "del", ours)
            devices = [tun(ours), tun(theirs)]
            addresses(ours, theirs, space)
            print("two TUN devices, for there is no netem here", flush=True)
            carry(devices, delay)
    finally:
        run("ip", "link", "del", ours)
        run("ip", "netns", "del", space)


main()
