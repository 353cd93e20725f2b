/** Short invented pieces of press, blogs and interviews, each with how its quotes begin and who spoke them. */
import { describe, expect, it } from 'vitest';
import { quotesIn } from '../../src/evidence/quotes.ts';

type Said = readonly [opening: string, speaker: string | null, role: string | null, organisation: string | null];

const PIECES: readonly (readonly [text: string, ...quotes: readonly Said[]])[] = [
  [
    '"We have more buyers than megawatts," Priya Raman, chief executive of Tarnfield Power, told Reuters on Tuesday.',
    ['We have more', 'Priya Raman', 'chief executive', 'Tarnfield Power'],
  ],
  [
    '“The queue,” said Dr. Owen Prosser, director of planning at Celtic Grid, “is longer than the line.”',
    ['The queue', 'Owen Prosser', 'director of planning', 'Celtic Grid'],
    ['is longer', 'Owen Prosser', 'director of planning', 'Celtic Grid'],
  ],
  [
    'Chief Financial Officer Lena Hoff said demand was "broad and durable" across regions.',
    ['broad and', 'Lena Hoff', 'Chief Financial Officer', null],
  ],
  [
    'Marbeck Systems said in a statement: "We disagree with the ruling and will appeal."',
    ['We disagree', 'Marbeck Systems', null, 'Marbeck Systems'],
  ],
  [
    'A spokeswoman for Aldwych Data said: “We do not comment on customers.”',
    ['We do not', null, 'spokeswoman', 'Aldwych Data'],
  ],
  [
    'Grace Mbeki, who leads research at Orchard Labs, disagreed. “That is arithmetic, not science,” Mbeki said.',
    ['That is', 'Grace Mbeki', null, 'Orchard Labs'],
  ],
  [
    '“It’s not that the chips don’t work,” said Tom Hale, a consultant. “It’s that ‘ready’ means nothing to these people.”',
    ['It’s not', 'Tom Hale', 'consultant', null],
    ['It’s that', 'Tom Hale', 'consultant', null],
  ],
  [
    '‘We were told to stop,’ said Fiona Keane, site manager at Brookvale. ‘So we stopped.’',
    ['We were', 'Fiona Keane', 'site manager', 'Brookvale'],
    ['So we', 'Fiona Keane', 'site manager', 'Brookvale'],
  ],
  ['The so-called “phantom load” worries planners.'],
  ['He spent the evening with “The Shape of Current”, a novel about Tesla.'],
  [
    'Senator Ruth Calloway, a Democrat from Nevada, called the plan "a gift to the utilities."',
    ['a gift', 'Ruth Calloway', 'Senator', null],
  ],
  [
    'According to Nils Berg, an economist at Fjellbank, “the subsidy pays for itself.”',
    ['the subsidy', 'Nils Berg', 'economist', 'Fjellbank'],
  ],
  [
    '"Power is the new oil," wrote analyst Keiko Mori in a note to clients.',
    ['Power is', 'Keiko Mori', 'analyst', null],
  ],
  [
    'Asked whether prices would fall, Mr. Duarte laughed. "Not this year," he said. Paulo Duarte heads trading at Lisbonne Energy.',
    ['Not this', 'Paulo Duarte', null, 'Lisbonne Energy'],
  ],
  [
    '“We will not sell,” the company’s founder, Greta Olin, posted on X.',
    ['We will not', 'Greta Olin', 'founder', null],
  ],
  [
    'Elena Petrova, Voltaire Chips’ head of packaging, said: “Yield is a habit.”',
    ['Yield is', 'Elena Petrova', 'head of packaging', 'Voltaire Chips'],
  ],
  [
    '“This is day one,” Sun added. Wei Sun founded Loom Robotics in 2019.',
    ['This is', 'Wei Sun', null, 'Loom Robotics'],
  ],
  ['The regulator’s report says the operator showed “a pattern of neglect”.', ['a pattern', null, null, null]],
  [
    '"Rates will rise," said Kim. "They have to." Daniel Kim is the utility’s vice president of regulation.',
    ['Rates will', 'Daniel Kim', 'vice president of regulation', null],
    ['They have', 'Daniel Kim', 'vice president of regulation', null],
  ],
  ['Judge Helen Marsh ruled that the permit was “void from the start”.', ['void from', 'Helen Marsh', 'Judge', null]],
  [
    '"He told me, \'You are late,\' and hung up," said Ivan Soto, a contractor.',
    ['He told me', 'Ivan Soto', 'contractor', null],
  ],
  [
    '“We’re hiring,” said Halcyon’s chief scientist, Mei Tan.',
    ['We’re hiring', 'Mei Tan', 'chief scientist', 'Halcyon'],
  ],
  [
    '“Sites like this one come up once in ten years,” said Ed Novak of Prairie Land Partners.',
    ['Sites like', 'Ed Novak', null, 'Prairie Land Partners'],
  ],
  [
    '«Le réseau tient», said Claire Fontaine, president of Rhône Réseau.',
    ['Le réseau', 'Claire Fontaine', 'president', 'Rhône Réseau'],
  ],
  [
    'In a blog post, Tidemark’s co-founder Arjun Mehta wrote that “latency is a tax on thought.”',
    ['latency is', 'Arjun Mehta', 'co-founder', 'Tidemark'],
  ],
  [
    'Jane Ferro, chair, and Luis Pardo, chief executive of Solano Chips, signed the letter. “It is over,” Pardo said.',
    ['It is over', 'Luis Pardo', 'chief executive', 'Solano Chips'],
  ],
  [
    '“Every rack is sold,” said Northgate chief executive Bill Tran, adding that the firm would “build until the river is dry”.',
    ['Every rack', 'Bill Tran', 'chief executive', 'Northgate'],
    ['build until', 'Bill Tran', 'chief executive', 'Northgate'],
  ],
];

describe('quotes of the day', () => {
  it.each(PIECES.map(([text, ...quotes]) => ({ text, quotes })))('$text', ({ text, quotes }) => {
    const read = quotesIn(text);
    expect(
      read.map(({ text: said, speaker, role, organisation }, n) => [
        said.slice(0, quotes[n]?.[0].length),
        speaker,
        role,
        organisation,
      ]),
    ).toEqual(quotes);
  });
});
