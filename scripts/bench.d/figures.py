"""figures.py --kinora PROGRAM [PART...] [--rounds N] [--raw FILE]: measures the parts named, or all, and prints the table.

Each part gives raw runs; a figure is the median over its rounds, where ours and what it is compared to take turns and
each round's runs are neighbours in time. CPU seconds are of client, studio and workers together.
"""
import argparse
import http.client
import json
import os
import platform
import shutil
import socket
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import peers
import photos
from measure import Run, Studio, program

JOB = "make a 30 second video with 1 second crossfades, no music"
MINUTE = 'make a 60 second video with the title "Summer", 1 second crossfades, no music'
THREE_SECONDS = "make a slideshow, 3 seconds each, no music"


class Bench:
    def __init__(self, kinora, rounds):
        self.kinora, self.rounds = kinora, rounds
        self.work = Path(tempfile.mkdtemp(prefix="kinora-bench-"))
        self.samples = [str(path) for path in photos.SAMPLES]
        self.raw = {}

    def note(self, part, name, run, **more):
        """Keeps a run and tells it."""
        entry = run.raw() | more
        self.raw.setdefault(part, {}).setdefault(name, []).append(entry)
        print(f"{part:8} {name:24} CPU {run.cpu:7.2f} s  wall {run.wall:7.2f} s", *more.values(), flush=True)

    def peer(self, part, name, command):
        self.note(part, name, program(command)[0])

    # Parts

    def render(self):
        """Ours, x264 alone and zoompan, in turn."""
        video, frames = self.work / "ours.mp4", self.work / "frames.yuv"
        for _ in range(self.rounds):
            with Studio(self.kinora) as studio:
                run, _ = studio.make(self.samples, JOB)
                self.note("render", "ours", run)
                shutil.copy(studio.folder / "ours.mp4", video)
            peers.frames(video, frames)
            self.peer("render", "x264", peers.x264_alone(frames, self.work / "peer.mp4"))
            self.peer("render", "zoompan", peers.zoompan(self.samples, self.work / "peer.mp4", 2208))
        frames.unlink()

    def peers(self):
        """The long ones, once, and ours beside them."""
        with Studio(self.kinora) as studio:
            self.note("peers", "ours", studio.make(self.samples, JOB)[0])
        self.peer("peers", "zoompan 8000", peers.zoompan(self.samples, self.work / "peer.mp4", 8000))
        self.peer("peers", "melt", peers.melt(self.samples, self.work / "peer.mp4"))
        self.peer("peers", "moviepy", peers.moviepy(self.samples, self.work / "peer.mp4"))

    def cores(self):
        for _ in range(self.rounds):
            for cores in ("0", "0,1"):
                with Studio(self.kinora, cores) as studio:
                    self.note("cores", f"on {cores}", studio.make(self.samples, JOB)[0])

    def edits(self):
        """A minute of ten photos; a title is changed, then a photo put into the middle. The chat is counted, too."""
        pictures = photos.twelve_megapixels(11, self.work / "photos")
        for _ in range(self.rounds):
            with Studio(self.kinora) as studio:
                self.note("edits", "first", studio.make(pictures[:10], MINUTE)[0])
                for name, line in {
                    "title": 'change the title to "Winter"',
                    "insert": f"{pictures[10]} add this photo after photo 5",
                }.items():
                    run, said = studio.chat(line, "export")
                    if "Video ready" not in said:
                        raise SystemExit(f"bench: no video after “{line}”:\n{said}")
                    self.note("edits", name, run)

    def many(self):
        """3 s for each of 10, 50 and 500 photos of 12 MP; once, the last takes long."""
        pictures = photos.twelve_megapixels(500, self.work / "photos")
        for count in (10, 50, 500):
            with Studio(self.kinora) as studio:
                run, video = studio.make(pictures[:count], THREE_SECONDS)
                self.note("many", str(count), run, seconds=video["duration_ms"] / 1000)
                print(f"{'':8} together {run.together:.0f} MiB, largest process {run.largest:.0f} MiB", flush=True)

    def preview(self):
        """From the question for the timeline's pictures to the last of ten, by four hands, and the whole command."""
        pictures = photos.twelve_megapixels(10, self.work / "photos")
        for _ in range(self.rounds):
            with Studio(self.kinora) as studio:
                studio.chat("make a 30 second video", photos=pictures)
                before, began = studio.used(), time.monotonic()
                count = contact_sheet(studio.socket)
                run = Run(studio.used() - before, time.monotonic() - began)
                self.note("preview", "contact sheet", run, pictures=count)

    def draft(self):
        for _ in range(self.rounds):
            with Studio(self.kinora) as studio:
                run, video = studio.make(self.samples, JOB, "--quality", "draft")
                self.note("draft", "draft", run, seconds=video["duration_ms"] / 1000)




