/** An invented company's release of its results, as the pages of companies are laid out: tables around all, and a table of the results. */

const row = ([head, ...values]: readonly string[]): string =>
  `<tr><td>${head}</td>${values.map((value) => `<td>$</td><td>${value.replace('$', '')}</td>`).join('<td>&nbsp;</td>')}</tr>`;

const PARAGRAPHS = [
  'LYON, Nov. 24, 2026 -- Orvane Cloud, Inc., which leases clusters of accelerators, today reported results for its third quarter, which ended on October 31, 2026.',
  'The company signed a ten-year lease for a campus of 120 megawatts near Lund, which will open in 2028 with turbines of its own beside the halls.',
  '“Customers signed for more megawatts in ninety days than in the whole of last year,” said Mara Tolland, chief executive of Orvane Cloud.',
  'Contracted power rose to 840 megawatts from 610 megawatts in July, as laboratories in Sweden and Spain took what was left of its halls there.',
] as const;

const RESULTS = `<table border="0"><tr><td colspan="6">ORVANE CLOUD, INC.<br>STATEMENTS OF OPERATIONS</td></tr>
<tr><td colspan="6">(In millions, except per share data)</td></tr>
<tr><td></td><td colspan="5">Three Months Ended October 31,</td></tr>
<tr><td></td><td colspan="2">2026</td><td></td><td colspan="2">2025</td></tr>
${[
  ['Revenue', '$410', '$355'],
  ['Gross profit', '$198', '$165'],
  ['Net income', '$52', '$37'],
]
  .map(row)
  .join('\n')}</table>`;

export const RELEASE_TITLE = 'Orvane Cloud Reports Third Quarter Results';

/** What stands between the page's own columns. */
export const RELEASE_BODY = `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}${RESULTS}`;

export const RELEASE_PAGE = `<!doctype html><html><head><title>${RELEASE_TITLE}</title></head><body>
<table width="100%" role="presentation"><tr><td>Home</td><td>Investors</td></tr><tr><td>2026</td><td>2025</td></tr></table>
<table width="100%"><tr><td width="160"><ul><li><a href="/news">News</a></li><li><a href="/events">Events</a></li></ul></td>
<td><h1>${RELEASE_TITLE}</h1>${RELEASE_BODY}</td></tr></table></body></html>`;

/** The article that is read of it. */
export const RELEASE_TEXT = `${PARAGRAPHS.join('\n\n')}

| ORVANE CLOUD, INC. STATEMENTS OF OPERATIONS |
| (In millions, except per share data) |
| | Three Months Ended October 31, 2026 | Three Months Ended October 31, 2025 |
| Revenue | $410 | $355 |
| Gross profit | $198 | $165 |
| Net income | $52 | $37 |`;
