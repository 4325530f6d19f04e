"""The words by which a draft asks, and those of each thing that it may ask for. All are of folded text."""

from __future__ import annotations

import re

from bot.playbook.check.shapes import Lever

CUE = re.compile(
    r"\b(?:can|could|would|will|may|might) (?:you|u|we|it|i|there|the|that|this|your)\b"
    r"|\b(?:is|are|was) (?:there|it|the|this|that|your)\b(?=.{0,200}\?)"
    r"|\bi(?:'?m| am) (?:\w{1,12} )?(?:asking|looking|aiming|hoping|requesting|thinking|after)\b"
    r"|\bi(?:'d| would) (?!(?:\w{1,12} ){0,3}(?:accept|join|start|be part|thank|express|work with)\b"
    r"(?!.{0,60}\d))(?:\w{1,12} ){0,3}(?:like|love|want|need|prefer|propose|comfortable|hope"
    r"|expect|feel|accept|sign|join|choose|come)\b"
    r"|\bi (?:\w{1,12} ){0,2}(?:want|need|ask|request|wish|propose|require|hope|deserve|imagine)\b"
    r"|\bi (?:\w{1,12} )?expect (?:a\b|at\b|\W?\d)"
    r"|\b(?:was|were|been) (?:\w{1,12} ){0,3}(?:hoping|wondering|thinking|looking|aiming|expecting)\b"
    r"|\bask(?:ing)? (?:if|whether|that|for|you)\b|\b(?:would|could) (?:\w{1,12} )?consider\b|\bany chance\b"
    r"|\b(?:and|but|so|also|plus) (?:want|need|would like|hope|ask|expect)\b"
    r"|\b(?:can't|cannot|won't) (?:accept|take|go|do) (?:less|lower|below|anything)\b"
    r"|\bmy (?:one |only )?(?:target|number|ask|request|expectation|expectations|price|goal|figure"
    r"|bottom line|requirement|condition|wish|wishes|minimum|floor)\b"
    r"|\bmy (?:day |daily |hourly )?rate (?:is|would be)\b(?! (?:normally|usually|typically|often|mostly)\b)"
    r"|\bi(?:'d| would) (?:\w{1,12} )?(?:be (?:\w{1,12} )?(?:grateful|thankful|glad|hoping|looking|asking"
    r"|aiming)|appreciate)\b|\bi (?:\w{1,12} )?(?:would|do) appreciate\b"
    r"|\bwould (?:also )?be (?:\w{1,12} )?(?:great|nice|lovely|ideal|perfect|wonderful|fantastic|helpful)\b"
    r"|\b(?:can|could|would) (?:an?|some|any) (?:\w[\w-]{0,14} ){1,3}(?:be|work|help)\b"
    r"|\blet me know (?:if|whether) (?:there|you|we|it)\b"
    r"|\bwant(?:ed)? to (?:check|see|ask|know) (?:if|whether)\b"
    r"|\b(?:ideally|how about|what about)\b|\beither you\b"
    r"|^(?:and|plus|also) (?:an?|some|more)\b(?=.{0,60}\?)|\b(?:could|would|can) \W?\d[\d.,]{1,8}\s?k?\b"
    r"|\bexpected (?:\w{1,8} ){0,2}\W?\d"
    r"|\b(?:give|offer|pay|get|make|match|meet) (?:me|us)\b"
    r"|\b(?:please|kindly|pls|plz) (?:\w{1,12} )?(?:raise|increase|consider|offer|adjust|improve|change|bring"
    r"|make|move|put|add|match|send|revise|revisit|review|reconsider|give|enhance|hike)\b"
    r"|\b(?:please|kindly) do the needful\b"
    r"|^\W{0,2}\d[\d.,]{0,8} ?k? (?:base )?or (?:i|i'm|i'll|nothing|no deal|bust)\b"
    r"|^requesting (?:you|your)\b|\b(?:humble|kind|sincere) request\b"
    r"|\b(?:you|we) (?:could|can|might) (?:\w{1,12} ){0,2}(?:get|do|go|reach|come|offer|make|bring"
    r"|move|raise)\b"
    r"|\bif you (?:can|could|would|'d|don't|do not)\b|\b(?:it's|it is) possible\b"
    r"|\b(?:would be|feels|seems|sounds|is) (?:\w{1,12} )?(?:fair|right|reasonable|appropriate)\b(?<=.{9})"
    r"|\b(?:should|must) be (?:at least |about )?\W?\d"
)
LEVERS: tuple[tuple[Lever, re.Pattern[str]], ...] = (
    ("info", re.compile(
        r"\b(?:tell me|let me know (?:how|what|when|who)|explain|clarify|understand (?:how|what|why)"
        r"|how many|what (?:is|was|are|were) (?:the|your)|send me|walk me)\b")),
    ("sign_on", re.compile(r"\bsign(?:ing)?[- ]?on\b|\bsigning\b|\bjoining bonus\b")),
    ("allowance", re.compile(
        r"\bbudget (?:of|for)\b|\bstipend\b|\ballowances?\b|\breimburse\w{0,6}|\btuition\b|\bequipment\b"
        r"|\bparking\b")),
    ("relocation", re.compile(r"\brelocation\b|\bmoving (?:costs?|expenses|package)\b")),
    ("equity", re.compile(
    r"\bequity\b|\brsus?\b|\bstock\b|\bshares\b|\b(?:stock )?options\b|\bgrant\b"
    r"|\brefresh(?:er)?s?\b|\bvest|\bacceleration\b")),
    ("bonus", re.compile(r"(?<!sign-on )(?<!signing )(?<!sign on )(?<!joining )(?<!retention )\bbonus\b")),
    ("pto", re.compile(
    r"\bvacation\b|\bpto\b|\bdays off\b|\bweeks? off\b|\bweekends? (?:off|free)\b|\bholidays?\b"
    r"|\b(?:annual|of) leave\b"
    r"|\bpaid leave\b")),
    ("remote", re.compile(r"\bremote(?:ly)?\b|\bhybrid\b|\bfrom home\b|\bwfh\b")),
    ("start", re.compile(r"\bstart(?:ing)? date\b|\bcan i start\b|\bstart (?:on|in|later|earlier)\b")),
    ("title", re.compile(r"\btitle\b")),
    ("review", re.compile(r"\b(?:an?|salary|pay|performance|early|dated) review\b")),
    ("severance", re.compile(r"\bseverance\b")),
    ("time", re.compile(
        r"\buntil\b|\bmore time\b|\bextension\b|\bextend\b|\b(?:few|couple of"
        r"|several) (?:more )?days\b(?! off)|\bdeadline\b")),
    ("base", re.compile(
        r"\bbase\b|\b(?:salary|pay)\b(?! reviews?\b)|\bcompensation\b|\bcomp\b|\bhourly\b|\brate\b|\bwage\b"
        r"|\bband\b(?! is)|\bctc\b|\bote\b")),
)  # fmt: skip
NOT_ASKED = re.compile(
    r"\b(?:you(?:'re| are) (?:at|on)|you came in at|(?:was|were) told|you said"
    r"|instead of|rather than|offered|offer of|offered me|not|more than|higher than|up from"
    r"|versus|vs|against|over|above)[ (:]{0,3}(?:the |your |my |a base of |of |is |was |at )*$"
)
OF_AGE = re.compile(
    r"\b(?:mother|father|parent|mom|mum|dad|woman|man|person|aged?|age) (?:of )?$"
)  # "a mother of 42"
MARKET_WORD = re.compile(r"\b(?:median|average|market|(?<!in the )range|band|postings?|bls)\b")
MARKET_REACH = 50  # characters from a word of the market to its figure
MARKET_BEFORE = re.compile(
    r"\b(?:median|posted|postings?|bls|market|percentile|survey|average|benchmark|cent(?:er|re)s?)\b"
)
LEFT_ALONE = re.compile(
    r"\b(?:keep|leave|happy with|fine with|besides|apart from|instead of|on top of|beyond"
    r"|next to) (?:the |your |my )?(?:base|salary)\b"
)
AS_OFFERED = re.compile(  # "with the bonus and equity as offered"
    r"\b(?:with|and|keeping|leaving) (?:\w{1,12}[ ,]{1,2}){1,6}"
    r"(?:as offered|as is|unchanged|the same|as (?:it|they) (?:is|are|stand|stands))\b"
)
POINT = re.compile(r"\b(?:point|question|thing|request|topic)\b")
PERCENT = re.compile(r"\d\s?%")
RAISE = re.compile(r"\b(?:raise|increase|bump|more|higher|uplift|hike|rise)\b")
OF_TODAY = frozenset({"present_salary", "raise_is_enough", "competing"})
ACCEPTS = re.compile(r"\b(?:i|to|gladly|happily) accept\b|\baccepting\b")
THEIRS = re.compile(r"\b(?:you|your|yours|letter|offer|offered|contract|says|sent|received)\b")
WANTS = re.compile(
    r"\b(?:would|should|want|need|make it|how about|what about|let's|thinking|hoping|stand|or i)\b"
)
GAP = re.compile("¤+")  # a marked gap, as the look at a draft sees it
MOVES = re.compile(
    r"(?<!anything )(?<!anywhere )(?<!something )(?<!somewhere )(?<!ranging )(?<!range )\bfrom $"
)
REACH = 80  # characters before and after a sum that say whose it is
YEAR = re.compile(r"(?:19|20)\d\d")
CHUNK = re.compile(r",\s|;|\s(?:and|plus|or|with|along with|as well as)\s|\s?[&+]\s?")
SIZED: frozenset[Lever] = frozenset(
    {"equity", "sign_on", "bonus", "relocation", "allowance"}
)  # by a sum of money
BASE_LIKE = (20.0, 999.0)  # a bare number of this size in talk of yearly pay is thousands
LEAST = 8.0  # below this a number is a count, not pay
COUNT = re.compile(
    r"\s{0,2}(?:-|–)?\s{0,2}(?:%|percent|days?|weeks?|months?|years?|people|hours? (?!rate)|rsus?|shares"
    r"|options|postings?|employers?|more (?:days|weeks|vacation)|am\b|pm\b|oct|nov|dec|jan|feb|mar|apr|may\b"
    r"|jun|jul|aug|sep|cases|tickets|interviews?|points?|offers?|kids|children)"
)
IF_NOT = re.compile(
    r"\b(?:instead|otherwise|alternatively)\b|\bif (?:the |your )?(?:base|band"
    r"|salary)\b.{0,40}\b(?:fixed|set|stuck|capped)"
)
CLOSER = re.compile(
    r"what (?:can|could|do) (?:we|you) (?:do|say|think)\b[^.!]{0,20}|"
    r"(?:can|could|would|will|is|does|do) (?:you|we|it|that|this) (?:\w+ ){0,2}(?:do|get|make|match"
    r"|meet|agree|work|accept|possible|"
    r"something|happen|doable|help|confirm|reach|look|there|sound|these|come)\b[^.!]{0,60}"
)  # fmt: skip
