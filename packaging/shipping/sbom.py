"""The bill of materials (CycloneDX): every part that is shipped, with its version, its licence and, where known, its parts."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from desktop_app import __version__
from desktop_app.ui.shipped import Library
from shipping.materials import SystemPackage, python, shipped_libraries, starter
from shipping.parts import Part, parts_of

SPELLED = {"MIT License": "MIT", "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0"}
"""Licences that a library names in words of its own, as they are named in common."""
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
    libraries = [_with_parts(each, "pypi") for each in shipped_libraries()]
    others = [*(_with_parts(each, "generic") for each in (python(), starter())), *(_of_system(each) for each in packages)]
    bom = Bom(components=[*libraries, *others])
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    bom.register_dependency(own, [*libraries, *others])
    bom.serial_number = uuid5(NAMESPACE_URL, " ".join(sorted(each.bom_ref.value or "" for each in bom.components)))
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1) + "\n"


def _with_parts(library: Library, kind: str) -> Component:
    found = _plain(library, kind)
    found.components = [_from_part(library, part, number) for number, part in enumerate(parts_of(library.name))]
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
    places = [Occurrence(bom_ref=f"{package.name}/{each}", location=each) for each in package.files]  # put in order by that name
    return Component(
        name=package.name, version=package.version, type=ComponentType.LIBRARY, purl=url, bom_ref=str(url),
        evidence=ComponentEvidence(occurrences=places),
    )  # fmt: skip


def _from_part(library: Library, part: Part, number: int) -> Component:
    return Component(
        name=part.name, version=part.version or None, type=ComponentType.LIBRARY,
        bom_ref=f"{library.name}/{number}/{part.name}@{part.version}",
        purl=PackageURL.from_string(part.url) if part.url else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)] if part.sha256 else (),
        licenses=[LicenseFactory().make_from_string(part.licence)] if part.licence else (),
        scope=None if part.is_shipped else ComponentScope.EXCLUDED,
    )  # fmt: skip
