#!/usr/bin/env node
import { pipe } from './pipe/index.ts';

const [command, ...rest] = process.argv.slice(2);
if (command === 'pipe') await pipe(rest, process.stdin, process.stdout);
