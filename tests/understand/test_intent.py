"""What plain words want: above all, whether they ask what AI skills add or what a job pays."""

from __future__ import annotations

import time

import pytest

from bot.understand.intent import intent, says_premium
from tests.conftest import Say

WHAT_AI_ADDS = [
    "How much extra can a data engineer get for knowing LLMs?",
    "do companies pay product designers more when they know ai",
    "is there any ai premium for technical writers in austin",
    "What's an AI skillset worth for a backend engineer in Seattle?",
    "does putting machine learning on my resume raise the salary of a data analyst",
    "would i earn more as a marketing manager if i had ai skills?",
    "how do salaries of engineers with AI skills compare to those without",
    "AI vs no AI pay for product managers",
    "what's the AI salary bump for a senior swe in New York",
    "what do AI skills do to the pay of an account executive",
    "how big is the pay gap between AI and non-AI software engineers in sf",
    "Are staff engineers who work with LLMs paid better?",
    "tell me the AI premium, data scientist, Boston",
    "how many percent more do AI-skilled recruiters make",
    "do i get paid more for using genai as a ux designer",
    "does knowing AI pay off for a solutions engineer?",
    "what is the market paying on top for AI in security engineering",
    "Is it worth picking up AI skills as a financial analyst, moneywise?",
    "salary difference with and without AI skills for a senior data engineer",
    "What does machine learning experience add to a software engineer's salary?",
    "what's ai fluency worth on top of a product manager salary",
    "How much does AI experience increase what a backend engineer makes?",
    "ai premium swe seattle",
    "do AI skills bump up pay for customer success managers",
    "is there extra money in AI for a senior data scientist in nyc?",
    "Do postings that ask for AI pay more than the ones that don't, for engineering managers?",
    "with vs without AI, what's the pay difference for a staff engineer",
    "would learning LLMs get me a higher salary as a data engineer in Chicago",
    "any uplift for AI skills in finance manager pay?",
    "what do i gain in pay from AI skills as a project manager",
    "how much are machine learning skills worth to a software engineer in Austin",
    "percentage AI premium for a forward deployed engineer",
    "am I leaving money on the table as a swe with no AI skills?",
    "AI markup on a product designer's salary",
    "Are data scientists with genai skills better paid?",
    "what do ai skills add for a data scientist in nyc?",
    "what do AI skills add to the pay of a software engineer in SF?",
    "what AI skills add to a software engineer's pay",
    "how much do AI skills add for a product designer?",
    "what does AI add to my pay?",
    "what AI skills add to a role's pay, if anything",
    "ai salary premium data analyst",
    "how much is ai worth for a pm",
    "AI pay bump for marketers",
    "premium senior swe",
    "premium",
    "How does the salary change for a designer if the posting wants AI?",
    "pmm with ai vs pmm without ai, who gets paid more",
    "I build LLM agents. Does that earn me more as a backend engineer in Denver?",
    "extra pay for gen AI experience, recruiter, chicago",
    "does an ai background command higher salaries for program managers",
    "what's the ai uplift on a staff engineer's base in nyc",
    "AI premium??",
    "are ai skills rewarded in sales?",
    "do employers value AI skills for accountants",
    "does listing AI skills get a content marketer more money",
    "What is the pay gap between product managers with and without AI skills in Seattle?",
    "is ai experience rewarded with higher base for solutions engineers",
    "By how much does LLM experience raise a data scientist's salary?",
    "do AI-skilled designers out-earn the others",
    "ai skills bonus for a recruiter in austin",
    "Will my salary as a qa engineer improve if I learn AI?",
    "AI salary premium, staff engineer, bay area",
    "how much more would a pm with ai chops get",
    "pay difference AI vs traditional software engineer",
]
SOMETHING_ELSE = [
    "median for an AI engineer in Seattle",
    "what do machine learning engineers make in new york",
    "how much does a senior swe with AI skills make in sf",
    "what's the going rate for ai-skilled data scientists",
    "I'm an AI engineer and I want to earn more, what should I ask for?",
    "is there a shift premium for customer support reps on weekends?",
    "my insurance premium went up, what do product managers earn in denver",
    "what premium do staff engineers get over senior ones",
    "does relocation to NYC pay more for a product manager",
    "They gave me stock at a premium to the last round, is that ok?",
    "how much more does a senior earn than a mid-level engineer in austin",
    "salary for AI product managers in Boston",
    "what does OpenAI pay software engineers",
    "what's the difference between a data scientist and a machine learning engineer salary",
    "is 220k good for an AI-skilled swe in seattle?",
    "do ml engineers get paid more in sf than in nyc",
    "I use AI every day and want a raise, how do I negotiate",
    "median pay of data analysts at premium car brands",
    "What should an AI research scientist get in the Bay Area?",
    "pay for prompt engineers, remote",
    "senior ai engineer salary in austin",
    "what's typical pay for a software engineer who knows AI",
    "how much does an LLM engineer earn in san francisco",
    "is there a premium for a security clearance as a software engineer",
    "our product costs more because it is premium, what do sales managers make",
    "staff vs senior pay for software engineers in sf",
    "what does Scale AI pay a data engineer",
    "do remote swes earn more",
    "I want to make more money, median for a product manager in Denver?",
    "they pay 90% of premiums and 401k match",
    "I can do AI but what is the median for a data analyst in Ohio",
    "what do managers of AI teams make",
    "ml engineer or data scientist in boston, median?",
    "AI-skilled median for a product manager in sf",
    "How much more should I ask for with 10 years experience as a swe?",
    "I want to earn more as an AI engineer, what's the median in Boise",
    "what's the median, not the premium, for swe sf",
    "how much does a swe with AI experience make, more than 200k?",
    "what do ai engineers get paid, more in sf?",
    "machine learning engineer paid more in nyc or sf",
    "do AI engineers make more than software engineers",
    "We cover 90% of the health premium for you",
    "is there a premium for working nights in sf as a swe",
    "premium for a staff over a senior swe",
    "the equity is at a premium for series b",
    "i do ai and want to get more vacation",
    "ai product manager salary nyc",
    "I'd like more info on AI engineer salaries in Texas",
    "what do the highest paid ml engineers make",
    "how much does Anthropic pay for AI safety researchers",
    "is 180k plus 20% bonus more than a data scientist with AI skills gets in Denver?",
    "can you compare AI engineer and data engineer pay",
    "swe who builds with AI tools, san jose, senior",
    "Do they pay a premium for living in New York?",
    "My company uses AI to set pay. What's a fair salary for an account executive?",
    "raise expectations: I'm a data analyst in Ohio, median?",
    "benefits aside, what does an AI engineer make in LA",
    "What do AI-first companies pay designers?",
    "the market value of a machine learning engineer in seattle",
    "median salary if I know machine learning, data analyst, NYC",
    "is there an on-call premium for sres",
    "can i ask for more equity as an ai researcher",
    "what do PMs on AI products make in SF",
    "swe ai remote",
    "Does Nvidia pay more than Google for ML engineers?",
    "how much does an MLE make compared to a swe",
]


