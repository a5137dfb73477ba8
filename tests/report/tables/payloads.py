"""Texts that a spreadsheet would run, follow or break at, were they not kept from it."""

PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("file://host/share/x","click")',
    '=WEBSERVICE("file://host/share/x")',
    "=IMPORTXML(A1;A2)",
    '=DDE("soffice";"x";"y")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "−1+1",
    '"=1+1"',
    '",=1+1',
    "a\n=1+1",
    "a\r\n=1+1,=2+2",
    "{=1+1}",
    "'=1+1",
    "http://host.example/x",
    "_x003D_1+1",
    "\ufffe=1",
)

REFUSED = ("\u202e=1+1", "=1+1\x00", "\x1b=1+1")
"""Texts that no contract may hold."""
