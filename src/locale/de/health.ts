import type { Words } from '../en/index.ts';
import { counted } from './counted.ts';

export const health: Words['health'] = {
  goneForGood: 'für immer fort',
  notPolled: 'noch nicht gelesen',
  failing: (error, since, next) =>
    `${error} (seit ${since}; nächster Versuch ${next === null ? 'jetzt' : `in ${next}`})`,
  slow: (ago, habit) => `letzter neuer Eintrag vor ${ago}, sonst einer in ${habit}`,
  days: (count) => counted(count, 'Tag', 'Tagen'),
  hours: (count) => counted(count, 'Stunde', 'Stunden'),
  minutes: (count) => counted(count, 'Minute', 'Minuten'),
};
