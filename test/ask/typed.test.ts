import { describe, expect, it } from 'vitest';
import { plainly } from '../../src/ask/typed.ts';

describe('a question as it is typed', () => {
  it.each([
    ['hey team, pls - what did Orbin spend? thanks!', 'what did Orbin spend'],
    ['Hi @debrief: who runs Orbin?', 'who runs Orbin?'],
    ['<@U123ABC> what’s the price of a K9 🙏', 'what is the price of a K9'],
    ['could you tell me when the Tarn plant opens', 'when the Tarn plant opens'],
    ['Any idea who owns “Orbin”?', 'who owns "Orbin"?'],
    ['orbin rev 4Q26', 'orbin revenue fourth quarter of 2026'],
    ['orbin Q3 eps vs consensus', 'orbin third quarter earnings per share against what analysts expected'],
    ['orbin capex FY27', 'orbin capital spending fiscal 2027'],
    ['H200 price/hr', 'H200 price per hour'],
    ['1H26 orders', 'first half of 2026 orders'],
    ['whats the PUE at Marlow :thinking_face:', 'what is the PUE at Marlow'],
  ])('%s', (typed, plain) => {
    expect(plainly(typed)).toBe(plain);
  });

  it('is never emptied', () => {
    for (const typed of ['thanks!', 'hey team', '🙏', 'please']) expect(plainly(typed)).not.toBe('');
  });
});
