import type { Publisher } from '../publisher.ts';

export const tarnLab: Publisher = {
  id: 'tarn-lab',
  name: 'Tarn Research Lab',
  tagline: 'Measurements of machines that think',
  kind: 'lab',
  topics: ['models', 'chips'],
  feed: {
    format: 'atom',
    file: 'index.atom',
    content: 'full',
    validator: 'last-modified',
    links: 'absolute',
    ids: 'address',
    markup: 'xhtml',
  },
  page: { metadata: 'meta', frame: 'main' },
  pieces: [
    {
      slug: 'cache-compression',
      day: 3,
      time: '08:00',
      title: 'Squeezing the cache: 52 long conversations on a chip that held 11',
      summary: 'Compressing what a model remembers of a conversation saves memory with little loss.',
      author: 'Noor Haddad and Piet Vermeulen',
      body: (on) => `
A model that answers long questions spends most of an accelerator's memory on what it has read so far. We show that this cache can be made up to 5.2 times smaller while accuracy on long documents falls by less than one percentage point.

The method keeps the first 64 tokens and the most recent 2,048 as they are and stores everything between them with three bits. It needs no retraining and adds about 4% to the time of an answer.

On one H200 with 141 gigabytes of memory, the number of conversations of 100,000 tokens that fit at once rose from 11 to 52. The cost of a long answer fell by roughly 70%.

"We expected to lose accuracy at a factor of three and kept waiting for it," said Noor Haddad, who leads the systems group at Tarn Research Lab. "It held up to five."

It does not help everywhere. For conversations of fewer than 4,000 tokens the saving is under 10%, and code was hit harder than prose: the share of programs that passed their tests fell from 71.4% to 69.8%.

Code and measurements are free to use. Helio and two other companies have told us that they will try the method before the end of ${on.year()}.
`,
    },
    {
      slug: 'energy-of-a-training-run',
      day: 2,
      time: '11:00',
      title: 'We metered a training run from plug to plug: 27 GWh',
      summary: 'Of the energy, 19% never reached a chip that was computing.',
      author: 'Sara Lindholm',
      body: (on) => `
For the first time we could put our own meters on a large training run from beginning to end. It used 27 gigawatt-hours over 74 days on 16,384 accelerators, about as much as 7,700 European households use in a year.

Of that energy, 62% went into computing. Networks took 8%, cooling 7%, and losses in power supplies 4%. The rest, 19%, kept machines warm that were waiting: for data, for a neighbour that had failed, or for a restart.

There were 311 interruptions, one every five to six hours. Nearly half were due to optical links and only 17% to the accelerators themselves.

"Everyone asks how efficient the chip is," said Sara Lindholm, an energy researcher at Tarn Research Lab. "We found a fifth of the electricity in the waiting room."

After the operator had replaced the worst 400 transceivers, the share of waiting fell from 19% to 13% in the last three weeks. The electricity that this saves is worth about $1,400 a day at the local price of $62 per megawatt-hour. The computing time is worth more than $40,000 a day.

The operator asked not to be named, but let us publish all readings of the meters. We hope to repeat the exercise on an inference site in ${on.year(1)}.
`,
    },
    {
      slug: 'four-bit-training',
      day: 1,
      time: '13:00',
      title: 'Training with four bits works, until it does not',
      summary: 'Of nine models, seven lost almost nothing; two fell apart late in the run.',
      author: 'Piet Vermeulen',
      body: (on) => `
Arithmetic with four bits promises to train models on half the chips. We trained nine models of 7 billion to 70 billion parameters that way and compared them with twins trained on eight bits.

Seven of the nine lost less than 0.3 percentage points on average over 14 tests and were finished 1.7 times as fast. Electricity use fell by about 35%.

The other two diverged after more than four fifths of the run, at a point at which $2.1 million of computing time had been spent on the larger one. Both recovered when we returned to eight bits for the last 12% of the steps.

"It is like driving on a worn tyre," said Piet Vermeulen, a senior scientist at Tarn Research Lab. "Fine, fine, fine, ditch."

We recommend four bits for the first 80% of a run, and a budget for a second attempt. The gradients of attention layers gave a warning about 3,000 steps before both failures, and a monitor for it is part of our release. A run of 400 billion parameters is to start in ${on.month(2)}.
`,
    },
  ],
};
