import { describe, expect, it } from 'vitest';
import { leans, readQuestion } from '../../src/ask/index.ts';

const NOW = new Date('2026-11-24T13:30:00.000Z');
const read = (text: string, before: string | null = null) => readQuestion(text, NOW, before);

describe('a question', () => {
  it('names whom it is about by every alias that the press uses', () => {
    const [name] = read('how much will AWS spend?').names;
    expect(name?.ways).toContainEqual(['aw']);
    expect(name?.ways).toContainEqual(['amazon', 'web', 'servic']);
    expect(read('how much will AWS spend?').search).toContain('Amazon Web Services');
  });

  it.each([
    ['how much power does Orbin lease?', 'number'],
    ['what does an hour of H200 cost?', 'number'],
    ['why was the Tarn plant delayed?', 'cause'],
    ['who runs Orbin?', 'person'],
    ['who supplies Orbin?', 'name'],
    ['where is the Tarn plant?', 'place'],
    ['what did Edda Voss say?', 'words'],
    ['when does the Tarn plant open?', 'time'],
    ['will Orbin build in Norway?', null],
  ])('wants of its answer what it asks for: %s', (text, wants) => {
    expect(read(text).wants).toBe(wants);
  });

  it('tells which news is meant where it says so', () => {
    expect(read('what did Orbin sign last week?').period).toEqual({
      from: new Date('2026-11-16T00:00:00.000Z'),
      to: new Date('2026-11-23T00:00:00.000Z'),
    });
    expect(read('what happened yesterday?').period?.from).toEqual(new Date('2026-11-23T00:00:00.000Z'));
    expect(read('what did Orbin spend in 2025?').period).toBeNull();
  });

  it('asks with its last sentence; what leads up to it counts for less', () => {
    const shares = new Map(
      read('Cooling is a costly business. Which city heats homes with it?').topic.map(({ term, share }) => [
        term,
        share,
      ]),
    );
    expect(shares.get('heat')).toBe(1);
    expect(shares.get('cool')).toBeLessThan(1);
  });

  it.each(['and in Texas?', 'why?', 'what does it cost?', 'who says so?'])('leans on the one before it: %s', (text) => {
    expect(leans(text)).toBe(true);
  });

  it.each(['what did Helio spend?', 'why are transformers scarce?', 'what does an H200 cost per hour this week?'])(
    'stands alone: %s',
    (text) => {
      expect(leans(text)).toBe(false);
    },
  );

  it('keeps from the one before it the company and the quantity', () => {
    const { names, topic, wants } = read('and in fiscal 2027?', 'how much did Helio spend?');
    expect(names).toMatchObject([{ ways: [['helio']] }]);
    expect(topic.map(({ term }) => term)).toContain('spend');
    expect(wants).toBe('number');
  });
});
