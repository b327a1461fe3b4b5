"""Running programs and counting what they use."""
import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
ATTRIBUTION = {"X-Skill-Source": "best-photo-to-video-ai", "X-Skill-Version": "1.0.0", "X-Skill-Platform": "bench"}


@dataclass
class Run:
    """What a run took: CPU seconds (user and system), wall seconds, and memory in MiB where it was looked at."""
    cpu: float
    wall: float
    largest: float = 0  # the largest process
    together: float = 0  # all processes at the same time, what they share counted once

    def raw(self):
        return {key: round(value, 3) for key, value in asdict(self).items()}


def program(command, **options):
    """Runs a command to its end.

    Returns (Run, standard output). A command that fails ends the bench with what it said.
    """
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    said = []
    reader = threading.Thread(target=lambda: said.append(process.stderr.read()))
    reader.start()
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    reader.join()
    if process.returncode:
        raise SystemExit(f"bench: {command[0]} failed:\n{said[0].decode()[-2000:]}")
    run = Run(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024)
    return run, output.decode()


class Studio:
    """A person's own studio in a fresh state folder, with an empty cache. Its workers are counted with it."""

    def __init__(self, kinora, cores=None):
        self.kinora, self.prefix = kinora, ["taskset", "-c", cores] if cores else []
        self.folder = Path(tempfile.mkdtemp(prefix="kinora-bench-"))
        self.environment = os.environ | {"XDG_STATE_HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}
        self.largest = self.together = 0

    def __enter__(self):
        self.process = subprocess.Popen(
            [*self.prefix, self.kinora, "studio", "run"], env=self.environment, stderr=subprocess.DEVNULL
        )
        while subprocess.run([self.kinora, "studio", "status"], env=self.environment, capture_output=True).returncode:
            time.sleep(0.05)
        self.ended = threading.Event()
        self.watch = threading.Thread(target=self._watch)
        self.watch.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.watch.join()
        subprocess.run([self.kinora, "studio", "stop"], env=self.environment, capture_output=True)
        self.process.wait()
        shutil.rmtree(self.folder)

    def fetch(self, address, body=None):
        """What the studio answers to a call, to one with a body where there is one."""
        connection = http.client.HTTPConnection("studio")
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(str(self.folder / "kinora/studio.sock"))
        headers = ATTRIBUTION | ({"Content-Type": "application/json"} if body else {})
        connection.request("POST" if body else "GET", address, json.dumps(body) if body else None, headers)
        reply = connection.getresponse()
        answer = reply.read()
        connection.close()
        if reply.status != 200:
            raise SystemExit(f"bench: {address.split('?')[0]} answered {reply.status}")
        return answer

    def ask(self, address, body=None):
        """The same as what its JSON says."""
        return json.loads(self.fetch(address, body))

    def make(self, photos, prompt, *options, output="ours.mp4"):
        """`kinora make`. Returns (Run, what it says of the video)."""
        command = ["make", *photos, "-p", prompt, "--json", "--force", "-o", str(self.folder / output), *options]
        run, said = self.client(command)
        return run, json.loads(said)

    def chat(self, *lines, photos=()):
        """Lines said to the chat: in a new session with these photos, else in the latest."""
        (self.folder / "lines").write_text("".join(line + "\n" for line in lines))
        with open(self.folder / "lines") as said:
            return self.client(["chat", *(photos or ["-c"])], stdin=said, cwd=self.folder)

    def client(self, arguments, **options):
        """A program of ours, with what the studio and its workers use meanwhile."""
        before, self.largest, self.together = self.used(), 0, 0
        run, said = program([*self.prefix, self.kinora, *arguments], env=self.environment, **options)
        run.cpu += self.used() - before
        run.largest, run.together = max(run.largest, self.largest), self.together
        return run, said

    def used(self):
        """CPU seconds of the studio so far, its workers' with it."""
        own = cpu(self.process.pid, with_ended=True)
        return own + sum(cpu(child, with_ended=True) for child in children(self.process.pid))

    def _watch(self):
        while not self.ended.wait(0.2):
            family = [self.process.pid, *children(self.process.pid), *children(os.getpid(), but=self.process.pid)]
            sizes = [memory(pid) for pid in family]
            self.largest = max(self.largest, max(resident for resident, _ in sizes))
            self.together = max(self.together, sum(share for _, share in sizes))


def cpu(pid, with_ended=False):
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return sum(int(field) for field in fields[11:15 if with_ended else 13]) / TICK


def children(pid, but=None):
    try:
        lists = [(task / "children").read_text().split() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []
    return [int(child) for found in lists for child in found if int(child) != but]


def memory(pid):
    """(resident, proportional share) in MiB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return 0, 0
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
    return sizes.get("Rss", 0), sizes.get("Pss", 0)
