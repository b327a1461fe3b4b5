"""moviepy_job.py OUT PHOTO...: the bench's job by MoviePy 2: a resize per frame and CrossFadeIn."""
import sys

from moviepy import CompositeVideoClip, ImageClip, vfx

output, *photos = sys.argv[1:]
LENGTH, FADE, FRAME = 6.8, 1, (1920, 1080)
shown = []
for index, photo in enumerate(photos):
    still = ImageClip(photo, duration=LENGTH)
    still = still.resized(width=2208 if still.w / still.h >= 1.6 else 1920)
    still = still.resized(lambda time: 1 + 0.15 * time / LENGTH).with_position("center")
    clip = CompositeVideoClip([still], size=FRAME).with_duration(LENGTH)
    if index:
        clip = clip.with_effects([vfx.CrossFadeIn(FADE)])
    shown.append(clip.with_start(index * (LENGTH - FADE)))
video = CompositeVideoClip(shown, size=FRAME).with_duration(30)
encoder = ["-crf", "20", "-g", "60"]
video.write_videofile(output, fps=30, codec="libx264", preset="veryfast", ffmpeg_params=encoder, audio=False, logger=None)
