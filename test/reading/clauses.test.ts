import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../src/reading/clauses.ts';
import { parse } from '../../src/reading/parse.ts';
import { phraseOf, textOf } from '../../src/reading/tree.ts';

/** A sentence's clauses as "subject | verb | object", with what denies, frames and moves them. */
function told(text: string) {
  const tree = parse(text);
  const phrase = (n: number | null) => (n === null ? null : textOf(tree, phraseOf(tree, n)));
  const word = (n: number | null) => (n === null ? null : (tree.words[n]?.text ?? null));
  return clausesOf(tree).map((clause) => ({
    verb: word(clause.predicate),
    subject: phrase(clause.subject),
    doer: word(clause.doer),
    object: phrase(clause.object),
    agent: phrase(clause.agent),
    negated: clause.negated,
    passive: clause.passive,
    mood: clause.mood,
    frames: clause.frames.map(({ by, stance }) => `${stance} by ${word(by) ?? 'nobody'}`),
  }));
}
const of = (text: string, verb: string) => {
  const found = told(text).find((clause) => clause.verb === verb);
  if (found === undefined) throw new Error(`no clause of ${verb} in ${JSON.stringify(told(text))}`);
  return found;
};

describe('who does what', () => {
  it.each([
    ['For the first nine months revenue was $40 million.', '$', 'revenue', null],
    ['Costs of power came to NOK 98 million in May.', 'came', 'Costs', null],
    ['Maro raised A$250m of new equity in May.', 'raised', 'Maro', 'A$250m'],
    ['A wavelength from Oslo to Bergen cost US$21,500 a month.', 'cost', 'A wavelength', 'US$21,500 a month'],
  ])('reads times and the money of many countries for what they are: %s', (text, verb, subject, object) => {
    expect(told(text)[0]).toMatchObject({ verb, subject, object });
  });

  it('finds subject and object of a plain sentence', () => {
    const clause = of('Halden Power leased a former mill near the river to Corvane.', 'leased');
    expect(clause).toMatchObject({ subject: 'Halden Power', passive: false, negated: false });
    expect(clause.object).toMatch(/^a former mill/);
  });

  it('finds who did it in a passive', () => {
    const clause = of('The substation was bought by Belmont Grid last spring.', 'bought');
    expect(clause).toMatchObject({ subject: 'The substation', passive: true, object: null });
    expect(clause.agent).toMatch(/^Belmont Grid/);
  });

  it.each([
    ['The crates were shipped back by rail by Brandt.', 'shipped', 'Brandt'],
    ['Marlow was beaten by 40 points by Corvane.', 'beaten', 'Corvane'],
    ['The pickets were held at their homes by guards.', 'held', 'guards'],
  ])('takes whoever is named last behind "by" for the doer: %s', (text, verb, agent) => {
    expect(of(text, verb).agent).toBe(agent);
  });

  it.each(['The plant was finished by mid-March.', 'The mill was sold by mistake.'])(
    'knows no doer in "%s"',
    (text) => {
      expect(told(text).map((clause) => clause.agent)).not.toContainEqual(expect.anything());
    },
  );

  it.each([
    ['Koldwell ships 400 racks a month.', 'ships', 'Koldwell', /^400 racks/],
    ['Brixa rents the halls to Corvane.', 'rents', 'Brixa', /^the halls/],
    ['Tessik plans its second mill.', 'plans', 'Tessik', /^its second mill/],
  ])('reads the verb behind a name that it never met: %s', (text, verb, subject, object) => {
    const clause = of(text, verb);
    expect(clause.subject).toBe(subject);
    expect(clause.object).toMatch(object);
  });

  it.each([
    ['Nearly a quarter of the bonds fall due in 2029, when rates may be higher.', 'fall', /^Nearly a quarter/, null],
  ])(
    'reads the verb that has the form of a noun, where its sentence has no other: %s',
    (text, verb, subject, object) => {
      const clause = of(text, verb);
      expect(clause.subject).toMatch(subject);
      if (object === null) expect(clause.object).toBeNull();
      else expect(clause.object).toMatch(object);
    },
  );

  it.each(['Half of the bonds, due in 2031.', 'A third of the bonds due in 2031', 'The gain: a rise in prices.'])(
    'takes no noun for a verb in "%s"',
    (text) => {
      expect(told(text).map((clause) => clause.verb)).not.toContainEqual(expect.stringMatching(/^(?:due|rise)/));
    },
  );

  it('gives a joined verb the subject of the first', () => {
    const text = 'The utility approved the line and rejected the second plant.';
    expect(of(text, 'approved').subject).toBe('The utility');
    expect(of(text, 'rejected')).toMatchObject({ subject: 'The utility', object: 'the second plant' });
  });

  it('takes a relative pronoun for the noun that it stands for', () => {
    expect(of('The company, which supplies turbines, hired two lawyers.', 'supplies').subject).toBe('The company');
  });

  it('knows whoever is understood to do what an infinitive tells', () => {
    expect(of('Corvane plans to build a campus in the valley.', 'build').doer).toBe('Corvane');
  });

  it.each([
    ['Marrow is in talks to sell two halls to Ostra.', 'sell', 'Marrow'],
    ['Marrow has reached a deal to sell two halls to Ostra.', 'sell', 'Marrow'],
    ["Ostra's offer to lease the mill was turned down.", 'lease', 'Ostra'],
    ['The council approved its plan to widen the road.', 'widen', 'its'],
    ['The council approved a plan to widen the road.', 'widen', null],
    ['Corvane is building a plant to supply the town.', 'supply', 'plant'],
    ['Marrow dropped its plan to build a pier.', 'build', 'Marrow'],
  ])('knows who is to do what a plan or talks are about: %s', (text, verb, doer) => {
    expect(of(text, verb).doer).toBe(doer);
  });
});

