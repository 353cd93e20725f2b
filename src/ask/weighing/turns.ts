/**
 * Ways of asking that have a way of telling: what is asked by one of these words is told by others of the same line, whatever else the
 * sentence is about. Our own compilation, of the language and not of a field.
 */
const TURNS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  // "Was anyone injured?" "Nobody was hurt."
  [
    /\b(?:hurt|injur(?:y|ies|ed)|casualt(?:y|ies)|killed|wounded|dead|died?|deaths?|harmed)\b/i,
    /\b(?:hurt|injur(?:y|ies|ed)|casualt(?:y|ies)|killed|wounded|dead|died|deaths?|harmed|unharmed|hospital)\b/i,
  ],
  // On what condition, under which circumstances.
  [
    /\b(?:conditions?|provided|unless|in exchange|circumstances?|terms|what would (?:make|it take|change)|hinges?|depends?|requires?|catch)\b|\bwhat if\b/i,
    /\b(?:if|unless|provided|provid(?:es|ing) that|on condition|conditions?|subject to|once|as long as|in (?:return|exchange)|must|until|requires?|would)\b/i,
  ],
  // What for.
  [
    /\bwhat .{0,60}\bfor\b\s*\??$|\bwhat for\b|\b(?:purpose|used? for|do with|spend .{0,40} on|(?:money|proceeds|cash|funds?|funding) (?:go|goes|going|be used|used|for))\b|\b(?:use|do|doing) .{0,30}\b(?:money|proceeds|cash|funds?)\b/i,
    /\b(?:will|would|is to|are to|to) (?:go|be (?:used|spent|put)) (?:to|for|on|towards?|into)\b|\b(?:money|proceeds|cash|funds?|sum|capital) (?:will|would|is|are|goes|to)\b|\bto (?:pay for|fund|finance|build|buy|expand|hire|repay|refinance)\b/i,
  ],
  // How somebody answered.
  [
    /\b(?:respon[ds]e?s?|react(?:ion|ed|s)?|repl(?:y|ied)|comment(?:ed|s)?|(?:have|has|had) to say|defen[ds]e?|answer(?:ed)? to|position on|view (?:of|on)|take on|stance)\b/i,
    /\b(?:said|says|told|denie[sd]|call(?:s|ed)|without merit|declin(?:es|ed)|comment|reject(?:s|ed)|respond(?:s|ed)|repl(?:y|ies|ied)|disput(?:es|ed)|defend(?:s|ed)|welcom(?:es|ed)|appeal|argue[sd]?|apologi[sz]ed?)\b/i,
  ],
  // What comes next.
  [
    /\b(?:next|what (?:happens|comes|follows)|what (?:is|are) the (?:next|following)|then what|now what)\b/i,
    /\b(?:will|is to|are to|is due|are due|next|is expected|are expected|must (?:now|still)|now (?:goes|moves|must)|has until|have until|then)\b/i,
  ],
  // Measured by what was expected.
  [
    /\b(?:beat|beats|miss(?:ed|es)?|better than|worse than|weaker than|stronger than|top(?:ped)?|exceed(?:ed)?|fall short|above|below|against|in line with)\b.{0,60}\b(?:expect\p{L}*|forecasts?|estimates?|consensus|guidance|hoped|analysts?|thought|predicted|street)\b|\b(?:expectations|consensus|analysts? expected)\b/iu,
    /\b(?:analysts?|expected|expectations|forecasts?|estimates?|consensus|guidance|predicted|hoped|shortfall|street)\b/i,
  ],
  // Against before, against another.
  [
    /\b(?:compared|versus|vs|against|than|before|previous(?:ly)?|up from|down from|year ago|year earlier|last (?:year|quarter)|the old|predecessor|faster|slower|cheaper|dearer|better|worse|more|less)\b/i,
    /\b(?:compared|versus|against|than|from|before|previous(?:ly)?|earlier|ago|predecessor|faster|slower|cheaper|double[ds]?|twice|half|unchanged)\b/i,
  ],
  // Who is against it.
  [
    /\b(?:oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ions?)?|against|fight(?:s|ing)?|critici[sz]\p{L}*|complain\p{L}*|voted? (?:no|against))\b/iu,
    /\b(?:oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ions?)?|against|fight(?:s|ing)?|critici[sz]\p{L}*|complain\p{L}*|protest\p{L}*|petition|sued?|voted no|fear\p{L}*|warn\p{L}*)\b/iu,
  ],
  // How a vote or a ruling went.
  [
    /\b(?:vote[ds]?|ballot|tally|ruling|ruled?|decid(?:e|ed)|decision|verdict|outcome|approv(?:e|ed|al))\b/i,
    /\b(?:\w+ (?:votes )?to \w+|voted?|votes|ballot|ruled|decided|decision|approved|rejected|refused|deferred|unanimous\p{L}*|cleared|verdict)\b/iu,
  ],
  // What is paid back.
  [
    /\b(?:compensat\p{L}*|refunds?|reimburse\p{L}*|credits?|make (?:good|up)|apolog\p{L}*)\b/iu,
    /\b(?:compensat\p{L}*|refunds?|reimburse\p{L}*|credit(?:ed|s)?|waive[ds]?|apolog\p{L}*)\b/iu,
  ],
  // Who comes after, who went before.
  [
    /\b(?:succe(?:ed|eds|eded|ssor)|take[s]? over|took over|replac(?:e|es|ed|ement)|follows?|predecessor|new (?:ceo|cfo|boss|chief))\b/i,
    /\b(?:succe(?:eds?|eded|ssor)|takes? over|took over|replac(?:e|es|ed|ement)|followed by|predecessor|named|appointed|interim)\b/i,
  ],
  // What somebody is worth.
  [/\b(?:valuation|valued?|worth)\b/i, /\b(?:valuations?|valu(?:es|ed|ing)|worth|market capitali[sz]ation)\b/i],
  // Whether it is mended, back, running.
  [
    /\b(?:fixed|repair(?:ed)?|restor(?:ed?|ation)|back (?:up|online|on line)|running again|resum(?:e|ed)|restart(?:ed|s)?|reopen(?:ed)?)\b/i,
    /\b(?:fix(?:ed)?|repair(?:ed|s)?|restor(?:ed?|ation)|back|resum(?:e|es|ed)|restart(?:ed|s)?|reopen(?:ed)?|mend(?:ed)?|splice[ds]?|replac(?:e|ed))\b/i,
  ],
  // Gone to the stock exchange.
  [
    /\b(?:ipo|go(?:es|ing|ne)? public|went public|list(?:ed|ing)|float(?:ed|ation)?|share sale|stock market)\b/i,
    /\b(?:ipo|initial public offering|go(?:es|ing|ne)? public|went public|list(?:ed|ing)|float(?:ed|ation)?|share sale|stock market|exchange)\b/i,
  ],
  // How many work there.
  [
    /\b(?:headcount|staff|employ\p{L}*|workers|workforce|how many (?:people|jobs|staff)|jobs|people work)\b/iu,
    /\b(?:headcount|staff|employ\p{L}*|workers|workforce|jobs|people|lay(?:s|ing)? off|laid off|hires?|hired|hiring)\b/iu,
  ],
  // What is paid for it.
  [
    /\b(?:costs?|price[ds]?|charge[ds]?|pay|pays|paid|fee|fees|rent|tariff|how much (?:is|are|was|were)|hour on an?|chips? in|contribut\p{L}*|expensive|cheap\p{L}*|bill)\b/iu,
    /\b(?:costs?|price[ds]?|charge[ds]?|pay|pays|paid|fee|fees|rents?|tariff|asks? [$€£¥]|for [$€£¥]|contribut\p{L}*|bill|spend|spent|dearer|cheaper)\b/iu,
  ],
  // How much money there is.
  [
    /\b(?:cash|how much money|liquidity|debt|owes?|borrow\p{L}*|loans?|sitting on|reserves|balance)\b/iu,
    /\b(?:cash|debts?|owes?|borrow\p{L}*|loans?|bonds?|reserves|balance|in the bank|falls? due)\b/iu,
  ],
  // How quick it is.
  [
    /\b(?:how (?:fast|quick)\p{L}*|speed|faster|slower|throughput|latency|performance|tokens per second)\b/iu,
    /\b(?:a second|per second|an hour|a minute|times (?:as|faster)|faster|slower|speed|latency|milliseconds?|throughput|performance)\b/i,
  ],
  // When it is ready.
  [
    /\b(?:ready|open(?:s|ing|ed)?|launch(?:es|ed)?|start(?:s|ed)?|begin(?:s)?|began|online|operational|enter(?:s)? service|come online|complet\p{L}*|finish\p{L}*|done|available|ship(?:s|ped|ping)?|deliver\p{L}*|go live|take effect)\b/iu,
    /\b(?:ready|open(?:s|ing|ed)?|launch(?:es|ed)?|start(?:s|ed)?|begin(?:s)?|began|online|operat\p{L}*|service|complet\p{L}*|finish\p{L}*|available|availability|offered|ship(?:s|ped|ping)?|deliver\p{L}*|go live|take effect|in force|reserve|sold from|from)\b/iu,
  ],
  // What is late, put off or given up.
  [
    /\b(?:delay\p{L}*|postpon\p{L}*|put off|late|defer\p{L}*|push(?:ed)? back|slip(?:ped)?|cancel\p{L}*|call(?:ed)? off|abandon\p{L}*|scrap(?:ped)?|shelve\p{L}*|drop(?:ped)?)\b/iu,
    /\b(?:delay\p{L}*|postpon\p{L}*|put off|later than|late|defer\p{L}*|push(?:ed)? back|slip(?:ped)?|behind schedule|cancel\p{L}*|call(?:ed|s)? off|abandon\p{L}*|scrap(?:ped)?|shelve\p{L}*|withdr\p{L}*)\b/iu,
  ],
  // Why something went wrong.
  [
    /\b(?:causes?|caused|why|reason|blame|root|wrong|fault|fail(?:ed|ure)?|trigger\p{L}*|behind)\b/iu,
    /\b(?:because|since|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|reasons?|owing|due to|owed to|wrong|fault\p{L}*|fail(?:ed|ure)|trigger\p{L}*|after|comes? from|stem\p{L}*|thanks to)\b/iu,
  ],
  // Who found or noticed it.
  [
    /\b(?:notic\p{L}*|discover\p{L}*|found out|spot(?:ted)?|detect\p{L}*|flag(?:ged)?|report(?:ed)? first|alert\p{L}*|raised the alarm|paged)\b/iu,
    /\b(?:notic\p{L}*|discover\p{L}*|found|spot(?:ted)?|detect\p{L}*|flag(?:ged)?|reported|alert\p{L}*|alarms?|telephoned|called us|phoned|paged|monitor\p{L}*)\b/iu,
  ],
  // Made with whom, by whom.
  [
    /\b(?:partner\p{L}*|together|co-?\p{L}*develop\p{L}*|jointly|work(?:s|ed|ing)? with|suppl(?:y|ies|ied|ier|iers)|buil(?:d|ds|t|der)|contractors?|made by|makes|who (?:builds?|built|makes?|supplies))\b/iu,
    /\b(?:partner\p{L}*|together|co-?\p{L}*develop\p{L}*|joint\p{L}*|with|suppl(?:y|ies|ied|ier|iers)|buil(?:d|ds|t|der|ding)|contractors?|made by|makes|developed)\b/iu,
  ],
  // Whose money it is.
  [
    /\b(?:invest\p{L}*|back(?:s|ed|ers?)|fund(?:s|ed|ing|ers?)?|led the|lead(?:s|ing)?|financ\p{L}*|stake|sharehold\p{L}*|round)\b/iu,
    /\b(?:invest\p{L}*|back(?:s|ed|ers?)|fund(?:s|ed|ing|ers?)?|led by|leads?|financ\p{L}*|stake|sharehold\p{L}*|round|raised|\d+% of)\b/iu,
  ],
  // A rating and what it is held to.
  [
    /\b(?:rating|rate[sd]?|target|recommend\p{L}*|upgrade[ds]?|downgrade[ds]?|positive|negative|bullish|bearish)\b/iu,
    /\b(?:rating|rated?|target|to (?:buy|sell|hold)|from (?:buy|sell|hold)|outperform|underperform|neutral|overweight|underweight|recommend\p{L}*|upgrade[ds]?|downgrade[ds]?|cut)\b/iu,
  ],
  // What stands in the way.
  [
    /\b(?:bottleneck|problem|obstacle|hurdle|constraint|worr(?:y|ies|ied)|concerns?|risks?|threat|hold(?:s|ing)? (?:it )?back|limit(?:s|ing)?|challenge)\b/i,
    /\b(?:bottleneck|problem|obstacle|hurdle|constraint|worr(?:y|ies|ied)|concerns?|risks?|threat|cannot|can only|short(?:age)?|lacks?|limit(?:s|ed)?|not enough|until|scarce|challenge)\b/i,
  ],
  // What is lost or harmed.
  [
    /\b(?:los(?:t|e|s|ses)|damage[ds]?|affect(?:ed|s)?|impact|harm|leak(?:ed)?|stolen|breach(?:ed)?|customer data)\b/i,
    /\b(?:los(?:t|e|s|ses)|damage[ds]?|affect(?:ed|s)?|harm|leak(?:ed)?|stolen|breach(?:ed)?|intact|safe|destroyed|ruined)\b/i,
  ],
  // What is chosen, and what lost.
  [
    /\b(?:cho(?:ose|se|sen)|pick(?:ed|s)?|select(?:ed)?|lost out|beat(?:s|ing)?|won|wins?|over|rivals?|bidders?|instead)\b/i,
    /\b(?:cho(?:ose|se|sen)|pick(?:ed|s)?|select(?:ed)?|won|wins?|beat(?:s|ing)?|behind|ahead of|looked at|bids?|over|instead|rival|rather than)\b/i,
  ],
  // What may be done.
  [
    /\b(?:may|allow(?:ed|s)?|permit(?:ted|s)?|can (?:i|we|one|you|they)|do (?:i|we) have to|must|need(?:s)? to|rules?|limit|cap(?:ped)?|restrict\p{L}*|ban(?:ned|s)?)\b/iu,
    /\b(?:may|allow(?:ed|s)?|permit(?:ted|s)?|must|only|limit(?:ed|s)?|cap(?:s|ped)?|restrict\p{L}*|ban(?:ned|s)?|without|need(?:s)? (?:to|no|not)|can|requires?)\b/iu,
  ],
  // How big it is.
  [
    /\b(?:how (?:big|large)|size|area|hectares|acres|square|footprint|space)\b/i,
    /\b(?:hectares?|acres?|square|megawatts?|MW|gigawatts?|GW|metres|feet|size|area|floors?|halls?|buildings?)\b/i,
  ],
  // Since when, how long ago.
  [
    /\b(?:since when|founded|how old|established|began|started|history)\b/i,
    /\b(?:since|founded|established|in (?:19|20)\d\d|began|started|years old|set up)\b/i,
  ],
  // Left or stayed.
  [
    /\b(?:quit|quits|left|leav(?:e|es|ing)|resign\p{L}*|step(?:s|ped|ping)? down|depart\p{L}*|fired|come back|return(?:ed|s)?|stay(?:s|ed)?)\b/iu,
    /\b(?:quit|quits|left|leav(?:e|es|ing)|resign\p{L}*|step(?:s|ped|ping)? down|depart\p{L}*|dismissed|fired|come back|return(?:ed|s)?|stay(?:s|ed)?|remain\p{L}*|join(?:ed|s)?)\b/iu,
  ],
];

/** The ways of telling that belong to the ways in which a question asks. */
export const turnsOf = (asked: string): readonly RegExp[] =>
  TURNS.flatMap(([ask, tell]) => (ask.test(asked) ? [tell] : []));

/** Of the turns that a question asks by, the share that a sentence tells; null where it asks by none. */
export const turnsTold = (turns: readonly RegExp[], told: string): number | null =>
  turns.length === 0 ? null : turns.filter((tell) => tell.test(told)).length / turns.length;
