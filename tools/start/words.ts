/** An account of the demo, as the seed command leaves it in `.haven/demo-accounts.json`. */
export interface DemoAccount {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly password: string;
}

/** "0.4 s": a duration in milliseconds, for people. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Lines of text with columns aligned. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What `npm start` prints once Haven serves: the address, who can sign in, what is missing for full service. */
export function welcome(url: string, accounts: readonly DemoAccount[], missing: readonly string[]): string {
  const people = accounts.map(({ role, name, email, password }) => [role, name, email, password]);
  return [
    '',
    `Haven is ready: ${url}`,
    ...(people.length > 0 ? ['', 'Demo accounts (role, name, e-mail, password):', ...indent(table(people))] : []),
    ...(missing.length > 0 ? ['', 'Missing for full service:', ...indent(missing)] : []),
    '',
    'Stop with Ctrl-C.',
  ].join('\n');
}

/**
 * The end of a log of JSON lines, as a person reads it: the message of each line and of its error, other lines as they
 * are. At most `count` lines.
 */
export function readableTail(log: string, count: number): string {
  return log.trimEnd().split('\n').slice(-count).map(readable).join('\n');
}

function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return [msg, err?.message].filter((part, i, all) => part && all.indexOf(part) === i).join(': ') || line;
  } catch {
    return line;
  }
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
