"""load.py KINORA [--clients N] [--rounds N] [--kill]: many clients at once against `kinora serve`.

Each client gets a token of its own (from an address of its own, by a trusted proxy's header), a session, and in each
round uploads a photo nobody else has, says something that edits, asks something, and reads its state and credits. All
of them start together. What is checked: every call succeeds; a session shows its own media and nobody else's; what an
account has left is what it began with less its own edits, to the last credit, and nothing stays frozen. With --kill the
studio is killed in the middle of everybody's last edit and started again, and the credits have to add up once more.

Printed: calls and turns a second, the median and 95th percentile of each call, CPU seconds and peak memory of the
studio and of its workers. The clients run on the same machine and share its cores.
"""
import argparse
import asyncio
import hashlib
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

SAMPLES = sorted((Path(__file__).parent.parent.parent / "Docs/samples").glob("*.jpg"))
ATTRIBUTION = {"X-Skill-Source": "best-photo-to-video-ai", "X-Skill-Version": "1.0.0", "X-Skill-Platform": "bench"}
STARTING_CREDITS = 100
SHA = re.compile(r"\b[0-9a-f]{64}\b")
EDITS = ["make a 10 second video", "make the last photo 4 seconds", "9:16 please", "make it 12 seconds in all"]


class Studio:
    """`kinora serve` in a folder of its own, and what it used."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.cpu, self.peak, self.worker_peak = 0.0, 0, 0

    def start(self):
        command = [self.program, "serve", "--port", "0", "--data", self.folder + "/data",
                   "--trusted-proxy", "127.0.0.1"]
        self.used = 0.0
        self.log = open(self.folder + "/studio.log", "ab")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().decode()
        self.port = int(line.split("http://127.0.0.1:")[1].split()[0])

    def look(self):
        """Takes down what the studio and its workers used so far; it is gone with the processes."""
        self.peak = max(self.peak, self.peak_of(self.process.pid))
        workers = self.workers()
        self.worker_peak = max([self.worker_peak] + [self.peak_of(worker) for worker in workers])
        self.used = max(self.used, sum(self.cpu_of(pid) for pid in [self.process.pid, *workers]))

    def workers(self):
        try:
            tasks = list(Path(f"/proc/{self.process.pid}/task").iterdir())
            return {child for task in tasks for child in (task / "children").read_text().split()}
        except OSError:
            return set()

    @staticmethod
    def peak_of(pid):
        """MiB."""
        try:
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        except OSError:
            return 0
        return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)

    @staticmethod
    def cpu_of(pid):
        """Seconds, with those of the children it has waited for."""
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            return 0
        return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")

    def end(self, number):
        self.look()
        self.process.send_signal(number)
        status = self.process.wait()
        self.cpu += self.used
        self.log.close()
        return status


class Failure(Exception):
    pass


class Client:
    """One user: a connection that is kept, a token, a session, and what the studio should think of them."""

    def __init__(self, number, studio, times):
        self.number, self.studio, self.times = number, studio, times
        self.reader = self.writer = None
        self.media, self.edits, self.headers = [], 0, dict(ATTRIBUTION)

    async def call(self, kind, method, path, body=b"", headers=None):
        """The status and the whole body of a reply."""
        began = time.monotonic()
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.studio.port, limit=1 << 20)
        if isinstance(body, dict):
            body, headers = json.dumps(body).encode(), {"Content-Type": "application/json", **(headers or {})}
        fields = {"Host": "studio", "Content-Length": str(len(body)), **self.headers, **(headers or {})}
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items()) + "\r\n"
        self.writer.write(head.encode() + body)
        await self.writer.drain()
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().lower()
        status = int(head.split()[1])
        if "transfer-encoding: chunked" in head:
            data = b""
            while size := int(await self.reader.readuntil(b"\r\n"), 16):
                data += (await self.reader.readexactly(size + 2))[:-2]
            await self.reader.readexactly(2)
        else:
            length = next(int(line.split(":")[1]) for line in head.split("\r\n") if line.startswith("content-length:"))
            data = await self.reader.readexactly(length)
        self.times.setdefault(kind, []).append(time.monotonic() - began)
        if status != 200:
            raise Failure(f"{kind}: {status} {data[:200]!r}")
        return data

    async def data(self, *arguments, **more):
        reply = json.loads(await self.call(*arguments, **more))
        if reply["code"] != 0:
            raise Failure(f"{arguments[0]}: {reply}")
        return reply["data"]

    async def begin(self):
        address = f"10.{self.number >> 16 & 255}.{self.number >> 8 & 255}.{self.number & 255}"
        token = await self.data("token", "POST", "/api/auth/anonymous-token",
                                headers={"X-Client-Id": str(uuid.uuid4()), "X-Forwarded-For": address})
        self.headers["Authorization"] = "Bearer " + token["token"]
        session = await self.data("session", "POST", "/api/tasks/me/with-session/nemo_agent",
                                  body={"task_name": "project", "language": "en"})
        self.session = session["session_id"]

    async def upload(self, round):
        # Bytes after the end of a JPEG are nobody's: the same picture, another file.
        photo = SAMPLES[(self.number + round) % len(SAMPLES)].read_bytes() + f"{self.number} {round}".encode()
        name = f"photo-{self.number}-{round}.jpg"
        body = (f'--XyZ\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode()
                + photo + b"\r\n--XyZ--\r\n")
        reply = await self.data("upload", "POST", f"/api/upload-video/nemo_agent/me/{self.session}", body=body,
                                headers={"Content-Type": "multipart/form-data; boundary=XyZ"})
        digest = hashlib.sha256(photo).hexdigest()
        if [file["id"] for file in reply["files"]] != [digest]:
            raise Failure(f"upload: {reply}")
        self.media.append(digest)

    async def say(self, kind, text):
        """Says something; whether it changed the timeline."""
        data = await self.call(kind, "POST", "/run_sse", headers={"X-Kinora-Turn": f"turn-{uuid.uuid4()}"},
                               body={"app_name": "nemo_agent", "user_id": "me", "session_id": self.session,
                                     "new_message": {"parts": [{"text": text}]}})
        events = [json.loads(frame[6:]) for frame in data.decode().split("\n\n") if frame.startswith("data: ")]
        if not events or any("errorCode" in event for event in events):
            raise Failure(f"{kind}: {data[-300:]!r}")
        edited = any("draft" in event.get("actions", {}).get("stateDelta", {}) for event in events)
        self.edits += edited
        return edited

    async def check(self):
        state = (await self.data("state", "GET", f"/api/state/nemo_agent/me/{self.session}/latest"))["state"]
        if [item["id"] for item in state["video_infos"]] != self.media:
            raise Failure("state: media of another")
        if set(SHA.findall(json.dumps(state["draft"]))) - set(self.media):
            raise Failure("state: a draft of another")
        await self.check_credits()

    async def check_credits(self):
        credits = await self.data("credits", "GET", "/api/credits/balance/simple")
        left = STARTING_CREDITS - self.edits
        if credits != {"available": left, "frozen": 0, "total": left}:
            raise Failure(f"credits: {credits} after {self.edits} edits")

    async def run(self, rounds):
        await self.begin()
        for round in range(rounds):
            await self.upload(round)
            if not await self.say("edit", EDITS[0] if round == 0 else EDITS[round % len(EDITS)]) and round == 0:
                raise Failure("edit: nothing was made")
            await self.say("answer", "how long is it?")
            await self.check()

    async def last_edit(self):
        """An edit that the studio's end may cut off; whether it counts is read from the record afterwards."""
        self.turn = f"last-{self.number}"
        try:
            self.headers["X-Kinora-Turn"] = self.turn
            await self.call("cut off", "POST", "/run_sse", body={
                "session_id": self.session, "new_message": {"parts": [{"text": "make the first photo 5 seconds"}]}})
        except (Failure, OSError, asyncio.IncompleteReadError):
            pass
        finally:
            del self.headers["X-Kinora-Turn"]

    async def check_after_kill(self):
        self.writer = None
        try:
            record = await self.data("record", "GET", f"/api/kinora/turns/{self.session}/{self.turn}")
        except Failure:
            return "unheard"
        self.edits += any("draft" in event.get("actions", {}).get("stateDelta", {}) for event in record["events"])
        return "cut off" if any("errorCode" in event for event in record["events"]) else "whole"


