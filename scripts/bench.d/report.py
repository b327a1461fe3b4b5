"""report.py FOLDER: prints the raw figures of a bench run, their medians and the ratios."""
import statistics
import sys
from pathlib import Path

folder = Path(sys.argv[1])


def runs(name):
    """(CPU s, wall s, peak MiB) of each run."""
    lines = (folder / f"{name}.figures").read_text().split("\n")
    figures = [[float(word) for word in line.split()] for line in lines if line and line[0].isdigit()]
    return [(user + system, wall, peak / 1024) for user, system, wall, peak in figures]


client, studio = runs("client"), runs("studio")
# The job's wall time is the client's: the studio's own includes waiting for it to be started and stopped.
ours = [(c[0] + s[0], c[1], max(c[2], s[2])) for c, s in zip(client, studio)]
rows = {
    "ours (client, studio, workers)": ours,
    "x264 alone on the same frames": runs("floor"),
    "ffmpeg zoompan, plain": runs("zoompan-2208"),
}
print(f"{'':34}{'CPU s':>8}{'wall s':>8}{'peak MiB':>10}   CPU s of each run")
for name, figures in rows.items():
    cpu, wall, peak = (statistics.median(column) for column in zip(*figures))
    print(f"{name:34}{cpu:8.1f}{wall:8.1f}{peak:10.0f}   {' '.join(f'{run[0]:.1f}' for run in figures)}")


def ratio(name):
    """The median over the rounds of ours to another's CPU seconds: each round's runs are neighbours in time."""
    return statistics.median(mine[0] / other[0] for mine, other in zip(ours, rows[name]))


print()
print(f"ours / x264 alone:     {ratio('x264 alone on the same frames'):.2f}")
print(f"ours / zoompan, plain: {ratio('ffmpeg zoompan, plain'):.2f}")
