import { readFile } from 'node:fs/promises';

/** What a part of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Reads Jest's JSON report; a suite that could not run counts as one failure. Undefined when there is none. */
export async function readJestReport(file: string): Promise<Tally | undefined> {
  const report = await readJson<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    numRuntimeErrorTestSuites: number;
  }>(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

/** Reads Playwright's JSON report; one that passed at the second try counts as passed. Undefined when there is none. */
export async function readPlaywrightReport(file: string): Promise<Tally | undefined> {
  const report = await readJson<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: readonly unknown[];
  }>(file);
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected + report.errors.length,
      skipped: report.stats.skipped,
    }
  );
}

/**
 * The tally of a part whose command ended with `code`: without a report the command is one check; a command that failed
 * has at least one failure, whatever its report says; a part in which nothing ran has failed.
 */
export function settle(code: number | null, report: Tally | undefined, needsReport: boolean): Tally {
  if (!report)
    return code === 0 && !needsReport ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  const failed = code === 0 && report.passed + report.failed > 0 ? report.failed : Math.max(1, report.failed);
  return { ...report, failed };
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