async def together(work):
    """All of it at once; what went wrong, by its words."""
    outcomes = await asyncio.gather(*work, return_exceptions=True)
    return outcomes, [outcome for outcome in outcomes if isinstance(outcome, BaseException)]


async def main(options):
    times, errors = {}, []
    with tempfile.TemporaryDirectory(prefix="kinora-load-") as folder:
        studio = Studio(options.kinora, folder)
        studio.start()
        clients = [Client(number, studio, times) for number in range(options.clients)]
        began = time.monotonic()

        async def watch():
            while True:
                studio.look()
                await asyncio.sleep(0.2)

        watching = asyncio.create_task(watch())
        _, failures = await together(client.run(options.rounds) for client in clients)
        wall = time.monotonic() - began
        errors += failures
        fates = {}
        if options.kill:
            last = [asyncio.create_task(client.last_edit()) for client in clients]
            # In the middle: a half has its answer, the other is being answered or waits.
            while sum(task.done() for task in last) < len(last) // 2:
                await asyncio.sleep(0.001)
            watching.cancel()
            studio.end(signal.SIGKILL)
            await asyncio.gather(*last)
            studio.start()
            outcomes, failures = await together(client.check_after_kill() for client in clients)
            errors += failures
            for outcome in outcomes:
                if isinstance(outcome, str):
                    fates[outcome] = fates.get(outcome, 0) + 1
            for client in clients:
                client.writer = None
            _, failures = await together(client.check_credits() for client in clients)
            errors += failures
        watching.cancel()
        status = studio.end(signal.SIGTERM)
        if status != 0:
            errors.append(Failure(f"the studio ended with {status}"))
        log = Path(folder, "studio.log").read_text()
        for client in clients:
            if client.headers.get("Authorization", "Bearer ?")[7:] in log:
                errors.append(Failure("a token is in the log"))

    counts = {kind: len(values) for kind, values in times.items()}
    print(f"{options.clients} clients, {options.rounds} rounds: {sum(counts.values())} calls in {wall:.1f} s, "
          f"{sum(counts.values()) / wall:.0f} calls/s, {(counts.get('edit', 0) + counts.get('answer', 0)) / wall:.0f} turns/s")
    print(f"{'':10}{'calls':>8}{'p50 ms':>10}{'p95 ms':>10}{'max ms':>10}")
    for kind, values in times.items():
        values = sorted(1000 * value for value in values)
        p95 = values[min(len(values) - 1, int(len(values) * 0.95))]
        print(f"{kind:10}{len(values):8}{statistics.median(values):10.0f}{p95:10.0f}{values[-1]:10.0f}")
    print(f"studio and workers: {studio.cpu:.1f} CPU s; peak {studio.peak} MiB, the largest worker {studio.worker_peak} MiB")
    print(f"credits: {sum(client.edits for client in clients)} spent by {options.clients} accounts, all accounted for"
          if not errors else "")
    if fates:
        print("killed in mid-edit: " + ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items())))
    for error in errors[:10]:
        print(f"FAILED: {type(error).__name__}: {error}", file=sys.stderr)
    if log.strip():
        print("the studio's log:\n" + log[-2000:], file=sys.stderr)
    return 1 if errors else 0


parser = argparse.ArgumentParser()
parser.add_argument("kinora")
parser.add_argument("--clients", type=int, default=200)
parser.add_argument("--rounds", type=int, default=3)
parser.add_argument("--kill", action="store_true")
sys.exit(asyncio.run(main(parser.parse_args())))
