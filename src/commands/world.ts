import type { Answerer } from '../ask/index.ts';
import type { Delivering } from '../deliver/index.ts';
import type { Reader } from '../gather/reader.ts';
import type { Pipeline } from '../pipeline/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { Links } from '../ports/links.ts';
import type { Log } from '../ports/log.ts';
import type { CommandSpec, Platform } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

/** What commands act on: handed to each `run()`. */
export type World = {
  readonly store: Store;
  readonly pipeline: Pipeline;
  readonly delivering: Delivering;
  readonly http: Http;
  readonly reader: Reader;
  readonly model: LanguageModel | null;
  /** What answers questions in its own words; null without a model. */
  readonly answerer: Pick<Answerer, 'model' | 'prompt' | 'repair'> | null;
  readonly clock: Clock;
  readonly links: Links;
  readonly log: Log;
  /** The zone of who has not set one (IANA). */
  readonly zone: string;
  platform(name: string): Platform | null;
  /** The registry's specifications, for help. */
  specs(): readonly CommandSpec[];
};