@pytest.mark.parametrize("said", WHAT_AI_ADDS)
def test_what_ai_skills_add_is_a_premium(say: Say, said: str) -> None:
    assert say(said).intent == "premium"


@pytest.mark.parametrize("said", SOMETHING_ELSE)
def test_pay_and_other_premiums_are_no_premium_of_ai(say: Say, said: str) -> None:
    assert say(said).intent != "premium"


@pytest.mark.parametrize(
    "said",
    [
        "We cover 90% of the premium",
        "the equity is at a premium for series b",
        "is there a premium for nights?",
    ],
)
def test_another_premium_after_a_look_up_is_still_another(say: Say, said: str) -> None:
    say("/median swe sf senior")
    assert say(said).intent != "premium"


@pytest.mark.parametrize("text", ["premium senior swe", "what's my premium", "The Premium?"])
def test_a_premium_of_nothing_else_is_heard(text: str) -> None:
    assert says_premium(text)
    assert intent(text) is None


@pytest.mark.parametrize(
    "text", ["insurance premium", "a premium for nights", "not the premium", "premium plans", ""]
)
def test_a_premium_of_something_else_is_not(text: str) -> None:
    assert not says_premium(text)


@pytest.mark.parametrize(("between", "want"), [(7, "premium"), (8, None)])
def test_a_gap_in_a_cue_holds_so_many_words(between: int, want: str | None) -> None:
    assert intent("ai " + "word " * between + "more") == want


def test_a_job_or_an_employer_of_ai_is_no_skill() -> None:
    assert intent("do ML skills bring more") == "premium"
    assert intent("do ML engineers bring more") is None
    assert intent("do AI startups bring more") is None


def test_a_negated_cue_is_none() -> None:
    assert intent("counter") == "counter"
    assert intent("don't counter") is None


def test_a_median_asked_for_stays_one() -> None:
    assert intent("i know ai and earn more than most, what is the median") == "median"
    assert intent("the median and the ai premium") == "premium"


@pytest.mark.parametrize("part", ["more ai skills ", "premium ", "=^*<"])
def test_a_megabyte_is_read_in_linear_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    start = time.process_time()
    assert intent(text) in {None, "premium", "median"}
    assert says_premium(text) in {True, False}
    assert time.process_time() - start < 10
