"""The icon of the program, as desktops take it from the window."""

from PySide6.QtGui import QIcon

from desktop_app.ui.look import PROGRAM_SIZES, program_icon


def test_it_is_drawn_for_each_size_that_desktops_show(qapp: object) -> None:
    """On a ground of its own, the corners left free."""
    icon = program_icon()
    assert isinstance(icon, QIcon)
    assert {(size.width(), size.height()) for size in icon.availableSizes()} == {(size, size) for size in PROGRAM_SIZES}
    for size in PROGRAM_SIZES:
        picture = icon.pixmap(size).toImage()
        assert picture.pixelColor(size // 2, size // 8).alpha() > 0
        assert picture.pixelColor(0, 0).alpha() < picture.pixelColor(size // 2, size // 2).alpha()
