"""A window on a bare screen and its user, as the tests of the window have them."""

from tests.ui.conftest import _application, _fonts, desk, qapp_cls

__all__ = ["_application", "_fonts", "desk", "qapp_cls"]
