"""Titles of postings and offers, by the rules of the vocabulary and on titles labelled by hand."""

from __future__ import annotations

import csv
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.levels import levels
from bot.understand.roles import roles
from bot.understand.titles import Title, read_title

LABELS = Path(__file__).with_name("labels_titles.csv")


@cache
def labels() -> list[tuple[str, Title]]:
    """Titles sampled with fixed seeds and labelled by reading them."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return [
            (
                row["title"],
                Title(
                    row["role"] or None,
                    row["level"] or None,
                    row["is_management"] == "yes",
                    row["ai"] == "yes",
                ),
            )
            for row in csv.DictReader(file)
        ]


@cache
def sampled(name: str) -> list[dict[str, str]]:
    """Rows of a sample of titles labelled before the reader was run on them.

    `labels_titles_unseen.csv` holds two, each scored once before anything was mended: role 92.0% on
    the first, 94.7% on the second. The floors below hold what stood after.
    """
    with LABELS.with_name(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["labels_titles_unseen", "labels_titles_dev"])
@pytest.mark.parametrize(("column", "least"), [("role", 0.94), ("level", 0.97), ("is_management", 0.97)])
def test_titles_labelled_before_they_were_read_are_read_right(name: str, column: str, least: float) -> None:
    rows = sampled(name)
    assert len(rows) >= 250
    wrong = []
    for row in rows:
        read = read_title(row["title"])
        said = {"role": read.role or "", "level": read.level or ""}
        said["is_management"] = "yes" if read.is_management else "no"
        if said[column] != row[column]:
            wrong.append((row["title"], said[column], row[column]))
    assert 1 - len(wrong) / len(rows) >= least, wrong


def test_sampled_labels_use_our_ids_and_come_from_each_source() -> None:
    rows = sampled("labels_titles_unseen")
    assert {row["role"] for row in rows} - {""} <= roles().keys()
    assert {row["level"] for row in rows} - {""} <= levels().keys()
    assert {row["source"] for row in rows} == {"tech", "agency", "h1b"}
    managing = {level.id for level in levels().values() if level.track == "management"}
    assert all((row["level"] in managing) == (row["is_management"] == "yes") for row in rows)


@pytest.mark.parametrize(
    ("column", "strictly", "least"),
    [("role", 0.88, 0.965), ("level", 0.98, 0.985), ("is_management", 0.985, 0.985)],
)
def test_titles_labelled_by_a_second_reader_are_read_right(
    column: str, strictly: float, least: float
) -> None:
    """Read 300 titles labelled by someone who had not seen the reader's tables.

    Where the definitions bear two answers the file keeps the others beside the one chosen. Blind, the
    first half scored role 81.3% and level 98.7% on the chosen answer alone (93.3% and 100% with the
    others); the second half, once the families missed in the first were mended, 88.0% and 98.0% (98.7%
    and 99.3%). `strictly` holds the chosen answer alone, `least` either, both as found after mending.
    """
    rows = sampled("labels_titles_second")
    assert len(rows) == 300
    chosen, either = [], []
    for row in rows:
        read = read_title(row["title"])
        said = {"role": read.role or "", "level": read.level or ""}
        said["is_management"] = "yes" if read.is_management else "no"
        others = row[f"other_{column}s"].split(";") if column != "is_management" else []
        if said[column] != row[column]:
            chosen.append((row["title"], said[column], row[column]))
            if (said[column] or "none") not in others:
                either.append(chosen[-1])
    assert 1 - len(chosen) / len(rows) >= strictly, chosen
    assert 1 - len(either) / len(rows) >= least, either


def test_labels_use_our_ids() -> None:
    assert len(labels()) >= 400
    assert {t.role for _, t in labels()} - {None} <= roles().keys()
    assert {t.level for _, t in labels()} - {None} <= levels().keys()


@pytest.mark.parametrize(
    ("field", "least"), [("role", 0.94), ("level", 0.97), ("is_management", 0.97), ("ai", 0.97)]
)
def test_labelled_titles_are_read_right(field: str, least: float) -> None:
    wrong = [title for title, want in labels() if getattr(read_title(title), field) != getattr(want, field)]
    assert 1 - len(wrong) / len(labels()) >= least, wrong


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Software Engineer, Backend", "backend-engineer"),
        ("Software Engineer, Infrastructure", "infrastructure-engineer"),
        ("Software Engineer (iOS)", "mobile-engineer"),
        ("Software Engineer - Machine Learning", "machine-learning-engineer"),
        ("Software Engineer, Payments", "software-engineer"),
        ("Software Engineer, Data Platform", "software-engineer"),
        ("Backend Engineer, Infrastructure", "backend-engineer"),
        ("AI Data Engineer", "data-engineer"),
        ("Infrastructure Software Engineer", "infrastructure-engineer"),
        ("Senior Software Engineer, Site Reliability Engineer", "site-reliability-engineer"),
        ("Research Engineer / Research Scientist", "research-engineer"),
        ("Member of Technical Staff", "software-engineer"),
        ("Member of Technical Staff (Research Engineer)", "research-engineer"),
        ("Founding Engineer", "software-engineer"),
        ("Software Engineer in Test", "qa-engineer"),
        ("Solutions Architect", "solutions-engineer"),
        ("Head of Product", "product-manager"),
        ("Director, Product Marketing", "product-marketing-manager"),
        ("Product Management Intern", "product-manager"),
        ("Software Engineering, New Grad", "software-engineer"),
        ("Data Science Manager", "data-scientist"),
        ("Manager, Software Engineering", "engineering-manager"),
        ("Engineering Recruiter", "recruiter"),
        ("Softwareentwickler*in Backend (m/w/d)", "software-engineer"),
        ("Développeur Full Stack (H/F)", "full-stack-engineer"),
        ("Ingeniero de Datos", "data-engineer"),
        ("Chef de projet", "project-manager"),
        ("Paid Search Sr. Strategist", "marketing-specialist"),
        ("Senior Specialist, Media Strategy", "marketing-specialist"),
        ("Public Relations Coordinator", "communications-manager"),
        ("HR Coordinator", None),
        ("Senior Analyst, Advanced Analytics", "data-analyst"),
        ("Strategy Director", "strategy-operations"),
        ("Brand Strategy Director", "marketing-manager"),
        ("Software Engineer, Payments Infrastructure", "infrastructure-engineer"),
        ("Senior Java Developer - Core/Infra", "software-engineer"),
        ("Software Engineer, Platform Security", "security-engineer"),
        ("Software Engineer, National Security", "software-engineer"),
        ("Software Engineer, Reliability", "site-reliability-engineer"),
        ("Software Engineer - DevOps / Site Reliability Engineer", "site-reliability-engineer"),
        ("Member of Technical Staff (Software Engineer, Security)", "security-engineer"),
        ("Manager of Applied AI Architecture", "solutions-engineer"),
        ("Lead, Detection Engineering", "security-engineer"),
        ("Director of Firmware Development", "engineering-manager"),
        ("Senior Manager, Technical Services Engineering", "customer-support"),
        ("Data Center Engineering Leader", None),
        ("Security Tech Lead", "security-engineer"),
        ("Tech Lead", "software-engineer"),
        ("Strategic Sourcing, Manager - Engineering & Infrastructure", None),
        ("Solution/Enterprise Architect", "solutions-engineer"),
        ("Business Application Developer", "software-engineer"),
        ("Field Service Engineer", None),
        ("Threat Detection Analyst", "security-engineer"),
        ("Cybersecurity (Senior) Consultant (m/w/d)", "security-engineer"),
        ("IT Security Experte (m/w/d)", "security-engineer"),
        ("Physical Security Specialist", None),
        ("Information System Security Officer", "security-engineer"),
        ("Security Officer", None),
        ("Account Supervisor", "account-manager"),
        ("Project Coordinator", "project-manager"),
        ("Marketing Operations Manager", "marketing-manager"),
        ("Developer/Community Advocate", None),
        ("Senior Account Director", "account-manager"),
        ("Creative Director", None),
        ("Product Adoption Manager", None),
        ("AI Services Lead - Client Services", None),
        ("Model Risk Management Lead, Machine Learning", None),
        ("Security Risk Lead", "security-engineer"),
        ("Sales & Expansion Manager", "sales-manager"),
        ("Audit Manager", "accountant"),
        ("Senior Software Engineer (Python, AI)", "software-engineer"),
        ("Senior Software Engineer (AI)", "ai-engineer"),
        ("Software Engineer (Typescript / FrontEnd) - AI/ML", "frontend-engineer"),
        ("Software Engineer - Android Device Authenticators", "mobile-engineer"),
        ("Full Stack JavaScript Engineer", "full-stack-engineer"),
        ("JavaScript Engineer", "frontend-engineer"),
        ("Robot Platform Software Engineer", "software-engineer"),
        ("Senior Platform Software Engineer", "infrastructure-engineer"),
        ("Software & Integration Engineer", "software-engineer"),
        ("Software Engineer Specialist", "software-engineer"),
        ("Programmer Analyst", "software-engineer"),
        ("Software Engineering LMTS", "software-engineer"),
        ("Associate Principal, Software Engineering", "software-engineer"),
        ("Engineering Lead, Infrastructure", "infrastructure-engineer"),
        ("User Experience (UX) Senior Researcher", "ux-researcher"),
        ("Senior Designer, User Experience", "product-designer"),
        ("Architectural Designer", None),
        ("Quantitative Researcher", None),
        ("Postdoctoral Researcher", None),
        ("Full-Stack Enginner", "full-stack-engineer"),
        ("Business Developer", None),
        ("Developer Relations", None),
        ("Electrician", None),
        ("Office Manager", None),
        ("Chief of Staff", None),
        ("Mechanical Engineer", None),
        ("", None),
    ],
)
def test_role(title: str, role: str | None) -> None:
    assert read_title(title).role == role


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Software Engineer", None),
        ("Engineering Manager", "manager"),
        ("Senior Engineering Manager", "manager"),
        ("Data Science Manager", "manager"),
        ("Manager, Software Engineering", "manager"),
        ("Product Manager", None),
        ("Program Manager", None),
        ("Account Manager", None),
        ("Marketing Manager", None),
        ("Customer Success Manager", None),
        ("Manager, Product Marketing", None),
        ("Senior Product Manager", "senior"),
        ("Principal Product Manager", "principal"),
        ("Associate Product Manager", "entry"),
        ("Senior Manager, Product Marketing", "manager"),
        ("Director, Product Marketing", "director"),
        ("Head of Design", "director"),
        ("Vice President, Marketing", "vp"),
        ("Executive Vice President", "vp"),
        ("Chief Technology Officer", "executive"),
        ("Managing Director", "executive"),
        ("Account Executive", None),
        ("Chief of Staff", None),
        ("Chief of Staff to the CEO", None),
        ("Executive Assistant to the CEO", None),
        ("Member of Technical Staff", None),
        ("Senior Member of Technical Staff", "senior"),
        ("Staff Accountant", None),
        ("Associate General Counsel", None),
        ("Assistant Account Executive", "entry"),
        ("Cybersecurity (Senior) Consultant", "senior"),
        ("Staff+ Software Engineer", "staff"),
        ("Senior Staff Software Engineer", "staff"),
        ("Senior/Staff Software Engineer", "senior"),
        ("Lead Data Scientist", "staff"),
        ("Security Engineer, Lead", "staff"),
        ("Design Lead", "staff"),
        ("Lead Generation Specialist", None),
        ("Software Engineer II", "mid"),
        ("Software Engineer III, Payments", "senior"),
        ("Software Engineer (L4)", "mid"),
        ("L3 Support Engineer", None),
        ("Software Engineer, New Grad", "entry"),
        ("Software Engineer, Summer Intern 2026", "intern"),
        ("International Account Manager", None),
        ("Founding Engineer", None),
        ("Software Engineer (All Levels)", None),
        ("Software Engineer, Memberships II", "mid"),
        ("Network Engineer II", "mid"),
        ("Développeur front-end II (Web)", "mid"),
        ("L3 Support", None),
        ("Senior Account Director", "director"),
        ("Paid Social Sr. Strategist", "senior"),
        ("Sr Conversion Rate Optimization (CRO) Strategist", "senior"),
        ("Chief Revenue Officer (CRO)", "executive"),
        ("Software Engineering Senior Manager", "manager"),
        ("Information Technology Manager", "manager"),
        ("Office Manager", None),
        ("Product Adoption Manager", None),
        ("Test Manager", "manager"),
        ("Software Engineering SMTS", "senior"),
        ("Software Engineering LMTS", "staff"),
        ("Associate Professor", None),
        ("Asst Dir-QA Engineer", "director"),
        ("Sr.Data Engineer", "senior"),
    ],
)
def test_level(title: str, level: str | None) -> None:
    assert read_title(title).level == level


def test_management_starts_at_manager_and_a_product_manager_is_none() -> None:
    assert read_title("Engineering Manager").is_management
    assert read_title("VP of Sales").is_management
    assert not read_title("Product Manager").is_management
    assert not read_title("Staff Engineer").is_management


def test_case_spaces_and_dashes_change_nothing() -> None:
    want = read_title("Senior Software Engineer, Backend")
    for title in (
        "SENIOR SOFTWARE ENGINEER - BACKEND",
        "senior software engineer – backend",
        " Senior  Software Engineer (Backend) ",
    ):
        assert read_title(title) == want


@given(st.one_of(st.text(), st.text(alphabet="Senior,/()-– Engmager&+.|:", max_size=200)))
def test_anything_is_read_without_raising(title: str) -> None:
    read = read_title(title)
    assert read.role is None or read.role in roles()
    assert read.level is None or read.level in levels()
    assert read.is_management == (read.level is not None and levels()[read.level].track == "management")


@pytest.mark.parametrize(
    "part",
    ["engineer ", "(m/", "a/", "- ", "senior engineer, ", "é", "(ab) ", "sr.", "marketing and ", "manager-x"],
)
def test_a_megabyte_is_read_at_once(part: str) -> None:
    start = time.process_time()
    read_title(part * (1_000_000 // len(part)))
    assert time.process_time() - start < 1


def test_titles_are_read_fast_enough_for_a_whole_market() -> None:
    titles = [title for title, _ in labels()]
    uncached = read_title.__wrapped__
    start = time.process_time()
    for title in titles:
        uncached(title)
    # Measured about 30,000 a second; a busy machine is allowed a tenth of that.
    assert len(titles) / (time.process_time() - start) > 3_000
