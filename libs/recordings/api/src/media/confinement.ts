import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How well child programs can be shut in on this machine. The system page shows it. */
export interface Confinement {
  /** `namespace`: no network by the kernel; `protocols`: only by ffmpeg's own list of protocols. */
  readonly network: 'namespace' | 'protocols';
  /** Whether the kernel kills a program the moment its parent dies, even by SIGKILL. */
  readonly diesWithParent: boolean;
  /** The command that a program's own command is appended to. */
  readonly prefix: readonly string[];
}

/** Ways into an empty network namespace, best first: as root, then as anyone in a user namespace of one's own. */
const networkless = [
  ['unshare', '--net', '--'],
  ['unshare', '--user', '--map-current-user', '--net', '--'],
];
// Last in the chain: entering a user namespace would clear the signal again.
const mortal = ['setpriv', '--pdeathsig', 'KILL', '--'];

let found: Promise<Confinement> | undefined;

/** What this machine offers, found by trying it, once. Containers and systems other than Linux often refuse. */
export function confinement(): Promise<Confinement> {
  return (found ??= find());
}

async function find(): Promise<Confinement> {
  const [asRoot, asAnyone, dies] = await Promise.all([...networkless, mortal].map(works));
  const unshare = asRoot ? networkless[0] : asAnyone ? networkless[1] : undefined;
  return {
    network: unshare ? 'namespace' : 'protocols',
    diesWithParent: dies ?? false,
    prefix: [...(unshare ?? []), ...(dies ? mortal : [])],
  };
}

async function works(prefix: readonly string[]): Promise<boolean> {
  const [program = '', ...args] = prefix;
  return promisify(execFile)(program, [...args, 'true']).then(
    () => true,
    () => false,
  );
}
