"""figures.py --kinora PROGRAM [PART...] [--rounds N] [--raw FILE]: measures the parts named, or all, and prints the table.

Each part gives raw runs; a figure is the median over its rounds, where ours and what it is compared to take turns and
each round's runs are neighbours in time. What takes minutes is run once, between two runs of ours. CPU seconds are of
client, studio and workers together. Every run is written to the raw file as soon as it is over.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import estimates
import peers
import photos
from measure import Run, Studio, program

JOB = "make a 30 second video with 1 second crossfades, no music"
MINUTE = 'make a 60 second video with the title "Summer", 1 second crossfades, no music'
THREE_SECONDS = "make a slideshow, 3 seconds each, no music"


class Bench:
    def __init__(self, kinora, rounds, file):
        self.kinora, self.rounds, self.file = kinora, rounds, file
        self.work = Path(tempfile.mkdtemp(prefix="kinora-bench-"))
        self.samples = [str(path) for path in photos.SAMPLES]
        self.raw, self.began = {}, time.monotonic()
        self.results = {
            "machine": f"{os.cpu_count()} cores, {platform.machine()}, Linux {platform.release()}",
            "date": time.strftime("%Y-%m-%d"),
            "rounds": rounds,
            "load": round(os.getloadavg()[0], 2),
            "raw": self.raw,
        }

    def note(self, part, name, run, **more):
        """Keeps a run, in the file too, and tells it. Returns what is kept."""
        entry = run.raw() | more
        self.raw.setdefault(part, {}).setdefault(name, []).append(entry)
        self.keep()
        passed = time.monotonic() - self.began
        clock = f"{passed // 60:3.0f}:{passed % 60:02.0f}"
        told = [f"{key} {value}" for key, value in more.items()]
        print(f"{clock} {part:8} {name:24} CPU {run.cpu:7.2f} s  wall {run.wall:7.2f} s ", *told, flush=True)
        return entry

    def keep(self):
        """Whole or not at all: a run that is interrupted leaves a file that can be read."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        partial = self.file.with_name(self.file.name + ".part")
        partial.write_text(json.dumps(self.results, indent=1) + "\n")
        partial.replace(self.file)

    def ours(self, part, name="ours", cores=None):
        """The job with a fresh state folder and an empty cache. The video is left in the work folder."""
        with Studio(self.kinora, cores) as studio:
            run, _ = studio.make(self.samples, JOB)
            shutil.copy(studio.folder / "ours.mp4", self.work / "ours.mp4")
        return self.note(part, name, run)

    def peer(self, part, name, command):
        return self.note(part, name, program(command)[0])

    # Parts

    def render(self):
        """Ours, x264 alone and zoompan, in turn."""
        frames = self.work / "frames.yuv"
        for _ in range(self.rounds):
            self.ours("render")
            peers.frames(self.work / "ours.mp4", frames)
            self.peer("render", "x264", peers.x264_alone(frames, self.work / "peer.mp4"))
            self.peer("render", "zoompan", peers.zoompan(self.samples, self.work / "peer.mp4", 2208))
        frames.unlink()

    def peers(self):
        """The long ones, once, each compared to the mean of ours directly before and after it."""
        # What may have to be fetched comes before the clock runs.
        commands = {
            "zoompan 8000": peers.zoompan(self.samples, self.work / "peer.mp4", 8000),
            "melt": peers.melt(self.samples, self.work / "peer.mp4"),
            "moviepy": peers.moviepy(self.samples, self.work / "peer.mp4"),
        }
        before = self.ours("peers")["cpu"]
        for name, command in commands.items():
            entry = self.peer("peers", name, command)
            after = self.ours("peers")["cpu"]
            entry["ours"] = [before, after]
            self.keep()
            before = after

    def cores(self):
        for _ in range(self.rounds):
            for cores in ("0", "0,1"):
                self.ours("cores", f"on {cores}", cores)

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
        """3 s for each of 10, 50 and 500 photos of 12 MP: the many once, which takes long, the few three times."""
        pictures = photos.twelve_megapixels(500, self.work / "photos")
        for count in (10, 10, 10, 50, 500):
            with Studio(self.kinora) as studio:
                run, video = studio.make(pictures[:count], THREE_SECONDS)
            self.note("many", str(count), run, seconds=video["duration_ms"] / 1000)

    def preview(self):
        """From the question for the timeline's pictures to the last of ten, by four hands, and the whole command."""
        pictures = photos.twelve_megapixels(10, self.work / "photos")
        for _ in range(self.rounds):
            with Studio(self.kinora) as studio:
                studio.chat("make a 30 second video", photos=pictures)
                before, began = studio.used(), time.monotonic()
                count = contact_sheet(studio)
                run = Run(studio.used() - before, time.monotonic() - began)
                self.note("preview", "contact sheet", run, pictures=count)

    def draft(self):
        for _ in range(self.rounds):
            with Studio(self.kinora) as studio:
                run, video = studio.make(self.samples, JOB, "--quality", "draft")
                self.note("draft", "draft", run, seconds=video["duration_ms"] / 1000)

    def estimate(self):
        """Exports of many kinds on one studio, whose time it is asked for before; the first is its first of all."""
        with Studio(self.kinora) as studio:
            for job in estimates.jobs(self.work):
                run, expected, measured = estimates.export(studio, job)
                self.note("estimate", job.name, run, expected=round(expected, 2), measured=measured)


