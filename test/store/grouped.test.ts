import { describe, expect, it } from 'vitest';
import { grouped } from '../../src/store/grouped.ts';

/** A ledger that keeps what is written in a transaction, or nothing of it. */
function ledger() {
  const transactions: string[][] = [];
  const together = grouped<string[]>(async (work) => {
    const written: string[] = [];
    await work(written);
    transactions.push(written);
  });
  const write = (line: string) =>
    together(async (written) => {
      if (line === 'a blot') throw new Error('the pen leaks');
      written.push(line);
      return line.length;
    });
  return { transactions, write };
}

describe('writes that wait for each other', () => {
  it('are kept in one transaction with what is asked for meanwhile, each with its own answer', async () => {
    const { transactions, write } = ledger();
    expect(await Promise.all([write('coal'), write('wind'), write('tidal')])).toEqual([4, 4, 5]);
    expect(await write('peat')).toBe(4);
    expect(transactions).toEqual([['coal', 'wind', 'tidal'], ['peat']]);
  });

  it('fail alone: what was done beside one that fails is done again without it', async () => {
    const { transactions, write } = ledger();
    const [coal, blot, wind] = await Promise.allSettled([write('coal'), write('a blot'), write('wind')]);
    expect(blot).toMatchObject({ status: 'rejected', reason: { message: 'the pen leaks' } });
    expect([coal, wind]).toMatchObject([{ value: 4 }, { value: 4 }]);
    expect(transactions.flat().toSorted()).toEqual(['coal', 'wind']);
  });

  it('fail where no transaction can begin, and go on once one can', async () => {
    let isLocked = true;
    const kept: string[] = [];
    const together = grouped<string[]>(async (work) => {
      if (isLocked) throw new Error('locked');
      await work(kept);
    });
    await expect(together(async (on) => on.push('coal'))).rejects.toThrow('locked');
    isLocked = false;
    expect(await together(async (on) => on.push('wind'))).toBe(1);
  });

  it('come in more than one transaction where they are many, so that others have their turn', async () => {
    const { transactions, write } = ledger();
    await Promise.all(Array.from({ length: 25 }, (_, n) => write(`line ${n}`)));
    expect(transactions.map(({ length }) => length)).toEqual([10, 10, 5]);
  });
});
