import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ConfigSchema, readConfig } from '../../libs/shared/api/src/config';

interface Service {
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly image?: string;
  readonly read_only?: boolean;
}

const root = join(__dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'haven');
const settings = Object.keys(ConfigSchema.shape);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What the build makes; not there on a machine that has not built yet, so its sources stand for it. */
const PRODUCTS: Readonly<Record<string, string>> = {
  'dist/api': 'apps/api/src',
  'dist/worker': 'apps/worker/src',
  'dist/web': 'apps/web/src',
};
function isThere(path: string): boolean {
  const product = Object.keys(PRODUCTS).find((folder) => path === folder || path.startsWith(`${folder}/`));
  return existsSync(
    join(root, product ? path.replace(product, PRODUCTS[product] ?? '').replace(/\.js$/, '.ts') : path),
  );
}

/** Names that a text asks the environment for as `${NAME…}`. */
const asked = (text: string): string[] => [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');

describe('docker-compose.yml', () => {
  it.each(services)(
    '%s is restarted by a stated policy and says when it is healthy, unless it runs once',
    (_, service) => {
      expect(service.restart).toMatch(/^(unless-stopped|no)$/);
      expect(service.healthcheck === undefined).toBe(service.restart === 'no');
    },
  );

  it.each(ours)(
    '%s runs a command that exists, writes to volumes alone, and is set by known settings',
    (_, service) => {
      expect(service.read_only).toBe(true);
      const scriptsNamed = [service.command?.[1], service.healthcheck?.test[2]].filter((path) => path !== undefined);
      expect(service.command?.[0]).toBe('node');
      for (const path of scriptsNamed) expect({ path, there: isThere(path) }).toEqual({ path, there: true });
      expect(settings).toEqual(expect.arrayContaining(Object.keys(service.environment ?? {})));
    },
  );

  it('gives its services only settings that the schema accepts', () => {
    for (const [, { environment }] of ours) {
      const filled = Object.fromEntries(
        Object.entries(environment ?? {}).map(([key, value]) => [
          key,
          fill(value, { PUBLIC_URL: 'https://a.example' }),
        ]),
      );
      expect(() => readConfig(filled)).not.toThrow();
    }
  });

  it.each(ours)('%s is passed every setting', (_, { environment }) => {
    // Which part it plays, only the two that serve say.
    expect(new Set([...Object.keys(environment ?? {}), 'HAVEN_ROLE'])).toEqual(new Set(settings));
  });

  it('starts commands of the API that exist', () => {
    const known = /const commands\b.*?> = \{(.*?)\n\};/s.exec(read('apps/api/src/main.ts'))?.[1] ?? '';
    const used = ours.map(([, { command }]) => command).filter((command) => command?.[1] === 'dist/api/main.js');
    expect(used.length).toBeGreaterThan(2);
    for (const command of used) expect(known).toMatch(new RegExp(`\\b${command?.[2]}\\b`));
  });

  it('fills in every variable of the nginx template, and no other', () => {
    const { environment = {}, volumes = [] } = compose.services['nginx'] ?? {};
    const given = Object.keys(environment).filter((name) => name.startsWith('NGINX_HAVEN_'));
    expect(new Set(asked(read('deploy/nginx/haven.conf.template')))).toEqual(new Set(given));
    const mounted = volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? '');
    expect(mounted).toHaveLength(1);
    for (const path of mounted) expect(isThere(path.slice(2))).toBe(true);
  });
});

describe('.env.example', () => {
  const [own = '', forCompose = ''] = read('.env.example').split('--- Only for docker compose ---');
  const names = (text: string): string[] => [...text.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? '');

  it('holds every setting of the schema, with its description and its default', () => {
    const described = [...own.matchAll(/^# (.+)\n(?:# \(compose.*\)\n)?#?([A-Z0-9_]+)=(.*)$/gm)];
    expect(described.map(([, text, name, value]) => [name, text, value])).toEqual(
      Object.entries(ConfigSchema.shape).map(([name, field]) => [name, field.description, defaultOf(name)]),
    );
    expect(names(own)).toEqual(settings);
  });

  it('names everything else that compose asks for', () => {
    const others = asked(read('docker-compose.yml')).filter((name) => !settings.includes(name));
    expect(new Set(names(forCompose))).toEqual(new Set(others));
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const stages = lines.filter((line) => line.startsWith('FROM '));

  it('builds with the scripts that CI runs', () => {
    const runs = lines.filter((line) => line.startsWith('RUN ')).flatMap((line) => line.slice(4).split(' && '));
    const npm = runs.filter((command) => command.startsWith('npm '));
    expect(npm).toEqual(['npm install --no-save', 'npm run build', 'npm install --no-save --omit=dev']);
    for (const [, script] of npm.join('\n').matchAll(/npm run (\S+)/g)) expect(scripts).toHaveProperty([script ?? '']);
  });

  it('copies what exists, and .dockerignore lets it through', () => {
    const kept = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, path]) => path ?? '');
    for (const path of kept) expect({ path, there: isThere(path) }).toEqual({ path, there: true });
    for (const [, paths = ''] of lines.join('\n').matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const path of paths.split(' ').filter((name) => name !== '.')) {
        expect({ path, there: isThere(path) }).toEqual({ path, there: true });
        expect(kept.some((name) => path === name || path.startsWith(`${name}/`))).toBe(true);
      }
    }
  });

  it('ends with an image of production packages and built files, run by a user who is not root', () => {
    expect(stages).toHaveLength(3);
    expect(stages.every((line) => /^FROM node:24(-slim)?( AS \w+)?$/.test(line))).toBe(true);
    const last = lines.slice(lines.lastIndexOf(stages.at(-1) ?? ''));
    expect(last).toContain('COPY --from=packages /app/node_modules node_modules');
    const fromBuild = last.map((line) => /^COPY --from=build \/app\/(\S+)/.exec(line)?.[1]).filter((path) => path);
    expect(fromBuild).toEqual(Object.keys(PRODUCTS));
    expect(last).toContain('USER node');
    const [, set = ''] = /^ENV (.+)$/.exec(last.find((line) => line.startsWith('ENV ')) ?? '') ?? [];
    const named = set.split(' ').map((pair) => pair.split('=')[0]);
    expect([...settings, 'NODE_ENV']).toEqual(expect.arrayContaining(named));
  });
});

function fill(value: string, values: Readonly<Record<string, string>>): string {
  return value.replace(
    /\$\{(\w+)(?::-([^}]*))?[^}]*\}/g,
    (_, name: string, otherwise?: string) => values[name] ?? otherwise ?? 'x',
  );
}

function defaultOf(name: string): string {
  const needed = { DATABASE_URL: 'postgres://a@b/c' };
  const value = (ConfigSchema.parse(needed) as Readonly<Record<string, unknown>>)[name];
  return name === 'DATABASE_URL' || value === undefined ? '' : String(value);
}
