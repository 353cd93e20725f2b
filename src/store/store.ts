import { KEEP } from '../domain/habits.ts';
import { DAY_MS } from '../durations.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { articleStore } from './articles.ts';
import { budgetStore } from './budget.ts';
import { cacheStore } from './cache.ts';
import { channelStore } from './channels.ts';
import { copyStore } from './copies.ts';
import { debriefStore, type LastOpened } from './debriefs.ts';
import { deliveryStore } from './deliveries.ts';
import type { Differences } from './differences.ts';
import { evidenceStore } from './evidence.ts';
import { feedStore } from './feeds.ts';
import { grouped } from './grouped.ts';
import { itemStore } from './items.ts';
import { leaseStore } from './leases.ts';
import { ledgerStore } from './ledger.ts';
import type { Additions } from './listed-items.ts';
import { lookStore } from './looks.ts';
import { noteStore } from './notes.ts';
import { forgetOrphans } from './orphans.ts';
import { reportStore } from './reports.ts';
import { gateOf } from './restore.ts';
import { forgetOld } from './retention.ts';
import type { Database } from './schema.ts';
import { threadStore } from './threads.ts';
import { turnStore } from './turns.ts';
import { instant } from './values.ts';
import { auditStore, installationStore, workspaceStore } from './workspaces.ts';

/** Copies appear within days; a month is ample. */
const COPIED_WITHIN_MS = 30 * DAY_MS;

/** For so long a look may be asked about, and its buttons pressed. */
const LOOKED_AT_MS = 14 * DAY_MS;

/** The store over a database that is open and in its newest form. */
export function storeOver(db: Database, differences: Differences, log: Log): Store {
  const gate = gateOf(log);
  const opened: LastOpened = new Map();
  const additions: Additions = new Map();
  const lightly = <T>(work: (on: Database) => Promise<T>): Promise<T> => differences.lightly(db, work);
  const inGroups = differences.isOneWriter ? grouped(lightly<void>) : lightly;
  return {
    feeds: feedStore(db),
    items: itemStore(db, additions),
    articles: articleStore(db, differences),
    copies: copyStore(db),
    evidence: evidenceStore(db, gate),
    ledger: ledgerStore(db, differences, gate),
    reports: reportStore(db),
    debriefs: debriefStore(db, differences, gate, opened),
    looks: lookStore(db),
    channels: channelStore(db),
    deliveries: deliveryStore(db, differences),
    workspaces: workspaceStore(db),
    installations: installationStore(db),
    audit: auditStore(db),
    cache: cacheStore(db),
    budget: budgetStore(db),
    threads: threadStore(db),
    notes: noteStore(db),
    leases: leaseStore(db),
    turns: turnStore(db),
    together: (work) => inGroups((on) => work({ feeds: feedStore(on), items: itemStore(on, additions) })),
    async prune(now, keep = KEEP) {
      await db.deleteFrom('threads').where('expires', '<=', instant(now)).execute();
      await db.deleteFrom('cache').where('expires', '<=', instant(now)).execute();
      await db.deleteFrom('leases').where('until', '<=', instant(now)).execute();
      await db.deleteFrom('turns').where('free', '<=', now.getTime()).execute();
      await db.deleteFrom('notes').where('expires', '<=', instant(now)).execute();
      const old = instant(new Date(now.getTime() - COPIED_WITHIN_MS));
      await db.deleteFrom('article_sketches').where('at', '<=', old).execute();
      await forgetOrphans(db, now);
      const looked = instant(new Date(now.getTime() - LOOKED_AT_MS));
      await db.deleteFrom('looks').where('at', '<=', looked).execute();
      await db
        .deleteFrom('debriefs')
        .where('purpose', '=', 'look')
        .where('window_to', '<=', looked)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('looks').select('looks.debrief').whereRef('looks.debrief', '=', 'debriefs.id'))),
        )
        .execute();
      await forgetOld(db, now, keep, log);
      // Their articles may be thinned by now.
      opened.clear();
      await differences.settle(db);
    },
    close: () => db.destroy(),
  };
}
