// Plain JavaScript, so that the cache is on before the thread's first TypeScript file is stripped and compiled: what strips it takes 20 MB.
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

if (workerData.compileCache !== null) enableCompileCache(workerData.compileCache);
await import('./thread.ts');
