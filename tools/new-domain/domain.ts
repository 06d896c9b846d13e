import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlainError } from '../postgres/plain-error.ts';

/** The projects that a domain may have. */
export const PLATFORMS = ['contract', 'api', 'web'] as const;
export type Platform = (typeof PLATFORMS)[number];

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Names that the tags and folders use for something else. */
const TAKEN = ['app', 'ui', 'studio', ...PLATFORMS] as readonly string[];

/** What was asked for, understood: a domain's name and its projects (all where none are named). Throws a PlainError. */
export function parseRequest([domain = '', list = PLATFORMS.join(',')]: readonly string[]): [string, Platform[]] {
  if (!NAME.test(domain) || TAKEN.includes(domain)) {
    throw new PlainError(
      `"${domain}" cannot name a domain: it takes small letters, digits and single hyphens, and no word in use.`,
    );
  }
  const asked = list.split(',');
  const unknown = asked.find((name) => !PLATFORMS.some((platform) => platform === name));
  if (unknown !== undefined) throw new PlainError(`"${unknown}" is none of ${PLATFORMS.join(', ')}.`);
  return [domain, PLATFORMS.filter((platform) => asked.includes(platform))];
}

/**
 * Makes the projects of a new domain under `root`, in the shape of the others, and names them in tsconfig.base.json;
 * answers the files it wrote. Throws a PlainError, and writes nothing, where the domain exists.
 */
export async function makeDomain(root: string, domain: string, platforms: readonly Platform[]): Promise<string[]> {
  const exists = await stat(join(root, 'libs', domain)).catch(() => undefined);
  if (exists) throw new PlainError(`The domain ${domain} exists: libs/${domain}. Nothing was changed.`);
  const base = join(root, 'tsconfig.base.json');
  const paths = withPaths(await readFile(base, 'utf8'), domain, platforms);
  const files = platforms.flatMap((platform) => Object.entries(filesOf(domain, platform)));
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await writeFile(base, paths);
  return [...files.map(([path]) => path), 'tsconfig.base.json'];
}

/** What is left to do by hand, in order. */
export function byHand(domain: string, platforms: readonly Platform[]): string[] {
  const api = [
    `apps/api/src/app.module.ts: import ${className(domain)}Module`,
    'apps/api/src/entities.ts: name its entities, once it has some, and write their migration',
  ];
  const web = [`apps/web/src/app.routes.ts: add ${memberName(domain)}Routes, loaded lazily`];
  return [
    `tools/lint/boundaries.mjs: its place in the order of the domains (DOMAINS), unless it has one`,
    ...(platforms.includes('api') ? api : []),
    ...(platforms.includes('web') ? web : []),
  ];
}

function filesOf(domain: string, platform: Platform): Record<string, string> {
  const folder = `libs/${domain}/${platform}`;
  const common = {
    [`${folder}/project.json`]: `{
  "name": "${domain}-${platform}",
  "$schema": "../../../node_modules/nx/schemas/project-schema.json",
  "projectType": "library",
  "sourceRoot": "${folder}/src",
  "tags": ["domain:${domain}", "platform:${platform}"]
}
`,
    [`${folder}/tsconfig.json`]: `{
  "extends": "../../../tsconfig.${platform === 'web' ? 'web' : 'node'}.json",
  "include": ["src/**/*.ts"]
}
`,
  };
  const index = `${folder}/src/index.ts`;
  if (platform === 'contract') return { ...common, [index]: 'export {};\n' };
  if (platform === 'api') {
    return {
      ...common,
      [index]: `export { ${className(domain)}Module } from './${domain}.module';\n`,
      [`${folder}/src/${domain}.module.ts`]: `import { Module } from '@nestjs/common';

@Module({})
export class ${className(domain)}Module {}
`,
    };
  }
  return {
    ...common,
    [index]: `export { ${memberName(domain)}Routes } from './${domain}.routes';\n`,
    [`${folder}/src/${domain}.routes.ts`]: `import { type Routes } from '@angular/router';

export const ${memberName(domain)}Routes: Routes = [];
`,
  };
}

/** The text of tsconfig.base.json with the new paths after the last one, everything else as it was. */
function withPaths(text: string, domain: string, platforms: readonly Platform[]): string {
  const end = /("@haven\/[^"]+": \[[^\]]+\])(\s*\})/;
  if (!end.test(text)) throw new PlainError('tsconfig.base.json has no paths to add to. Nothing was changed.');
  const lines = platforms.map((name) => `      "@haven/${domain}/${name}": ["./libs/${domain}/${name}/src/index.ts"]`);
  return text.replace(end, (_, last: string, close: string) => `${[last, ...lines].join(',\n')}${close}`);
}

function className(domain: string): string {
  return domain.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase());
}

function memberName(domain: string): string {
  return domain.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
