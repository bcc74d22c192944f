"""Other words for the same thing, as sub-editors use them. Written for this project."""

NUMBERS = dict(
    zip(
        "2 3 4 5 6 7 8 9 10 11 12 15 20 30 40 50".split(),
        "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split(),
        strict=True,
    )
)

VERBS: dict[str, tuple[str, ...]] = {
    "said": ("stated", "told reporters", "noted", "remarked", "explained"),
    "says": ("states", "notes", "argues", "maintains"),
    "told": ("informed", "said to"),
    "added": ("went on to say", "continued", "also said"),
    "argued": ("contended", "maintained", "reasoned"),
    "announced": ("made public", "disclosed", "declared"),
    "claimed": ("asserted", "maintained"),
    "warned": ("cautioned",),
    "insisted": ("maintained", "was adamant"),
    "called": ("described as", "branded"),
    "asked": ("questioned",),
    "wrote": ("said in a statement", "posted"),
    "tweeted": ("wrote on Twitter", "said on Twitter"),
    "suggested": ("hinted", "indicated"),
    "acknowledged": ("conceded", "admitted"),
    "vowed": ("pledged", "promised"),
    "urged": ("called on", "pressed"),
    "denied": ("rejected",),
    "reported": ("disclosed", "carried a report"),
    "noted": ("pointed out", "observed"),
}

_PAIRS = """
about|roughly; roughly|about; nearly|almost; almost|nearly; around|approximately; began|started; start|begin;
started|began; ended|concluded; end|finish; help|assist; helped|aided; buy|purchase; bought|purchased; big|large;
large|sizeable; small|modest; many|numerous; several|a number of; some|a few; also|in addition; but|however;
because|since; while|as; after|following; before|ahead of; despite|in spite of; during|in the course of; over|more than;
more than|over; less than|under; at least|no fewer than; last year|a year ago; this week|in recent days;
percent|per cent; per cent|percent; u.s.|american; united states|U.S.; government|administration;
administration|government; lawmakers|legislators; legislators|lawmakers; bill|measure; measure|bill; law|statute;
plan|proposal; proposal|plan; policy|approach; deal|agreement; agreement|deal; talks|negotiations; negotiations|talks;
meeting|session; fight|battle; battle|fight; issue|matter; problem|difficulty; effort|push; move|step; decision|ruling;
ruling|decision; vote|ballot; voters|the electorate; election|poll; poll|survey; survey|poll; campaign|bid; president|head of state;
party|camp; leader|head; leaders|heads; officials|authorities; official|representative; spokesman|spokesperson;
spokeswoman|spokesperson; police|officers; country|nation; nation|country; people|men and women; workers|employees;
jobs|positions; money|funds; funds|money; costs|expenses; cost|price; taxes|levies; budget|spending plan; spending|outlays;
increase|rise; increased|rose; decrease|drop; rose|climbed; fell|dropped; dropped|fell; cut|reduce; cuts|reductions;
support|backing; supported|backed; supporters|backers; opposed|resisted; opposition|resistance; critics|opponents;
opponents|critics; attack|assault; killed|left dead; died|lost their lives; wounded|injured; show|demonstrate; shows|indicates;
showed|indicated; found|discovered; made|produced; make|produce; gave|provided; give|provide; get|obtain; got|obtained;
keep|retain; kept|retained; let|allow; allow|permit; allowed|permitted; want|wish; wants|seeks; wanted|sought; need|require;
needs|requires; needed|required; try|attempt; tried|attempted; trying|attempting; use|employ; used|employed; using|employing;
think|believe; thinks|believes; thought|believed; know|realize; likely|expected; able|in a position; important|significant;
significant|considerable; major|leading; key|crucial; main|principal; new|fresh; recent|latest; current|present;
top|senior; senior|high-ranking; strong|firm; tough|stern; hard|difficult; clear|evident; sure|certain;
enough|sufficient; often|frequently; usually|typically; quickly|rapidly; recently|lately; already|by now; still|yet;
again|once more; only|just; just|merely; even|indeed; though|although; although|though; including|among them; like|such as;
such as|like; according to|in the words of; in order to|to; as well as|and; a lot of|much; most of|the bulk of;
part of|a portion of; part|portion; place|location; home|residence; house|home; city|town; street|road; children|youngsters;
women|females; group|organization; organization|group; company|firm; firm|company; companies|firms; business|enterprise;
report|study; study|report; information|details; details|particulars; documents|papers; letter|note; speech|address; address|speech;
statement|declaration; comments|remarks; remarks|comments; question|query; questions|queries; answer|reply; response|reply;
reason|cause; result|outcome; results|outcomes; chance|opportunity; threat|danger; risk|danger; crisis|emergency; war|conflict;
conflict|war; troops|soldiers; soldiers|troops; weapons|arms; border|frontier; immigrants|migrants; students|pupils;
pass|approve; passed|approved; sign|endorse; signed|put his name to; block|stop; blocked|stopped; force|compel; forced|compelled;
reject|turn down; rejected|turned down; accept|agree to; accepted|agreed to; expected|due; planned|scheduled; set|due;
happen|occur; happened|occurred; comes|arrives; came|arrived; went|travelled; left|departed; saw|witnessed; see|witness;
look|appear; looks|appears; seems|appears; seemed|appeared; became|turned into; remains|stays; remain|stay; remained|stayed;
continue|carry on; continued|carried on; face|confront; faces|confronts; faced|confronted; led|headed; lead|head;
working|engaged; worked|laboured; build|construct; built|constructed; change|alter; changes|alterations; changed|altered;
raise|lift; raised|lifted; protect|shield; fired|dismissed; hired|took on; won|secured; win|secure; lost|was beaten;
time|moment; yesterday|the day before; today|on this day;
don't|do not; doesn't|does not; didn't|did not; isn't|is not; wasn't|was not; aren't|are not; can't|cannot; won't|will not;
it's|it is; that's|that is; we're|we are; they're|they are; i'm|I am; we've|we have; couldn't|could not; wouldn't|would not;
sen.|Senator; rep.|Representative; gov.|Governor; gop|Republican; republicans|GOP members; democrats|members of the Democratic Party;
jan.|January; feb.|February; aug.|August; sept.|September; oct.|October; nov.|November; dec.|December;
wednesday|midweek; washington|the capital; congress|Capitol Hill; white house|administration; supreme court|high court;
high court|Supreme Court; justice department|Department of Justice; state department|Department of State
"""

SYNONYMS: dict[str, tuple[str, ...]] = {}
for _pair in _PAIRS.replace("\n", " ").split(";"):
    _old, _new = _pair.strip().split("|")
    SYNONYMS[_old] = (_new,)
