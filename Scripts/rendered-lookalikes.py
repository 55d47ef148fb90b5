#!/usr/bin/env python3
"""Finds letters that fonts draw alike and that neither Unicode's confusables nor our own table list.

usage: Scripts/rendered-lookalikes.py [--fonts DIR] [--calibrate] > Sources/CuretteClean/Data/rendered-lookalikes.tsv

Needs FreeType and fonts, at development time only (Debian):
    apt-get install python3-freetype python3-numpy fonts-dejavu-core fonts-noto-core fonts-noto-extra libicu-dev

Every letter and number of every font is drawn at one size, cut to its ink and scaled to one height; then it is laid over each
Latin letter drawn by the font's Latin companion. The distance of two drawings is the share of ink in which they differ, after
a blur of a stroke's width. What lies nearer than LIMIT is a lookalike: a third of the pairs of single letters that Unicode lists,
as these fonts draw them, are as near (--calibrate prints their distances), and beyond it chance resemblances outnumber the others.
The table is weak throughout: a reading that uses it must come to a known word.
"""
import argparse, ctypes, ctypes.util, glob, os, sys, unicodedata as ud
import freetype, numpy as np

SIZE = 64           # pixels an em
BOX = (32, 48)      # height and widest width of a drawing that was cut and scaled
LIMIT = 0.22
NEAREST = 2         # readings a letter keeps
TARGETS = [chr(c) for c in range(0x61, 0x7B)] + [chr(c) for c in range(0x41, 0x5B)]
# A font of a script is laid over the Latin letters of the family it was drawn to go with.
COMPANIONS = [("NotoSerif", "NotoSerif-Regular.ttf"), ("Noto", "NotoSans-Regular.ttf"), ("DejaVuSans", "DejaVuSans.ttf")]


