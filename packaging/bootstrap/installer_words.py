"""Why packages could not be installed, in plain words, told from what pip printed."""

import re

from bootstrap.speech import Stop

ERROR = re.compile(r"\s*(ERROR|\w+Error): ")
# The first that matches is said; the order goes from the particular to the general.
CAUSES = (
    (
        r"No space left on device|Errno 28|not enough space",
        "ディスクの空きが足りません。1 GB 以上空けてから、もう一度実行してください。",
        "The disk is full. Please free at least 1 GB and run this again.",
    ),
    (
        r"THESE PACKAGES DO NOT MATCH THE HASHES",
        "届いた部品が記録された内容と違うため、入れませんでした。取り寄せ先か通信経路を確かめてください。",
        "A package differs from what is on record, so it was not installed. Please check where packages come from.",
    ),
    (
        r"Permission denied|Errno 13|Access is denied",
        "書き込みが許されていない場所があります。フォルダの権限を確かめてください。",
        "Writing is not permitted somewhere. Please check the folder's permissions.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "通信相手の証明書を確かめられません。時計と、社内の証明書の設定を確かめてください。",
        "The other side's certificate cannot be verified. Please check the clock and your organisation's certificates.",
    ),
    (
        r"ProxyError|name resolution|getaddrinfo failed|NewConnection|Timeout|Max retries|broken|unreachable|refused",
        "部品の取り寄せ先につながりません。インターネット接続とプロキシの設定を確かめて、もう一度実行してください。",
        "Packages cannot be fetched. Please check the internet connection and proxy settings, and run this again.",
    ),
    (
        r"No matching distribution found|Could not find a version",
        "この機械 (OS・CPU・Python の組み合わせ) 用の部品が見つかりません。Python 3.11〜3.13 で試してください。",
        "There is no package for this machine (system, processor and Python together). Please try Python 3.11 to 3.13.",
    ),
    (
        r"",
        "部品を入れられませんでした。.venv フォルダを消して、もう一度実行してください。",
        "Packages could not be installed. Please delete the folder .venv and run this again.",
    ),
)


def explain(printed: str) -> Stop:
    """Return the plain words for this failure, with the end of what pip printed."""
    japanese, english = next((ja, en) for pattern, ja, en in CAUSES if re.search(pattern, printed, re.IGNORECASE))
    errors = [line.strip() for line in printed.splitlines() if ERROR.match(line)]
    return Stop(japanese, english, *errors[-4:])
