"""The bill of materials (CycloneDX): every part that is shipped, with its version, its licence and, where known, its parts."""

import json
import os
from base64 import b64decode
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from desktop_app import __version__
from desktop_app.ui.shipped import Library
from shipping.materials import SystemPackage, python, shipped_libraries, starter

SPELLED = {"MIT License": "MIT", "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0"}
"""Licences that a library names in words of its own, as they are named in common."""
BEGINNINGS = {"UNICODE LICENSE V3": "Unicode-3.0"}
"""Licences that are given in full without a name, by how they begin."""
NAME = "contract-calculator"


def sbom_file(folder: Path, packages: Iterable[SystemPackage]) -> Path:
    """Write the file and return where it is."""
    file = folder / "sbom.cdx.json"
    file.write_text(sbom(packages), encoding="utf-8", newline="\n")
    return file


def sbom(packages: Iterable[SystemPackage]) -> str:
    """Return the bill; the same parts give the same text."""
    own = Component(
        name=NAME,
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    libraries = [_from_python(each) for each in shipped_libraries()]
    others = [_plain(python(), "generic"), _plain(starter(), "generic"), *(_of_system(each) for each in packages)]
    bom = Bom(components=[*libraries, *others])
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    bom.register_dependency(own, [*libraries, *others])
    bom.serial_number = uuid5(NAMESPACE_URL, " ".join(sorted(each.bom_ref.value or "" for each in bom.components)))
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1) + "\n"


def _from_python(library: Library) -> Component:
    found = _plain(library, "pypi")
    found.components = list(_parts_of(library))
    return found


def _plain(library: Library, kind: str) -> Component:
    named = SPELLED.get(library.licence, library.licence)
    url = PackageURL(kind, name=library.name, version=library.version)
    return Component(
        name=library.name, version=library.version, type=ComponentType.LIBRARY, purl=url, bom_ref=str(url),
        licenses=[LicenseFactory().make_from_string(named)],
    )  # fmt: skip


def _of_system(package: SystemPackage) -> Component:
    url = PackageURL("deb", "debian", package.name, package.version)
    return Component(
        name=package.name, version=package.version, type=ComponentType.LIBRARY, purl=url, bom_ref=str(url), licenses=[]
    )


def _parts_of(library: Library) -> Iterator[Component]:
    """Yield the parts that a library was built from, where it brings a bill of its own."""
    for file in distribution(library.name).files or ():
        if file.match("*.dist-info/sboms/*.json"):
            for each in json.loads(Path(str(file.locate())).read_text("utf-8")).get("components", ()):
                named = [given.get("expression") or _named(given) for given in each.get("licenses", ())]
                yield Component(
                    name=each["name"], version=each.get("version"), type=ComponentType.LIBRARY,
                    bom_ref=f"{library.name}/{each.get('bom-ref', each['name'])}",
                    licenses=[LicenseFactory().make_from_string(" ".join(name.split())) for name in named[:1] if name],
                )  # fmt: skip


def _named(given: dict[str, Any]) -> str:
    licence = given.get("license", {})
    text = b64decode(licence.get("text", {}).get("content", "")).decode("utf-8", "replace")
    by_text = next((name for beginning, name in BEGINNINGS.items() if text.startswith(beginning)), "")
    return licence.get("id") or by_text or licence.get("name", "")
