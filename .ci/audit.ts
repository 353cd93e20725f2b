/**
 * Asks the registry what is known against the packages that the program runs with (`npm audit`). Known holes of a high or critical kind
 * fail; a registry that gives no answer, or none within the time, does not, and is said to have given none.
 */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';

const WAIT_MS = 20_000;
const FAILING = ['high', 'critical'];

const Report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string(), fixAvailable: z.unknown() }),
  ),
});

function reportOf(text: string): z.infer<typeof Report> | null {
  try {
    return Report.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev', '--fetch-retries=0'], {
  encoding: 'utf8',
  timeout: WAIT_MS,
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
});
const report = reportOf(stdout ?? '');
if (report === null) {
  process.stdout.write('dependencies: not audited, the registry gave no answer\n');
} else {
  const found = Object.entries(report.vulnerabilities);
  for (const [name, { severity, range, fixAvailable }] of found)
    process.stdout.write(`${name} ${range}: ${severity}${fixAvailable ? ', npm audit fix mends it' : ''}\n`);
  process.stdout.write(`dependencies: ${found.length} with known holes\n`);
  if (found.some(([, { severity }]) => FAILING.includes(severity))) process.exitCode = 1;
}
