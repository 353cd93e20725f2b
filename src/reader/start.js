// Plain JavaScript, so that the cache is on before the thread's first TypeScript file is stripped and compiled: what strips it takes 20 MB.
import { enableCompileCache, registerHooks } from 'node:module';
import { workerData } from 'node:worker_threads';

if (workerData.compileCache !== null) enableCompileCache(workerData.compileCache);
// linkedom brings what reads style sheets, which nobody here does: it takes 6 MB, most of it tables of the runtime for writing numbers.
const NO_STYLES = `data:text/javascript,${encodeURIComponent('export const parse = () => null;')}`;
registerHooks({
  resolve: (name, context, next) =>
    name === 'cssomnom/parse' ? { url: NO_STYLES, shortCircuit: true } : next(name, context),
});
await import('./thread.ts');
