import { describe, expect, it } from 'vitest';
import { noReport } from '../../src/stories/genre.ts';
import { deskOf } from '../../src/stories/roundup/traits.ts';
import { article as articleOf } from './article.ts';

const piece = (title: string, text: string, path = 'news/1') => ({
  title,
  text,
  publisher: 'Rack Herald',
  url: `https://rackherald.example/${path}`,
});

const desk = (given: { readonly title: string; readonly text: string }) => deskOf([articleOf(given)]);

const FILLER = 'Maro Cloud opened a hall in Tarvik on Monday. Its halls there draw 40 megawatts.';

describe('what is no report of an event', () => {
  it.each([
    ['paid for', piece('Sponsored: Generators in a day', FILLER)],
    ['paid for', piece('Generators in a day', `${FILLER} This article was paid for by Veldt Rentals.`)],
    ['thinks', piece('Enough halls | Opinion', FILLER)],
    ['thinks', piece('Enough halls', FILLER, '2026/opinion/enough-halls')],
    [
      'thinks',
      piece('A river runs warm', 'I grew up beside the Ostrel. Halls drink from it now, and I wonder who asked it.'),
    ],
    ['serves', piece('Job: Keeper of 3,000 accelerators', FILLER)],
    ['serves', piece('Seven ways to cool a rack', FILLER)],
    [
      'speaks to its reader',
      piece(
        'Busways that grow with your racks',
        'Join us on May 3 for an hour on busways. You will meet our engineers.',
      ),
    ],
    [
      'speaks to its reader',
      piece('Smaller models', 'You will quantise a model here. First install the runtime. You can then serve it.'),
    ],
    ['praises', piece('Maro Cloud Named a Leader in Cloud Databases', FILLER)],
    ['markets stood', piece('Wall Street slips as chipmakers weigh', FILLER)],
    ['markets stood', piece('Nasdaq Composite ends lower', FILLER)],
    ['sums up', piece('The week in halls', FILLER)],
  ])('%s', (reason, article) => {
    expect(noReport(article, desk(article))).toContain(reason);
  });

  it.each([
    piece('Maro names its finance chief as leader of its cloud', FILLER),
    piece('Dow Chemical buys power for a hall', FILLER),
    // Bodies that act, and no prices.
    piece('Dow to close its plant beside the hall', FILLER),
    piece('Treasury ends tax break for data centres', FILLER),
    piece('Nasdaq closes purchase of a hall in Tarvik', FILLER),
    piece('How Tarvik’s grid failed', FILLER),
    // Customers are told what they can have; somebody who is quoted may say "I" and "you".
    piece('Rented K2 accelerators', 'Starting today, you can rent K2 accelerators. You pay by the hour.'),
    piece('Veldt leaves', '“I told you so. I always did,” Ana Roe said. She had asked Veldt Data to leave Tarvik.'),
    piece(
      'Court orders review of Tarvik permit',
      'A court ordered a review of the permit. Veldt Data said it would wait.',
    ),
  ])('and not $title', (article) => {
    expect(noReport(article, desk(article))).toBeNull();
  });
});
