/**
 * Which article plays which part, as `<publisher id>/<slug>` (its path on the newsroom's origin). Where a part has an original and
 * those that follow it, the original comes first.
 */
export const PARTS = {
  /** One event in the words of four independent publishers: same figures, some with witnesses of their own. */
  fourPublishers: [
    'grid-weekly/northwind-ohio-lease',
    'harbour-ledger/northwind-ohio-power-deal',
    'meridian-wire/northwind-ohio-power',
    'rackline/northwind-lima-campus',
  ],
  /** What two parties to that event say about themselves: no confirmation. */
  statements: ['northwind/ohio-power-agreement', 'sable-river/northwind-agreement'],
  wire: ['meridian-wire/export-rule-large-clusters'],
  /** The wire's story as it is, credited; the last leaves out the place line and a paragraph. */
  wireCopies: [
    'harbour-ledger/export-licences-large-clusters',
    'rackline/us-licences-ai-clusters',
    'techpulse/usa-ai-cluster-licences',
  ],
  /** The same event as the wire's, in a reporter's own words. */
  wireIndependent: ['statute-silicon/reading-the-cluster-rule'],
  synonymOriginal: ['grid-weekly/transformer-lead-times'],
  /** Words swapped for synonyms, within the quotes too. */
  synonymCopy: ['techpulse/transformer-delays'],
  /** Helio's capital spending in its next fiscal year: $38 billion or $41 billion. */
  disagreement: ['harbour-ledger/helio-budget', 'rackline/helio-capital-plan'],
  /** Spending on accelerators next year by two houses: $310 billion and $265 billion, which is no disagreement. */
  analystSpread: [
    'computeindex/accelerator-spending-forecast',
    'harbour-ledger/bexley-roe-forecast',
    'meridian-wire/accelerator-forecasts-apart',
  ],
  /** Helio's Reno site over three days, new facts on each. */
  running: [
    'rackline/helio-reno-outage',
    'meridian-wire/helio-reno-half-restored',
    'rackline/helio-reno-cause',
    'rackline/helio-reno-restored',
  ],
  /** 72 million litres become 27 million with `correct()`. */
  corrected: ['grid-weekly/corvid-zaragoza-water'],
  /** A mention of everybody, a script, a link and an order to a model. */
  hostile: ['techpulse/cheap-gpu-credits'],
  offTopic: ['harbour-ledger/harbour-city-shirt-deal', 'northwind/amsterdam-office', 'techpulse/recipe-app'],
  /** A stub on the page, the text in the feed. */
  paywalled: ['harbour-ledger/private-credit-data-centres'],
  /** In the feed, but its page answers 404. */
  gone: ['techpulse/recipe-app'],
} as const satisfies Record<string, readonly string[]>;
