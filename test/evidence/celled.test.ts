import { describe, expect, it } from 'vitest';
import { verify } from '../../src/evidence/verify.ts';

const RELEASE = {
  id: 'release',
  title: 'Orvane Glass reports its third quarter',
  published: '2026-11-05T09:00:00Z',
  text: `Orvane Glass, Inc. told how its third quarter went.

| (In millions, except per share data) |
| | Three Months Ended September 30, 2026 | Three Months Ended September 30, 2025 |
| Revenue | $410 | $355 |
| Cost of revenue | (212) | (190) |
| Gross margin | 48.3% | 46.5% |
| Net income | $52 | $47 |

| | Q3 2026 | Q4 2026 guidance |
| Adjusted net income | $60 million | $70 million |
| Operating income | $81 million | $84 million |

| Non-GAAP | Q3 2026 |
| Operating income | $88 million |`,
};

describe('a sentence that tells a cell of a table', () => {
  it.each([
    'Revenue was $410 million in Q3 2026.',
    'Orvane Glass reported revenue of $410 million in the third quarter of 2026.',
    'Orvane’s revenue was $355 million in Q3 2025.',
    'Gross margin was 48.3% in Q3 2026.',
    'Cost of revenue totaled $212 million in the third quarter of 2026.',
  ])('passes: %s', (claim) => {
    const { ok, cites } = verify(claim, [RELEASE]);
    expect(ok).toBe(true);
    expect(cites).toHaveLength(3);
    for (const { start, end, text } of cites) expect(RELEASE.text.slice(start, end)).toBe(text);
  });

  it.each([
    ['of another column', 'Revenue was $355 million in Q3 2026.'],
    ['of another row', 'Net income was $410 million in Q3 2026.'],
    ['of another scale', 'Revenue was $410 in Q3 2026.'],
    ['of other money', 'Revenue was €410 million in Q3 2026.'],
    ['of no time', 'Revenue was $410 million.'],
    ['of somebody else', 'Vell Glass’ revenue was $410 million in Q3 2026.'],
    ['denied', 'Revenue was not $410 million in Q3 2026.'],
    ['foreseen', 'Orvane Glass expects revenue of $410 million in Q3 2026.'],
    ['of a part of what is measured', 'Net income was $60 million in Q3 2026.'],
    ['that is only guided to', 'Adjusted net income was $70 million in Q4 2026.'],
    ['of which the tables have two', 'Operating income was $81 million in Q3 2026.'],
    ['with more to it', 'Revenue was a record $410 million in Q3 2026.'],
  ])('is refused where it is %s', (_, claim) => {
    expect(verify(claim, [RELEASE]).ok).toBe(false);
  });
});
