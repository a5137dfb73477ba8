"""A paper behind a password: PDF with AES of 256 bits; without it neither the pages nor what is attached can be read."""

from io import BytesIO

from desktop_app.document.password import Password


def locked(content: bytes, password: Password) -> bytes:
    """Return a PDF that its password opens, and then lets be used in every way; no two are made of the same bytes."""
    from pypdf import PdfWriter  # noqa: PLC0415 - loaded with the first password
    from pypdf.constants import UserAccessPermissions  # noqa: PLC0415
    from pypdf.generic import DictionaryObject, NameObject, NumberObject  # noqa: PLC0415

    writer, made = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    level = {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}
    extensions = DictionaryObject({NameObject("/ADBE"): DictionaryObject(level)})
    writer.root_object[NameObject("/Extensions")] = extensions  # in PDF 1.7, which accessible papers are, this encryption is one
    writer.pdf_header = "%PDF-1.7"
    writer.encrypt(password.for_paper, permissions_flag=UserAccessPermissions.all(), algorithm="AES-256")
    writer.write(made)
    return made.getvalue()
