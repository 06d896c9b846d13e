const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    },
  },
];

/** Packages that are ESM only: compiled for Jest, which requires. */
const esm =
  '/node_modules/(?!(@nestjs|@rgrove|@tus|srvx|@noble|uuid|pg-boss|mediabunny|cookie|mdast-util-[^/]+|hast-util-[^/]+|hastscript|rehype-[^/]+|parse5|entities|vfile[^/]*|property-information|[a-z]+-separated-tokens|web-namespaces|html-void-elements|stringify-entities|trim-[^/]+|collapse-white-space|micromark[^/]*|unist-util-[^/]+|decode-named-character-reference|character-entities[^/]*|devlop|ccount|longest-streak|markdown-table|escape-string-regexp|zwitch|@standard-schema|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|serialize-error|non-error|type-fest|cron-parser|luxon)/)';

const haven = {
  '^@haven/recordings/web/clip$': '<rootDir>/libs/recordings/web/src/clip.ts',
  '^@haven/recordings/web/words$': '<rootDir>/libs/recordings/web/src/words.ts',
  '^@haven/shared/web/frame$': '<rootDir>/libs/shared/web/src/frame.ts',
  '^@haven/shared/web/(outbox|packs)$': '<rootDir>/libs/shared/web/src/$1/index.ts',
  '^@haven/shared/web/wipe$': '<rootDir>/libs/shared/web/src/outbox/wipe.ts',
  '^@haven/catalog/web/course-row$': '<rootDir>/libs/catalog/web/src/course-row.ts',
  '^@haven/shared/ui/blocks$': '<rootDir>/libs/shared/ui/src/blocks/blocks.ts',
  '^@haven/shared/ui/frame$': '<rootDir>/libs/shared/ui/src/frame.ts',
  '^@haven/shared/contract/testing$': '<rootDir>/libs/shared/contract/src/testing/any-blocks.ts',
  '^@haven/assessment/contract/(answer|carries)$': '<rootDir>/libs/assessment/contract/src/$1.ts',
  '^@haven/([^/]+)/contract/plain$': '<rootDir>/libs/$1/contract/src/plain.ts',
  '^@haven/([^/]+)/([^/]+)$': '<rootDir>/libs/$1/$2/src/index.ts',
};

const node = {
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]s$': swc },
  transformIgnorePatterns: [esm],
  moduleNameMapper: haven,
};

const angular = require('jest-preset-angular/presets').createCjsPreset({ tsconfig: '<rootDir>/tsconfig.web.json' });

/** One configuration for the workspace, three ways to run: rules and tools, the API on a real PostgreSQL, and pages in jsdom. */
module.exports = {
  projects: [
    {
      ...node,
      displayName: 'rules',
      testMatch: [
        '<rootDir>/libs/*/contract/**/*.spec.ts',
        '<rootDir>/libs/*/api/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.ts',
      ],
    },
    {
      ...node,
      displayName: 'api',
      testMatch: ['<rootDir>/apps/api/**/*.spec.ts', '<rootDir>/apps/worker/**/*.spec.ts'],
      globalSetup: '<rootDir>/tools/test/postgres-setup.ts',
      globalTeardown: '<rootDir>/tools/test/postgres-teardown.ts',
    },
    {
      displayName: 'web',
      ...angular,
      transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/|@angular/common/locales/.*\\.js$))'],
      testMatch: [
        '<rootDir>/apps/web/**/*.spec.ts',
        '<rootDir>/libs/*/web/**/*.spec.ts',
        '<rootDir>/libs/shared/ui/**/*.spec.ts',
      ],
      setupFilesAfterEnv: ['<rootDir>/apps/web/src/testing/setup.ts'],
      moduleNameMapper: {
        '^@haven/shared/ui/styleguide$': '<rootDir>/libs/shared/ui/src/styleguide/index.ts',
        '^@haven/([^/]+)/web/(studio|editing|sign-out)$': '<rootDir>/libs/$1/web/src/$2/index.ts',
        ...haven,
      },
    },
  ],
  testTimeout: 120_000,
  // By itself Jest leaves one core free, and on two cores runs everything in one process, which grows with each file.
  maxWorkers: '100%',
};
