"""For macOS: what the bundle says of itself, its file type, its icon, and the disk image."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from desktop_app import __version__
from shipping.icons import icns

NAME = "ContractCalculator"
BUNDLE_NAME = f"{NAME}.app"
IDENTIFIER = "contract-calculator"
FILE_TYPE = f"{IDENTIFIER}.contract"


def icon_file(work: str) -> Path:
    """Write the icon and return where it is."""
    file = Path(work) / "program.icns"
    file.write_bytes(icns())
    return file


def information() -> dict[str, Any]:
    """Return what the bundle says of itself: its names, sharp text, light and dark, and the files that it opens."""
    return {
        "CFBundleName": "契約料金計算",
        "CFBundleDisplayName": "契約料金計算",
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "CFBundleDevelopmentRegion": "ja",
        "CFBundleLocalizations": ["ja", "en"],
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "契約ファイル",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FILE_TYPE],
            },
            # Where a file is known by what follows its last dot alone, the program is offered beside others.
            {
                "CFBundleTypeName": "JSON",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.json"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": "契約ファイル",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {"public.filename-extension": ["contract.json"]},
            }
        ],
    }


def disk_image(frozen: Path, out: Path) -> Path:
    """Make the disk image: the bundle beside a link to where programs live."""
    image = out / f"contract-calculator-{__version__}.dmg"
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(frozen.with_name(BUNDLE_NAME), Path(name) / BUNDLE_NAME, symlinks=True)
        (Path(name) / "Applications").symlink_to("/Applications")
        command = ["hdiutil", "create", "-volname", "契約料金計算", "-srcfolder", name, "-ov", "-format", "UDZO", image]
        subprocess.run(command, check=True)
    return image
