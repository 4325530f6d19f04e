"""Made-up answers of every kind of board, in the shapes the boards really send."""

from __future__ import annotations

import json
from typing import Any, Final

SEEN: Final = "2026-08-03"


def greenhouse(**told: Any) -> dict[str, Any]:
    job = {
        "id": 41,
        "title": "Staff Engineer, Search",
        "company_name": "Acme ",
        "first_published": "2026-01-21T19:08:45-05:00",
        "updated_at": "2026-06-10T17:48:08-04:00",
        "location": {"name": "New York, NY; Remote"},
        "absolute_url": "https://boards.example.com/acme/jobs/41",
        "metadata": [],
        "offices": [{"name": "HQ", "location": "New York, NY, United States"}],
        "content": (
            "&lt;h2 class=&quot;x&quot;&gt;About&lt;/h2&gt;&lt;p&gt;Search &amp;amp; ranking.&lt;/p&gt;"
            "&lt;ul&gt;&lt;li&gt;Ship&lt;/li&gt;&lt;li&gt;Measure&lt;/li&gt;&lt;/ul&gt;"
        ),
    }
    return {"jobs": [job | told], "meta": {"total": 1}}


def zone(low: Any, high: Any, title: str = "", blurb: str = "", currency: str = "USD") -> dict[str, Any]:
    return {"min_cents": low, "max_cents": high, "currency_type": currency, "title": title, "blurb": blurb}


def lever(**told: Any) -> list[Any]:
    job = {
        "id": "a1",
        "text": "Data Scientist",
        "categories": {
            "commitment": "Full-time",
            "location": "Berlin",
            "allLocations": ["Berlin", "Amsterdam", "Berlin"],
        },
        "workplaceType": "hybrid",
        "createdAt": 1_768_467_600_000,
        "hostedUrl": "https://jobs.example.com/acme/a1",
        "descriptionPlain": "Find out why.\n\nWith care.",
        "lists": [{"text": "Requirements", "content": "<li>SQL</li><li>Python</li>"}],
        "additionalPlain": "We hire fairly.",
    }
    return [job | told]


def ashby(*tiers: Any, **told: Any) -> dict[str, Any]:
    job = {
        "id": "u-1",
        "title": "Product Designer",
        "location": "San Francisco, CA",
        "secondaryLocations": [{"location": "New York, NY"}],
        "publishedAt": "2026-02-10T10:00:00.000+00:00",
        "isListed": True,
        "isRemote": False,
        "employmentType": "FullTime",
        "jobUrl": "https://jobs.example.com/acme/u-1",
        "descriptionHtml": "<p>Draw.</p>",
        "compensation": {"compensationTiers": list(tiers)},
    }
    return {"apiVersion": "1", "jobs": [job | told]}


def tier(*components: Any, title: str | None = None, summary: str = "") -> dict[str, Any]:
    return {"title": title, "tierSummary": summary, "components": list(components)}


def part(
    low: Any, high: Any, kind: str = "Salary", interval: str = "1 YEAR", currency: str | None = "USD"
) -> dict[str, Any]:
    return {
        "compensationType": kind,
        "interval": interval,
        "currencyCode": currency,
        "minValue": low,
        "maxValue": high,
    }


def workable(**told: Any) -> dict[str, Any]:
    job = {
        "shortcode": "AB12",
        "title": "Sales Rep",
        "telecommuting": False,
        "employment_type": "Full-time",
        "published_on": "2026-03-20",
        "created_at": "2026-03-01",
        "url": "https://apply.example.com/acme/j/AB12",
        "country": "United States",
        "city": "Austin",
        "state": "Texas",
        "locations": [{"city": "Austin", "region": "Texas", "country": "United States"}],
        "description": "<p>Sell.</p>",
    }
    return {"name": "Acme Corp", "jobs": [job | told]}


def smartrecruiters(**told: Any) -> dict[str, Any]:
    job = {
        "id": "7440",
        "name": "Platform Engineer",
        "active": True,
        "company": {"identifier": "acme", "name": "Acme Corp"},
        "releasedDate": "2026-06-24T10:00:11.853Z",
        "location": {"city": "Columbus", "region": "OH", "country": "us", "remote": False},
        "typeOfEmployment": {"label": "Full-time"},
        "postingUrl": "https://jobs.example.com/acme/7440",
        "jobAd": {
            "sections": {
                "companyDescription": {"text": "We raised $90,000,000."},
                "jobDescription": {"text": "<p>Run it.</p>"},
                "qualifications": {"text": "<ul><li>Go</li></ul>"},
            }
        },
    }
    return {"offset": 0, "limit": 100, "totalFound": 1, "content": [job | told]}


def recruitee(**told: Any) -> dict[str, Any]:
    job = {
        "id": 2_700_825,
        "title": "Accountant",
        "company_name": "Acme",
        "status": "published",
        "locations": [{"name": "HQ", "city": "Berlin", "state": "Berlin", "country": "Germany"}],
        "location": "Berlin, Germany",
        "remote": False,
        "employment_type_code": "fulltime_permanent",
        "published_at": "2026-08-05 10:10:39 UTC",
        "careers_url": "https://jobs.example.com/o/accountant",
        "description": "<p>Book.</p>",
        "requirements": "<p>Numbers.</p>",
        "salary": {"min": "60000", "max": "75000", "period": "year", "currency": "EUR"},
    }
    return {"offers": [job | told]}


def job_posting(**told: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Nurse",
        "description": "<p>Care &amp; nights</p>",
        "datePosted": "2026-07-01",
        "identifier": {"@type": "PropertyValue", "name": "Acme", "value": "N-7"},
        "hiringOrganization": {"@type": "Organization", "name": "Acme Health"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Boise",
                "addressRegion": "ID",
                "addressCountry": {"@type": "Country", "name": "US"},
            },
        },
        "employmentType": ["FULL_TIME", "PART_TIME"],
    } | told


def page(*blocks: Any) -> str:
    opened = '<script type="application/ld+json">'
    scripts = "".join(
        block if isinstance(block, str) else f"{opened}{json.dumps(block)}</script>" for block in blocks
    )
    return f"<!doctype html><html><head>{scripts}</head><body><h1>Careers</h1></body></html>"
