import { userInfo } from 'node:os';
import { join } from 'node:path';

/** The servers of Swift that keep something, each with a ring that says where. */
export const KEEPERS = ['account', 'container', 'object'] as const;

/** The ports of every process, on loopback. */
export type Ports = Readonly<Record<(typeof KEEPERS)[number] | 'proxy' | 'memcached', number>>;

/** Whoever may use the server: to S3, `accessKeyId` and `secretAccessKey`. */
export interface Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What every server of Swift is told. It leaves root for another user unless it is named the one that it already is. */
const common = (folder: string, port: number): string => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
log_address = ${join(folder, 'no-system-log')}
`;

/** The configuration of a server that keeps accounts, containers or objects in `<folder>/devices/disk`. */
export const keeperConfig = (folder: string, kind: (typeof KEEPERS)[number], ports: Ports): string =>
  `${common(folder, ports[kind])}devices = ${join(folder, 'devices')}
mount_check = false
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`;

/** The configuration of the server in front, which speaks S3 and knows one account. `accessKeyId` has the form group:user. */
export function proxyConfig(folder: string, ports: Ports, { accessKeyId, secretAccessKey }: Account): string {
  const filters = ['catch_errors', 'gatekeeper', 'cache', 'listing_formats', 's3api', 'tempauth', 'copy', 'slo', 'dlo'];
  const options: Readonly<Record<string, string>> = {
    cache: `memcache_servers = 127.0.0.1:${ports.memcached}\n`,
    tempauth: `user_${accessKeyId.replace(':', '_')} = ${secretAccessKey} .admin\n`,
  };
  const sections = filters.map((name) => {
    const egg = name === 'cache' ? 'memcache' : name;
    return `[filter:${name}]\nuse = egg:swift#${egg}\n${options[name] ?? ''}`;
  });
  return `${common(folder, ports.proxy)}[pipeline:main]
pipeline = ${filters.join(' ')} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
${sections.join('')}`;
}
