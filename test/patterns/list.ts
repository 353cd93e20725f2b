/** Prints every regular expression of the program as JSON: in a process of its own, as every module is loaded for it. */
import { patternsIn } from './patterns.ts';

process.stdout.write(JSON.stringify(await patternsIn(['src', 'adapters'])));
