"""What a monkey types and pastes: what is meant to be typed, what is not, and what nobody would think of."""

DAYS = ("2024/7/10", "2024-07-10", "20240710", "7/10", "R6.7.10", "2025-01-31", "2024/2/30", "2028/2/29", "t", "+", "]")
NUMBERS = ("800", "1,000", "200", "0", "-1", "180.5", "99999999999999999999", "1e5", "300000", "012")
WORDS = ("Example Trading", "a", "x y", "&amp", "%s{0}", "<b>x</b>", "../../etc", "CON", "'; --", "")
ENTRIES = (*DAYS, *NUMBERS, *WORDS)
COMPOSED = (
    "三十万",
    "30万円",
    "２０２４／７／１０",
    "令和6年7月10日",
    "株式会社サンプル",
    "<img src=x>",
    "𠮷野家 ㈱ ①",
    "🍣",
    "\u202e1 : evil",
    "é\u0301",
    "１２００",
    "",
)
CLIPS = (
    ("2024/7/10\t800\n2024/9/1\t1200", ""),
    ("a\tb\tc\td\te\n\n", ""),
    ('"', ""),
    ('"2024/7/10\n800', ""),
    ("2024/11/1 9:00\t2024/11/3 10:00\t2024/11/20", ""),
    ("1000\t200\n2000\t180\n\t160", ""),
    ("<b>800</b>", "<b>800</b><img src='file:///nowhere.png'>"),
    ("１２００", "<table><tr><td>2024/7/10</td><td>800</td></tr></table>"),
    ("\x00\x01\x7f\u200b\ufeff", ""),
    ("2024/8/1\t5\r\n" * 200, ""),
    ("x" * 20_000, ""),
    ("", "<p></p>"),
)
FILES = (
    "new-quote.contract.json",
    "mid-term-termination.contract.json",
    "outage.contract.json",
    "price-tiers.contract.json",
    "package-with-minimum.contract.json",
    "exempt.contract.json",
    "02-terminated-mid-term.contract.json",
    "05-outage-across-months.contract.json",
    "12-every-kind-of-outage.contract.json",
    "13-settled-by-fixed-accounts.contract.json",
    "one.contract.json",
    "two.contract.json",
    "behind.contract.json",
    "paper.pdf",
    "locked.pdf",
    "broken.contract.json",
    "cp932.contract.json",
    "foreign.contract.json",
    "nowhere.contract.json",
    "",
)
SAVED = ("one.contract.json", "two.contract.json", "three", "no such folder/four.contract.json", "")
PAPERS, LOCKED = ("paper", "paper.pdf", ""), ("locked.pdf", "locked.pdf", "")
TABLES_TO_WRITE = ("table", "no such folder/table", "")
TABLES = ("counts.csv", "broken.contract.json", "")
PICTURES = ("picture.png", "broken.contract.json", "")
SECRET, OTHER, WRONG = "がひみつの言葉", "another one", "wrong"
PASSWORDS = ((), (WRONG,), (WRONG, SECRET), (SECRET,), (SECRET,), (SECRET, SECRET), (OTHER, SECRET), (SECRET, OTHER))
NEW_PASSWORDS = ((), (), (SECRET,), (SECRET,), (OTHER,))
