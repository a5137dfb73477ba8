"""The choices of a contract file: policies, price models, kinds of termination, items of change."""

from typing import Literal

PartialMonth = Literal["calendar_days", "thirty_days", "full"]
"""How a month that is not wholly billed is charged (policy): 暦日割, 30日割, 満額."""
THIRTY = 30
"""The divisor of 30日割; the policy's own, not the contract's."""
SettlementBasis = Literal["termination_month", "scheduled", "fixed"]
"""Which fee a remaining month has in the settlement (policy): the last month's, by the records, for a fixed count."""
ClaimableFrom = Literal["after_24_hours", "restored"]
"""From when an outage credit can be claimed (policy)."""
TerminationKind = Literal["notice", "article_28_2", "article_28_3", "by_provider"]
"""解約申込書, 一般規程28条2項, 28条3項, 当社から."""
ChangeItem = Literal["business_name", "domain", "ip_address", "other"]
"""What a change of the contract is about (Art. 7): 事業者名, ドメイン名, IPアドレス, その他."""
PriceModel = Literal["per_account", "graduated", "volume", "package"]
"""単価制, 段階制, 数量一律制, パック制 (Annex 1, 2)."""
