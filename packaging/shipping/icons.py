"""The program's icon in the form that each system wants, drawn from one SVG file."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "program.svg"
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS_KINDS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024, b"ic11": 32, b"ic12": 64}
HEADER, ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def png(size: int) -> bytes:
    """Return the icon as a picture of so many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


def ico() -> bytes:
    """Return the icon for Windows."""
    pictures = [(size, png(size)) for size in WINDOWS_SIZES]
    at = HEADER.size + ENTRY.size * len(pictures)
    index = HEADER.pack(0, 1, len(pictures))
    for size, picture in pictures:
        index += ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), at)  # 0 stands for 256
        at += len(picture)
    return index + b"".join(picture for _, picture in pictures)


def icns() -> bytes:
    """Return the icon for macOS."""
    parts = b""
    for kind, size in MACOS_KINDS.items():
        picture = png(size)
        parts += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts
