"""The table of contents of the contract and of the law around it."""

from desktop_app.calculation.articles import Article
from tests.cases.contracts import ended, outage, statement_of
from tests.cases.statements import steps_of, tree_of


def test_an_article_is_its_own_stable_word() -> None:
    """Terms files and catalogs name it so."""
    assert {article.value for article in Article} >= {f"article_{number}" for number in (1, 3, 4, 7, 8, 9, 10, 11)}
    assert all(article.value == str(article) and article.value.replace("_", "").isalnum() for article in Article)


def test_an_ended_contract_with_an_outage_cites_most_of_them() -> None:
    """Every annex, the law on periods and the law on the tax among them."""
    statement = statement_of(
        {"prices": {"initial_fee": 1}, "changes": [{"accepted_on": "2024-08-01", "item": "other", "fee": 1}]},
        {"outages": [outage("2024-11-01", "2024-11-03", claimed_on="2024-11-05")]},
        ended("2025-01-31", "by_provider"),
    )
    cited = {step.article for figure in steps_of(statement) for step in tree_of(figure)} - {None}
    assert cited >= {
        Article.ART_1,
        Article.ART_8,
        Article.ART_9,
        Article.ART_10,
        Article.ART_11,
        Article.ANNEX_1_1,
        Article.ANNEX_1_2,
        Article.ANNEX_1_3,
        Article.ANNEX_2,
        Article.ANNEX_3,
        Article.CIVIL_CODE_140,
        Article.CIVIL_CODE_143,
        Article.CONSUMPTION_TAX,
        Article.POLICY,
        Article.SUPPLEMENT,
    }