def contact_sheet(studio):
    """Fetches all pictures of the latest session. Returns how many there were."""
    session = studio.ask("/api/kinora/sessions")["data"]["sessions"][0]["id"]
    pictures = studio.ask(f"/api/kinora/preview/{session}")["data"]["pictures"]
    with ThreadPoolExecutor(4) as hands:
        for body in hands.map(lambda picture: studio.fetch(picture["url"] + "?format=ppm&side=240"), pictures):
            if not body.startswith(b"P6"):
                raise SystemExit("bench: a picture of the contact sheet is none")
    return len(pictures)


# The table


def figures(raw):
    """(what, must be, figure or None, its raw numbers) of each line."""

    def runs(part, name):
        return raw.get(part, {}).get(name, [])

    def ratio(part, mine, other, key="cpu"):
        """The median of what each pair of neighbours gives."""
        pairs = [(a[key], b[key]) for a, b in zip(runs(part, mine), runs(part, other))]
        if not pairs:
            return None, ""
        return statistics.median(a / b for a, b in pairs), "; ".join(f"{a:.3g}/{b:.3g}" for a, b in pairs)

    def medians(part, mine, other, value):
        """The ratio of two medians, where one is of more runs."""
        mine, other = ([value(run) for run in runs(part, name)] for name in (mine, other))
        if not mine or not other:
            return None, ""
        shown = " / ".join("; ".join(f"{v:.3g}" for v in values) for values in (mine, other))
        return statistics.median(mine) / statistics.median(other), shown

    def beside(name):
        """Ours, as the mean of the runs before and after, to a peer that was run once."""
        found = [run for run in runs("peers", name) if "ours" in run]
        if not found:
            return None, ""
        run = found[0]
        shown = "; ".join(f"{cpu:.3g}" for cpu in run["ours"])
        return statistics.mean(run["ours"]) / run["cpu"], f"({shown})/{run['cpu']:.3g}"

    def each(part, name, value):
        values = [value(run) for run in runs(part, name)]
        return (statistics.median(values), "; ".join(f"{v:.3g}" for v in values)) if values else (None, "")

    def farthest(measured):
        """The largest share by which an estimate missed what the export took."""
        found = [
            (name, run["expected"], run["wall"])
            for name, entries in raw.get("estimate", {}).items()
            for run in entries
            if (name != estimates.FIRST) == measured
        ]
        if not found:
            return None, ""
        shown = "; ".join(f"{name} {expected:.3g}/{taken:.3g}" for name, expected, taken in found)
        return max(abs(expected / taken - 1) for _, expected, taken in found), shown

    peak = each("many", "500", lambda run: run["together"])
    return [
        ("ours / x264 alone on the same frames (CPU s)", "<=", 1.12, *ratio("render", "ours", "x264")),
        ("ours / ffmpeg plain zoompan (CPU s)", "<=", 0.60, *ratio("render", "ours", "zoompan")),
        ("ours / ffmpeg 8000-px zoompan (CPU s)", "<=", 0.20, *beside("zoompan 8000")),
        ("ours / melt (CPU s)", "<=", 0.25, *beside("melt")),
        ("ours / MoviePy (CPU s)", "<=", 0.10, *beside("moviepy")),
        ("2 cores / 1 core (wall s)", "<=", 0.60, *ratio("cores", "on 0,1", "on 0", "wall")),
        ("another title / first export of 60 s (CPU s)", "<=", 0.10, *ratio("edits", "title", "first")),
        ("a photo put in / first export of 60 s (CPU s)", "<=", 0.25, *ratio("edits", "insert", "first")),
        (
            "500 photos / 50, peak memory together (MiB)",
            "<=",
            1.10,
            *medians("many", "500", "50", lambda run: run["together"]),
        ),
        ("500 photos, peak memory together (MB)", "<", 600, *(scaled(peak, 1.048576))),
        (
            "500 photos / 10, wall per output second",
            "<=",
            1.10,
            *medians("many", "500", "10", lambda run: run["wall"] / run["seconds"]),
        ),
        ("contact sheet of 10 photos of 12 MP (s)", "<=", 1.5, *each("preview", "contact sheet", lambda run: run["wall"])),
        ("draft, times real time", ">=", 4, *each("draft", "draft", lambda run: run["seconds"] / run["wall"])),
        ("estimate, farthest from what it took (expected/taken, s)", "<=", 0.30, *farthest(measured=True)),
        ("the same, of the first export of all", "<=", 0.30, *farthest(measured=False)),
    ]


def scaled(figure, factor):
    value, shown = figure
    return (value * factor if value is not None else None), f"{shown} MiB" if shown else ""


def show(results):
    print(f"\n{results['machine']}, {results['date']}, {results['rounds']} rounds, load {results['load']} before\n")
    print("| figure | must be | is | met | raw |\n|---|---|---|---|---|")
    for what, sign, bound, value, shown in figures(results["raw"]):
        if value is None:
            print(f"| {what} | {sign} {bound:g} | not measured | | |")
            continue
        met = value >= bound if sign == ">=" else value < bound if sign == "<" else value <= bound
        print(f"| {what} | {sign} {bound:g} | {value:.3g} | {'yes' if met else '**no**'} | {shown} |")


def main():
    parts = ["render", "peers", "cores", "edits", "preview", "draft", "estimate", "many"]
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
    bench = Bench(options.kinora, options.rounds, options.raw)
    if bench.results["load"] > 0.3 * os.cpu_count():
        print(f"bench: the machine is busy (load {bench.results['load']}): wall times will say little", flush=True)
    try:
        for part in options.parts or parts:
            getattr(bench, part)()
    finally:
        shutil.rmtree(bench.work)
        # What there is of a run that was interrupted, too.
        show(bench.results)


main()