describe('a verb that might be another word', () => {
  it('is one right behind its "to"', () => {
    expect(of('Waste heat is to warm the flats.', 'warm')).toMatchObject({ mood: 'plan', object: 'the flats' });
  });
});

describe('what is denied', () => {
  it.each([
    ['Halden did not sign the contract.', 'sign', true],
    ["The plant hasn't received any permits.", 'received', true],
    ["If it isn't, and Corvane keeps its lead, Halden will sell the mill.", 'keeps', false],
    ['The board never approved the merger.', 'approved', true],
    ['Halden signed the contract, not the lease.', 'signed', false],
  ])('%s', (text, verb, negated) => {
    expect(of(text, verb).negated).toBe(negated);
  });
});

describe('who says so, and how sure it is', () => {
  it.each([
    ['Analysts expect that prices will fall.', 'fall', 'expects by Analysts', 'forecast'],
    ['The mayor denied that the city sold the land.', 'sold', 'denies by mayor', 'fact'],
    ['The company said it opened a plant.', 'opened', 'says by company', 'fact'],
    ['Regulators fear that the lake is drying out.', 'drying', 'fears by Regulators', 'possible'],
  ])('%s', (text, verb, frame, mood) => {
    const clause = of(text, verb);
    expect(clause.frames).toContain(frame);
    expect(clause.mood).toBe(mood);
  });

  it.each([
    ['Corvane plans to build a campus.', 'build', 'plan'],
    ['Corvane may build a campus.', 'build', 'possible'],
    ['Corvane will build a campus.', 'build', 'forecast'],
    ['If Corvane builds a campus, the village will need a road.', 'builds', 'condition'],
    ['Corvane is in talks to buy the mill.', 'buy', 'possible'],
    ['Corvane began to ship the racks.', 'ship', 'fact'],
  ])('%s: %s is %s', (text, verb, mood) => {
    expect(of(text, verb).mood).toBe(mood);
  });
});
