"""Jobs of many kinds, whose time a studio is asked for before it renders them."""
import subprocess
import time
from dataclasses import dataclass

import photos
from measure import Run

FIRST = "first of all"
SMALL = (800, 600)
FFMPEG = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y"]


@dataclass
class Job:
    """Files and words make a timeline, in a session of its own unless it goes on with the one before; then it is
    exported, in one shape or several."""
    name: str
    files: list
    lines: list
    quality: str = "high"
    aspects: tuple = ()


def jobs(folder):
    """The first one is for a studio that has rendered nothing yet."""
    samples = [str(path) for path in photos.SAMPLES]
    large = photos.twelve_megapixels(10, folder / "photos")
    small, flat = pictures(folder / "small", samples, 12, *SMALL), drawings(folder / "flat", 6)
    film, phone, animation = clips(folder, samples)
    return [
        Job(FIRST, samples, ["make a 20 second video with crossfades and background music"]),
        Job("title, music", samples, ['make a 30 second video with the title "Summer" and piano music']),
        Job("another title", [], ['change the title to "Winter"']),
        Job("a photo more", [], [f"{large[5]} add this photo after photo 2"]),
        Job("9:16", samples, ["make a 20 second video for TikTok with 1 second crossfades, no music"]),
        Job("two shapes", samples[:3], ["make a 12 second video with calm music"], aspects=("16:9", "1:1")),
        Job("draft", samples, ["make a 60 second video with upbeat music"], quality="draft"),
        Job("12 MP", large, ["make a 40 second video with random transitions and cinematic music"]),
        Job("12 MP, few, 9:16", large[:3], ["make a 10 second video, 9:16, no music"]),
        Job("small", small, ["make a slideshow, 2 seconds each, with lofi music"]),
        Job("without motion", samples, ["make a 20 second video, no music", "don't move any photo"]),
        Job("drawings", flat, ["make a slideshow, 4 seconds each, no music"]),
        Job("captions", samples[:4], ["make a 16 second video, no music", 'caption all photos "The Alps"']),
        Job("clip", [film, *samples[:2]], ["make a video with background music"]),
        Job("phone clip", [phone], ["make a video, no music"]),
        Job("animation", [animation, samples[3]], ["make a slideshow, 6 seconds each, no music"]),
        Job("best", samples[:2], ["make a 10 second video, no music"], quality="best"),
    ]


def export(studio, job):
    """Returns (Run, what it was estimated to take in s, whether that was learned here), of all shapes together."""
    known = sessions(studio)
    studio.chat(*job.lines, photos=job.files)
    # A new one, or the one that was changed last.
    session = next((id for id in sessions(studio) if id not in known or not job.files), None)
    if session is None:
        raise SystemExit(f"bench: no session of {job.name}")
    query = f"?quality={job.quality}" + "".join(f"&aspect={aspect.replace(':', '%3A')}" for aspect in job.aspects)
    estimate = studio.ask(f"/api/kinora/estimate/{session}{query}")["data"]
    draft = studio.ask(f"/api/state/nemo_agent/me/{session}/latest")["data"]["state"]["draft"]
    before, began = studio.used(), time.monotonic()
    for output in estimate["outputs"]:
        shape = {"format": "mp4", "quality": job.quality, "aspect": output["aspect"]}
        order = {"id": f"render_{time.time_ns()}", "sessionId": session, "draft": draft, "output": shape}
        address = "/api/render/proxy/lambda"
        status = studio.ask(address, order)
        while status["status"] in ("pending", "processing"):
            time.sleep(0.02)
            status = studio.ask(f"{address}/{order['id']}")
        if status["status"] != "completed":
            raise SystemExit(f"bench: {job.name} was not rendered: {status.get('message')}")
    run = Run(studio.used() - before, time.monotonic() - began)
    return run, estimate["estimate_ms"] / 1000, estimate["measured"]


def sessions(studio):
    """Their ids, the latest first."""
    return [session["id"] for session in studio.ask("/api/kinora/sessions")["data"]["sessions"]]


# Files


def pictures(folder, samples, count, wide, high):
    """Small photos: parts of the samples."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for index in range(count):
        path = folder / f"small-{index:02}.jpg"
        cut = f"crop=iw*0.7:ih*0.7:iw*0.3*{index / count}:0,scale={wide}:{high}"
        ffmpeg("-i", samples[index % len(samples)], "-vf", cut, "-frames:v", "1", path)
        paths.append(str(path))
    return paths


def drawings(folder, count):
    """Pictures with hardly any detail, as of slides and drawings."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for index in range(count):
        path = folder / f"drawing-{index}.png"
        boxes = ",".join(
            f"drawbox=x=iw*{n / 7:.2f}:y=ih*{(n * 5 + index) % 7 / 7:.2f}:w=iw*0.2:h=ih*0.15:c=0x{40 * n:02x}8060:t=fill"
            for n in range(6)
        )
        ffmpeg("-f", "lavfi", "-i", "color=c=0xe8e4d8:s=2400x1600", "-vf", boxes, "-frames:v", "1", path)
        paths.append(str(path))
    return paths


def clips(folder, samples):
    """A clip of 8 s in 1080p, one of 6 s in 4K HEVC that lies on its side, and an animated GIF."""
    hand = "crop=iw*0.8:ih*0.8:iw*0.1+40*sin(n/9):ih*0.1+30*sin(n/7)"
    film, phone, animation = folder / "film.mp4", folder / "phone.mov", folder / "animation.gif"
    tone = ["-f", "lavfi", "-i", "sine=440"]

    def shown(sample, length, size, rate):
        look = f"{hand},scale={size},noise=alls=6:allf=t,format=yuv420p"
        return ["-loop", "1", "-framerate", str(rate), "-i", sample, *tone, "-t", str(length), "-vf", look]

    ffmpeg(*shown(samples[0], 8, "1920:1080", 30), "-c:v", "libx264", "-preset", "fast", "-c:a", "aac", film)
    upright = folder / "upright.mov"
    ffmpeg(
        *shown(samples[2], 6, "3840:2160", 30), "-c:v", "libx265", "-preset", "ultrafast", "-x265-params",
        "log-level=none", "-tag:v", "hvc1", "-c:a", "aac", upright,
    )
    ffmpeg("-i", upright, "-c", "copy", "-metadata:s:v", "rotate=90", phone)
    look = f"{hand},scale=480:320,split[a][b];[a]palettegen[p];[b][p]paletteuse"
    ffmpeg("-loop", "1", "-framerate", "15", "-t", "2", "-i", samples[4], "-lavfi", look, animation)
    return str(film), str(phone), str(animation)


def ffmpeg(*arguments):
    """The last argument is the file that is made, unless it is there."""
    if not arguments[-1].exists():
        subprocess.run([*FFMPEG, *map(str, arguments)], check=True)
