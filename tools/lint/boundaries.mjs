// Who may depend on whom: the tags of every project.json, as options of @nx/enforce-module-boundaries.

/** Each domain may use the ones named after it, and itself. Materials know nothing of each other nor of courses. */
const DOMAINS = {
  shared: [],
  identity: ['shared'],
  recordings: ['shared', 'identity'],
  library: ['shared', 'identity'],
  assessment: ['shared', 'identity'],
  catalog: ['shared', 'identity', 'recordings', 'library', 'assessment'],
  learning: ['shared', 'identity', 'recordings', 'library', 'assessment', 'catalog'],
  credentials: ['shared', 'identity', 'recordings', 'library', 'assessment', 'catalog', 'learning'],
  insights: ['shared', 'identity', 'recordings', 'library', 'assessment', 'catalog', 'learning', 'credentials'],
};

const BROWSER = ['@angular/*', '@jsverse/*', 'hls.js'];
const SERVER = ['@nestjs/*', '@fastify/*', 'fastify', 'typeorm', 'pg', 'pg-boss', '@node-rs/*'];
const HTTP = ['@angular/common/http', '@angular/common/http/*'];

const PLATFORMS = [
  { platform: 'contract', uses: ['contract'], allowedExternalImports: ['zod'] },
  { platform: 'api', uses: ['api', 'contract'], bannedExternalImports: BROWSER },
  { platform: 'web', uses: ['web', 'ui', 'contract'], bannedExternalImports: SERVER },
  { platform: 'ui', uses: ['ui', 'contract'], bannedExternalImports: [...SERVER, ...HTTP, '@jsverse/*'] },
];

/** The constraints; `packages` are those that a contract may import beside zod, which its specs need. */
export function boundaries({ packages = [], allow = [] } = {}) {
  const platforms = PLATFORMS.map(({ platform, uses, allowedExternalImports, ...banned }) => ({
    sourceTag: `platform:${platform}`,
    onlyDependOnLibsWithTags: uses.map((name) => `platform:${name}`),
    ...banned,
    ...(allowedExternalImports && { allowedExternalImports: [...allowedExternalImports, ...packages] }),
  }));
  const domains = Object.entries(DOMAINS).map(([domain, uses]) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [domain, ...uses].map((name) => `domain:${name}`),
  }));
  const app = { sourceTag: 'domain:app', onlyDependOnLibsWithTags: ['*'] };
  return [
    'error',
    {
      allow,
      depConstraints: [...platforms, ...domains, app],
      // Whether a library is loaded lazily is for the size budgets to judge, not for its imports.
      checkDynamicDependenciesExceptions: ['@haven/**'],
    },
  ];
}
