import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

/** Names and words of which the newsroom says nothing, some beside words of which it says much. */
const UNKNOWN: readonly (readonly [string, string])[] = [
  ...'zebra,Zalando,Quixote Compute,Vantar Grid,Ostrava,Tessmer Cloud,Marlow Power,Lumenberg,Kappa Foundry,Brookvale'
    .split(',')
    .map((name) => [name, `how much power does ${name} have?`] as const),
  ...'H300,B900,X77,Z1000,TPU9,MI990,K12 chip,GB900,R500,A55'
    .split(',')
    .map((name) => [`${name} rental price`, `what does renting a ${name} cost per hour?`] as const),
  ...'Osprey,Pelican,Heron,Kestrel,Merlin,Falconer,Plover,Gannet,Curlew,Bittern'
    .split(',')
    .map((name) => [`${name} revenue`, `what was the revenue of ${name}?`] as const),
  ...'zebra,Wexmoor,Tallis,Brightwater Data,Norrland AI,Castellan,Dunmore,Elmhurst,Fenwick,Garrick'
    .split(',')
    .map((name) => [`${name} power`, `who is the chief executive of ${name}?`] as const),
  ...'giraffes,submarines,volcanoes,trombones,mortgages,vaccines,glaciers,tariffs on cheese,orchids,cricket'
    .split(',')
    .map((word) => [`northwind ${word}`, `how many ${word} does Northwind have?`] as const),
  ...'Norway,Bolivia,Madagascar,Tasmania,Uzbekistan,Patagonia,Lapland,Sardinia,Manitoba,Kerala'
    .split(',')
    .map((place) => [`helio ${place}`, `when will Helio open its site in ${place}?`] as const),
];

describe('names and words that nobody wrote of', () => {
  it('are sixty', () => {
    expect(new Set(UNKNOWN.map(([topic]) => topic)).size).toBe(60);
  });

  it('have no row and no chart of something else', async () => {
    for (const [topic] of UNKNOWN) {
      const { text, ok } = await stage.say(`figures ${topic}`);
      expect(ok, `${topic}: ${text}`).toBe(false);
      expect(text, topic).toContain('Our sources have no figures on');
      const trend = await stage.say(`trend ${topic}`);
      expect(trend.ok, `${topic}: ${trend.text}`).toBe(false);
      expect(trend.text, topic).not.toMatch(/[▁▂▃▄▅▆▇█]/);
    }
  }, 60_000);

  it('have no answer about something else', async () => {
    for (const [, question] of UNKNOWN) {
      const { text } = await stage.say(`ask ${question}`);
      expect(text, question).toContain('Our sources do not tell');
    }
  }, 60_000);

  it('are told what is near without the name twice, and no trend leads to itself', async () => {
    const { text } = await stage.say('trend corvid debt');
    expect(text).toContain('Did you mean “Corvid Data”?');
    const one = await stage.say('trend bexley');
    expect(one.text).toContain('One figure is no trend yet');
    expect(one.text).not.toContain('trend bexley');
    expect((await stage.say('figures corvid --unit MW')).text).toMatch(/trend corvid --unit MW/);
  });
});
