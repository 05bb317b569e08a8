"""Makes ``build_dossier/theme/assets/fonts`` from the package of Source Serif 4 on npm: two weights, our letters.

    npm pack @expo-google-fonts/source-serif-4@0.4.1
    python -m venv build/fonts && build/fonts/bin/pip install 'fonttools[woff]==4.68.0'
    build/fonts/bin/python training/make_fonts.py expo-google-fonts-source-serif-4-0.4.1.tgz

The package is read as it was published (its digest is the registry's), and holds whole fonts: kerning and the places of
stress marks pass from Latin to Cyrillic, which the files of one script each have not. Hinting is left out: screens that
need it hint by themselves. Printed are the figures of the fonts that stand in until these have come (``dossier.css``).
"""

import argparse
import base64
import hashlib
import io
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

INTEGRITY = "Ej4UXDjW1kwYPHG8YLq6fK1bqnJGb3K35J3S5atSL0ScKFAFLKvndxoTWeCls7mybtlS9x99hzwDeXCBkiI3rA=="
"""SHA-512 of version 0.4.1."""

OUT = Path(__file__).parent.parent / "build_dossier" / "theme" / "assets" / "fonts"
WEIGHTS = {
    "package/400Regular/SourceSerif4_400Regular.ttf": "source-serif-400.woff2",
    "package/600SemiBold/SourceSerif4_600SemiBold.ttf": "source-serif-600.woff2",
}
LICENCE = "package/LICENSE_FONT"

RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin of Europe: names of people and places
    (0x2BB, 0x2BC),  # letters that are apostrophes
    (0x300, 0x302),  # stress, and letters that are written in two parts
    (0x306, 0x306),
    (0x308, 0x308),
    (0x30C, 0x30C),
    (0x400, 0x45F),  # Ukrainian, Russian, Belarusian, Serbian
    (0x490, 0x491),  # ґ
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),  # €
    (0x20B4, 0x20B4),  # ₴
    (0x20BD, 0x20BD),  # ₽
    (0x2116, 0x2116),  # №
    (0x2122, 0x2122),
    (0x2190, 0x2193),  # arrows
    (0x21A9, 0x21A9),
    (0x2212, 0x2212),
)

WORDS = (
    "Усі люди народжуються вільними і рівними у своїй гідності та правах. "
    "Все люди рождаются свободными и равными в своем достоинстве и правах. "
    "All human beings are born free and equal in dignity and rights."
)
"""Letters as often as texts have them: a pangram has the rare, wide ones too often."""
TIMES = (0.4385, 0.4663)
"""Mean advance of these words in Times New Roman (as Liberation Serif has it) and its bold, in ems."""


def main() -> None:
    """Writes the two fonts and their licence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    data = parser.parse_args().package.read_bytes()
    if base64.b64encode(hashlib.sha512(data).digest()).decode() != INTEGRITY:
        parser.error("this is not the package as published")
    OUT.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(data)) as package:
        (OUT / "LICENSE").write_bytes(_member(package, LICENCE))
        for (name, out), times in zip(WEIGHTS.items(), TIMES, strict=True):
            _subset(_member(package, name), OUT / out)
            print(out, (OUT / out).stat().st_size, "bytes;", _stand_in(OUT / out, times))


def _member(package: tarfile.TarFile, name: str) -> bytes:
    file = package.extractfile(name)
    if file is None:
        raise FileNotFoundError(name)
    return file.read()


def _subset(font: bytes, out: Path) -> None:
    options = Options(flavor="woff2", hinting=False, desubroutinize=True)
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "lnum", "onum", "pnum", "tnum"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    whole = TTFont(io.BytesIO(font), recalcTimestamp=False)
    subsetter.subset(whole)
    whole.flavor = "woff2"
    whole.save(out)


def _stand_in(file: Path, times: float) -> str:
    """What makes Times take the room of the font: a page does not move when the font comes."""
    font = TTFont(file)
    names, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    mean = sum(widths[names[ord(letter)]][0] for letter in WORDS) / len(WORDS) / em
    size = mean / times
    ascent, descent = (abs(value) / em / size for value in (font["hhea"].ascent, font["hhea"].descent))
    return f"size-adjust: {size:.1%}; ascent-override: {ascent:.1%}; descent-override: {descent:.1%}"


if __name__ == "__main__":
    main()
