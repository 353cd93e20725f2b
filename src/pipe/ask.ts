import { ParseError } from '../errors.ts';
import type { Filter } from './filter.ts';

export const filter: Filter = {
  options: {},
  open: () => ({
    line: () => {
      throw new ParseError('ask', 'this stage is not there yet');
    },
  }),
};