def contact_sheet(path):
    """Fetches all pictures of the latest session. Returns how many there were."""
    session = json.loads(get(path, "/api/kinora/sessions"))["data"]["sessions"][0]["id"]
    pictures = json.loads(get(path, f"/api/kinora/preview/{session}"))["data"]["pictures"]
    with ThreadPoolExecutor(4) as hands:
        for body in hands.map(lambda picture: get(path, picture["url"] + "?format=ppm&side=240"), pictures):
            if not body.startswith(b"P6"):
                raise SystemExit("bench: a picture of the contact sheet is none")
    return len(pictures)


def get(path, address):
    connection = http.client.HTTPConnection("studio")
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(path)
    connection.request("GET", address)
    reply = connection.getresponse()
    body = reply.read()
    connection.close()
    if reply.status != 200:
        raise SystemExit(f"bench: {address.split('?')[0]} answered {reply.status}")
    return body


# The table


def figures(raw):
    """(what, must be, figure or None, its raw numbers) of each line."""

    def runs(part, name):
        return raw.get(part, {}).get(name, [])

    def ratio(part, mine, other, key="cpu", per=None):
        pairs = list(zip(runs(part, mine), runs(part, other)))
        if not pairs:
            return None, ""

        def value(run):
            return run[key] / (run[per] if per else 1)

        shown = "; ".join(f"{value(a):.3g}/{value(b):.3g}" for a, b in pairs)
        return statistics.median(value(a) / value(b) for a, b in pairs), shown

    def each(part, name, value):
        values = [value(run) for run in runs(part, name)]
        return (statistics.median(values), "; ".join(f"{v:.3g}" for v in values)) if values else (None, "")

    peak = each("many", "500", lambda run: run["together"])
    return [
        ("ours / x264 alone on the same frames (CPU s)", "<=", 1.12, *ratio("render", "ours", "x264")),
        ("ours / ffmpeg plain zoompan (CPU s)", "<=", 0.60, *ratio("render", "ours", "zoompan")),
        ("ours / ffmpeg 8000-px zoompan (CPU s)", "<=", 0.20, *ratio("peers", "ours", "zoompan 8000")),
        ("ours / melt (CPU s)", "<=", 0.25, *ratio("peers", "ours", "melt")),
        ("ours / MoviePy (CPU s)", "<=", 0.10, *ratio("peers", "ours", "moviepy")),
        ("2 cores / 1 core (wall s)", "<=", 0.60, *ratio("cores", "on 0,1", "on 0", "wall")),
        ("another title / first export of 60 s (CPU s)", "<=", 0.10, *ratio("edits", "title", "first")),
        ("a photo put in / first export of 60 s (CPU s)", "<=", 0.25, *ratio("edits", "insert", "first")),
        ("500 photos / 50, peak memory together (MiB)", "<=", 1.10, *ratio("many", "500", "50", "together")),
        ("500 photos, peak memory together (MB)", "<", 600, *(scaled(peak, 1.048576))),
        ("500 photos / 10, wall per output second", "<=", 1.10, *ratio("many", "500", "10", "wall", "seconds")),
        ("contact sheet of 10 photos of 12 MP (s)", "<=", 1.5, *each("preview", "contact sheet", lambda run: run["wall"])),
        ("draft, times real time", ">=", 4, *each("draft", "draft", lambda run: run["seconds"] / run["wall"])),
    ]


def scaled(figure, factor):
    value, shown = figure
    return (value * factor if value is not None else None), f"{shown} MiB" if shown else ""


def show(results):
    print(f"\n{results['machine']}, {results['date']}, {results['rounds']} rounds\n")
    print("| figure | must be | is | met | raw |\n|---|---|---|---|---|")
    for what, sign, bound, value, shown in figures(results["raw"]):
        if value is None:
            print(f"| {what} | {sign} {bound:g} | not measured | | |")
            continue
        met = value >= bound if sign == ">=" else value < bound if sign == "<" else value <= bound
        print(f"| {what} | {sign} {bound:g} | {value:.3g} | {'yes' if met else '**no**'} | {shown} |")


def main():
    parts = ["render", "peers", "cores", "edits", "many", "preview", "draft"]
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(parts))
    parser.add_argument("--kinora")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--raw", type=Path, default=Path(".build/bench.json"))
    parser.add_argument("--table", type=Path)
    options = parser.parse_args()
    if options.table:
        return show(json.loads(options.table.read_text()))
    if unknown := set(options.parts) - set(parts):
        parser.error(f"no such part: {', '.join(unknown)}")
    bench = Bench(options.kinora, options.rounds)
    results = {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Linux {platform.release()}",
        "date": time.strftime("%Y-%m-%d"),
        "rounds": options.rounds,
        "raw": bench.raw,
    }
    try:
        for part in options.parts or parts:
            getattr(bench, part)()
            options.raw.write_text(json.dumps(results, indent=1) + "\n")
    finally:
        shutil.rmtree(bench.work)
    show(results)


main()
