"""LibreOffice without a screen: workbooks reckoned anew, CSV files read as it reads them, all in one process."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (libreoffice-calc)")

ALWAYS_RECKON = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""Every formula is reckoned when a file is opened, whatever value the file says it has."""

XLSX = "xlsx:Calc MS Excel 2007 XML"
CSV_WITH_FORMULAS = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
"""UTF-8 with commas; what looks like a formula becomes one."""


def opened(files: Mapping[str, bytes], *options: str) -> dict[str, bytes]:
    """Return files as LibreOffice writes them as workbooks after opening them, by their names without endings."""
    with tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        registry = folder / "profile" / "user" / "registrymodifications.xcu"
        registry.parent.mkdir(parents=True)
        registry.write_text(ALWAYS_RECKON, encoding="utf-8")
        given = [folder / file for file in files]
        for path in given:
            path.write_bytes(files[path.name])
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(SOFFICE), profile, "--headless", *options, "--convert-to", XLSX, "--outdir", folder / "out", *given]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=600, check=False)
        written = {path.stem: path.read_bytes() for path in (folder / "out").glob("*.xlsx")}
    assert written.keys() == {Path(file).stem for file in files}, done.stdout + done.stderr
    return written


def reckoned(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return workbooks with the values that their formulas come to."""
    return opened({f"{name}.xlsx": content for name, content in files.items()})


def mistakes(content: bytes) -> list[str]:
    """Return the cells of a reckoned workbook whose formula has no value, as its XML has them."""
    with ZipFile(BytesIO(content)) as file:
        sheets = [file.read(name).decode("utf-8") for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) > 1
    return [found for sheet in sheets for found in re.findall(r'<c [^>]*t="e".*?</c>', sheet)]


def formulas_of(content: bytes) -> dict[str, str]:
    """Return the formulas of a workbook by sheet and cell."""
    workbook = openpyxl.load_workbook(BytesIO(content))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
