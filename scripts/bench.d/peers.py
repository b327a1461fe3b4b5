"""The same job done by others: five photos, 6.8 s each with a slow zoom of 15% and a drift, 1 s crossfades, 30 s in all,
1920x1080, 30 fps, x264 veryfast crf 20 with a keyframe every 60 frames, no sound."""
import os
import subprocess
import sys
from pathlib import Path

X264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-g", "60"]
FFMPEG = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y"]
FRAMES = 204
MOVIEPY = "2.2.1"


def frames(video, raw):
    """Decodes our own video into raw frames, once."""
    if not raw.exists():
        subprocess.run([*FFMPEG, "-i", video, "-map", "0:v:0", "-pix_fmt", "yuv420p", "-f", "rawvideo", raw], check=True)


def x264_alone(raw, output):
    """No program that uses x264 can be faster than x264."""
    shape = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "1920x1080", "-r", "30"]
    return [*FFMPEG, *shape, "-i", str(raw), *X264, str(output)]


def zoompan(photos, output, width):
    """ffmpeg's zoompan and xfade. At 2208 px wide it is the usual recipe, which moves in whole pixels; at 8000 px its
    usual cure."""
    move = f"zoompan=z='1+0.15*on/{FRAMES}':x='(iw-iw/zoom)*on/{FRAMES}':y='(ih-ih/zoom)/2':d={FRAMES}:s=1920x1080:fps=30"
    graph = "".join(f"[{n}]scale={width}:-2,{move}[v{n}];" for n in range(len(photos)))
    last = "v0"
    for n in range(1, len(photos)):
        graph += f"[{last}][v{n}]xfade=duration=1:offset={5.8 * n:.1f}[x{n}];"
        last = f"x{n}"
    inputs = [word for photo in photos for word in ("-i", photo)]
    shown = [*FFMPEG, *inputs, "-filter_complex", f"{graph}[{last}]format=yuv420p[out]", "-map", "[out]", "-t", "30"]
    return [*shown, *X264, str(output)]


def melt(photos, output):
    """MLT: the affine filter on each photo, luma mixes between them."""
    move = f"transition.rect=0=0%/0%:100%x100%;{FRAMES - 1}=-7%/-7%:114%x114%"
    tracks = []
    for n, photo in enumerate(photos):
        tracks += [photo, f"out={FRAMES - 1}", "-attach-cut", "affine", move, "transition.fill=1"]
        tracks += ["-mix", "30", "-mixer", "luma"] if n else []
    encoder = ["vcodec=libx264", "preset=veryfast", "crf=20", "g=60", "an=1"]
    return ["melt", "-silent", *tracks, "-profile", "atsc_1080p_30", "-consumer", f"avformat:{output}", *encoder]


def moviepy(photos, output):
    return [moviepy_python(), str(Path(__file__).parent / "moviepy_job.py"), str(output), *photos]


def moviepy_python():
    """A Python with MoviePy: the person's own, or one of the bench's."""
    if own := os.environ.get("KINORA_BENCH_MOVIEPY"):
        return own
    home = Path(__file__).parent.parent.parent / ".build/bench-moviepy"
    python = home / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"moviepy=={MOVIEPY}"], check=True)
    return str(python)
