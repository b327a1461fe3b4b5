"""Photos to measure with."""
import random
import subprocess
from pathlib import Path

SAMPLES = sorted((Path(__file__).parent.parent.parent / "Docs/samples").glob("*.jpg"))
# 12 megapixels, as a phone takes them; grain gives them a phone's 3-5 MB.
WIDE, HIGH = 4000, 3000


def twelve_megapixels(count, folder):
    """So many photos, no two with the same bytes: ten are drawn from the samples, mirrored, darkened and grained by a
    seed, and the others are these with a comment of their own in front, which costs as much to read."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for index in range(min(count, 10)):
        path = folder / f"drawn-{index:02}.jpg"
        if not path.exists():
            dice = random.Random(index)
            look = f"eq=brightness={dice.uniform(-0.08, 0.08):.3f}:saturation={dice.uniform(0.7, 1.2):.3f}"
            mirror = ",hflip" if index >= len(SAMPLES) else ""
            cover = f"scale={WIDE}:{HIGH}:force_original_aspect_ratio=increase,crop={WIDE}:{HIGH}"
            graph = f"{cover}{mirror},{look},noise=alls=9:all_seed={index}"
            source = SAMPLES[index % len(SAMPLES)]
            command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", "-i", source, "-vf", graph]
            subprocess.run([*command, "-pix_fmt", "yuvj420p", "-q:v", "2", "-frames:v", "1", path], check=True)
        drawn.append(path.read_bytes())
    photos = []
    for index in range(count):
        path = folder / f"photo-{index:03}.jpg"
        if not path.exists():
            comment = f"Photo {index}".encode()
            segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
            picture = drawn[index % len(drawn)]
            path.write_bytes(picture[:2] + segment + picture[2:])
        photos.append(str(path))
    return photos
