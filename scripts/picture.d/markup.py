"""markup.py SCREEN OUT HIDE: turns a terminal's lines with colours into Pango markup; the folder HIDE is shown as ~."""
import html
import re
import sys

COLOURS = {30: "#5c6370", 31: "#e06c75", 32: "#98c379", 33: "#e5c07b", 34: "#61afef", 35: "#c678dd", 36: "#56b6c2",
           37: "#d7dae0", 90: "#7f848e", 91: "#e06c75", 92: "#98c379", 93: "#e5c07b", 94: "#61afef", 95: "#c678dd",
           96: "#56b6c2", 97: "#ffffff"}
screen, out, hide = sys.argv[1:]
text = open(screen, encoding="utf-8").read().replace(hide, "~").rstrip("\n")
marked, colour, dim, bold = [], None, False, False
for piece in re.split(r"(\x1b\[[0-9;]*m)", text):
    code = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
    if not code:
        if piece:
            shade = colour or ("#7f848e" if dim else "#d7dae0")
            weight = ' weight="bold"' if bold else ""
            marked.append(f'<span foreground="{shade}"{weight}>{html.escape(piece)}</span>')
        continue
    for number in [int(word or 0) for word in code.group(1).split(";")]:
        if number == 0:
            colour, dim, bold = None, False, False
        elif number == 1:
            bold = True
        elif number == 2:
            dim = True
        elif number in (22, 39):
            dim = bold = False if number == 22 else bold
            colour = None if number == 39 else colour
        elif number in COLOURS:
            colour = COLOURS[number]
open(out, "w", encoding="utf-8").write("".join(marked))
