import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { DAY_MS } from '../durations.ts';
import type { Claim, DeliveryOutcome, DeliveryStore } from '../ports/store.ts';
import type { Differences } from './differences.ts';
import type { Database, Tables } from './schema.ts';
import { instant } from './values.ts';

/** The columns that an outcome sets; what it does not name is as before. */
function columnsOf(outcome: DeliveryOutcome): Partial<Selectable<Tables['deliveries']>> {
  const ended = { state: outcome.state, lease_until: null };
  if (outcome.state === 'sent') return { ...ended, reference: JSON.stringify(outcome.reference), reason: null };
  if (outcome.state === 'due') {
    return { ...ended, reason: outcome.reason, next_attempt_at: instant(outcome.nextAttemptAt) };
  }
  return { ...ended, reason: outcome.reason };
}

/** Neither an attempt is put off nor a claim held for longer: a time beyond is what a wrong clock left, and counts as come. */
const LONGEST_MS = DAY_MS;

/** Of a delivery: it is due at `now`, or its claim has run out. */
export function isDue(now: Date) {
  const at = instant(now);
  const beyond = instant(new Date(now.getTime() + LONGEST_MS));
  return ({ or, and, eb }: ExpressionBuilder<Tables, 'deliveries'>) => {
    const come = (column: 'deliveries.next_attempt_at' | 'deliveries.lease_until') =>
      or([eb(column, '<=', at), eb(column, '>', beyond)]);
    return or([
      and([eb('deliveries.state', '=', 'due'), come('deliveries.next_attempt_at')]),
      and([eb('deliveries.state', '=', 'claimed'), come('deliveries.lease_until')]),
    ]);
  };
}

/** Of a delivery: its claim still holds. Nobody has claimed it since, and it was not ended. */
function holds({ edition, attempt }: Claim) {
  return ({ and, eb }: ExpressionBuilder<Tables, 'deliveries'>) =>
    and([
      eb('deliveries.edition', '=', edition),
      eb('deliveries.attempts', '=', attempt),
      eb('deliveries.state', '=', 'claimed'),
    ]);
}

const endOf = (now: Date, leaseMs: number): string => instant(new Date(now.getTime() + leaseMs));

/** What is done to a delivery by whoever has claimed it, and by nobody else. */
export function claims(
  db: Database,
  differences: Differences,
): Pick<DeliveryStore, 'claim' | 'renew' | 'attach' | 'settle' | 'savePart'> {
  const underClaim = (claim: Claim, change: Partial<Selectable<Tables['deliveries']>>) =>
    db
      .updateTable('deliveries')
      .set(change)
      .where(holds(claim))
      .executeTakeFirst()
      .then(({ numUpdatedRows }) => numUpdatedRows > 0n);

  return {
    async claim(edition, now, leaseMs) {
      const row = await db
        .updateTable('deliveries')
        .set((was) => ({
          state: 'claimed',
          attempts: was('attempts', '+', 1),
          lease_until: endOf(now, leaseMs),
        }))
        .where('edition', '=', edition)
        .where(isDue(now))
        .returning('attempts')
        .executeTakeFirst();
      return row === undefined ? null : { edition, attempt: row.attempts };
    },
    renew: (claim, now, leaseMs) => underClaim(claim, { lease_until: endOf(now, leaseMs) }),
    attach: (claim, debrief, now, leaseMs) => underClaim(claim, { debrief, lease_until: endOf(now, leaseMs) }),
    settle: (claim, outcome) => underClaim(claim, columnsOf(outcome)),
    async savePart(claim, { key, state, reference, reason }) {
      const row = { state, reference: reference === null ? null : JSON.stringify(reference), reason };
      const written = (value: string | null) => sql<string>`cast(${value} as text)`;
      // One statement: what it writes hangs on the claim that it finds, and others wait for that row until it is done.
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('parts')
        .columns(['edition', 'key', 'state', 'reference', 'reason'])
        .expression(
          db
            .selectFrom('deliveries')
            .select([
              'edition',
              written(key).as('key'),
              written(row.state).as('state'),
              written(row.reference).as('reference'),
              written(row.reason).as('reason'),
            ])
            .where(holds(claim))
            .$if(differences.locksRows, (query) => query.forUpdate()),
        )
        .onConflict((at) => at.columns(['edition', 'key']).doUpdateSet(row))
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