def drawing(face, letter):
    """The letter's ink in a box, and its lowest and highest row above the base line in ems; None for a blank."""
    face.load_char(letter, freetype.FT_LOAD_RENDER | freetype.FT_LOAD_NO_HINTING)
    bitmap = face.glyph.bitmap
    if bitmap.width == 0 or bitmap.rows == 0: return None
    ink = np.array(bitmap.buffer, dtype=np.float32).reshape(bitmap.rows, bitmap.pitch)[:, :bitmap.width] / 255
    top = face.glyph.bitmap_top / SIZE
    bottom = top - bitmap.rows / SIZE
    height, width = BOX[0], max(1, round(bitmap.width * BOX[0] / bitmap.rows))
    if width > BOX[1]: return None
    # Area sampling: every pixel of the box is the mean of what it covers.
    rows = np.linspace(0, bitmap.rows, height + 1); columns = np.linspace(0, bitmap.width, width + 1)
    total = np.pad(ink.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    def at(y, x):
        y0, x0 = np.floor(y).astype(int), np.floor(x).astype(int)
        y1, x1 = np.minimum(y0 + 1, bitmap.rows), np.minimum(x0 + 1, bitmap.width)
        fy, fx = (y - y0)[:, None], (x - x0)[None, :]
        return ((1 - fy) * (1 - fx) * total[np.ix_(y0, x0)] + (1 - fy) * fx * total[np.ix_(y0, x1)]
                + fy * (1 - fx) * total[np.ix_(y1, x0)] + fy * fx * total[np.ix_(y1, x1)])
    sums = at(rows, columns)
    cells = sums[1:, 1:] - sums[:-1, 1:] - sums[1:, :-1] + sums[:-1, :-1]
    cells /= (bitmap.rows / height) * (bitmap.width / width)
    box = np.zeros((height, BOX[1]), dtype=np.float32)
    left = (BOX[1] - width) // 2
    box[:, left:left + width] = cells
    return blurred(box), width, bottom, top


def blurred(box):
    kernel = np.array([1, 2, 3, 2, 1], dtype=np.float32) / 9
    box = np.apply_along_axis(lambda row: np.convolve(row, kernel, "same"), 1, np.pad(box, 2))
    return np.apply_along_axis(lambda column: np.convolve(column, kernel, "same"), 0, box)


def distance(one, other):
    (a, aw, ab, at), (b, bw, bb, bt) = one, other
    # Much narrower, much smaller or elsewhere on the line is another letter.
    if not 0.75 < aw / bw < 1.33 or not 0.6 < (at - ab) / (bt - bb) < 1.6 or abs(ab - bb) > 0.2: return 1.0
    return float(np.abs(a - b).sum() / (a.sum() + b.sum()))


def candidates(face):
    for code, glyph in face.get_chars():
        letter = chr(code)
        if code >= 0xC0 and glyph and ud.category(letter) in ("Ll", "Lu", "Lt", "Lo", "Lm", "Nd", "Nl", "No"): yield letter


class Confusables:
    """Unicode's prototypes of single characters, as the system's ICU has them."""

    def __init__(self):
        name = ctypes.util.find_library("icui18n") or sys.exit("rendered-lookalikes: no ICU here")
        self.library, version = ctypes.CDLL(name), name.rsplit(".", 1)[-1]
        self.error = ctypes.c_int(0)
        self.function = getattr(self.library, "uspoof_getSkeletonUTF8_" + version)
        opening = getattr(self.library, "uspoof_open_" + version)
        opening.restype = ctypes.c_void_p
        self.checker = ctypes.c_void_p(opening(ctypes.byref(self.error)))
        self.known = {}

    def __call__(self, letter):
        if letter not in self.known:
            text, room = letter.encode(), ctypes.create_string_buffer(256)
            length = self.function(self.checker, 0, text, len(text), room, 256, ctypes.byref(self.error))
            self.known[letter] = room.raw[:length].decode()
        return self.known[letter]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fonts", default="/usr/share/fonts/truetype")
    parser.add_argument("--own", default=os.path.join(os.path.dirname(__file__), "../Sources/CuretteClean/Data/lookalikes.tsv"))
    parser.add_argument("--calibrate", action="store_true")
    arguments = parser.parse_args()
    skeleton = Confusables()
    own = {line.split("\t")[0] for line in open(arguments.own, encoding="utf-8") if line[0] != "#" and "\t" in line}
    best, known = {}, {}
    for path in sorted(glob.glob(arguments.fonts + "/**/*.ttf", recursive=True)):
        name = os.path.basename(path)
        if not (name.endswith("-Regular.ttf") and name.startswith("Noto") or name in ("DejaVuSans.ttf", "DejaVuSerif.ttf")): continue
        if any(word in name for word in ("Display", "Hieroglyphs", "Cuneiform", "Duployan", "SignWriting", "Tangut", "Music", "LinearA", "Nushu", "Mono")): continue
        companion = next((latin for start, latin in COMPANIONS if name.startswith(start)), name)
        found = glob.glob(arguments.fonts + "/**/" + companion, recursive=True)
        if not found: continue
        latin, face = freetype.Face(found[0]), freetype.Face(path)
        for one in (latin, face): one.set_pixel_sizes(0, SIZE)
        targets = [(letter, ink) for letter in TARGETS if (ink := drawing(latin, letter))]
        for letter in candidates(face):
            ink = drawing(face, letter)
            if ink is None: continue
            for target, other in targets:
                far = distance(ink, other)
                pair = (letter, target)
                if skeleton(letter) == skeleton(target): known[pair] = min(known.get(pair, 1), far)
                elif far < LIMIT: best[pair] = min(best.get(pair, 1), far)
    if arguments.calibrate:
        values = sorted(value for value in known.values())
        for share in (10, 25, 50, 75, 90, 95): print(f"{share} % of {len(values)} listed pairs: {values[len(values) * share // 100]:.3f}")
        return
    listed_letters = {letter for letter, _ in known}
    byletter = {}
    for (letter, target), far in best.items():
        # Forms of Latin letters themselves are other passes' business.
        if letter in own or letter in listed_letters or ud.decomposition(letter) or ud.name(letter, "LATIN").startswith(("LATIN", "MODIFIER")): continue
        byletter.setdefault(letter, []).append((far, target.lower()))
    print("# Letters that fonts draw like Latin ones and that Unicode's confusables lack. Made by Scripts/rendered-lookalikes.py from Debian's")
    print("# DejaVu and Noto fonts; not to be edited. All are weak: the word that comes out must be known. distance: share of ink that differs.")
    print("letter\ttarget\tdistance\tname")
    for letter in sorted(byletter):
        readings = {}
        for far, target in sorted(byletter[letter]): readings.setdefault(target, far)
        for target, far in list(readings.items())[:NEAREST]:
            print(f"{letter}\t{target}\t{far:.2f}\t{ud.name(letter)}")


main()
