import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byHand, makeDomain, parseRequest, PLATFORMS } from './domain.ts';

const here = join(__dirname, '../..');

describe('a new domain', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'haven-domain-'));
    await copyFile(join(here, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const read = (folder: string, path: string) => readFile(join(folder, path), 'utf8');
  const pathsIn = async (folder: string) =>
    (JSON.parse(await read(folder, 'tsconfig.base.json')) as { compilerOptions: { paths: Record<string, string[]> } })
      .compilerOptions.paths;

  it.each(PLATFORMS)('has the shape of the ones there are: %s', async (platform) => {
    await makeDomain(root, 'catalog', [platform]);
    for (const file of ['project.json', 'tsconfig.json']) {
      const path = `libs/catalog/${platform}/${file}`;
      expect(await read(root, path)).toBe(await read(here, path));
    }
    expect(await readdir(join(root, 'libs/catalog'))).toEqual([platform]);
    expect(await readdir(join(root, `libs/catalog/${platform}/src`))).toContain('index.ts');
  });

  it('is found by its paths, and leaves the others as they were', async () => {
    const before = await pathsIn(root);
    const files = await makeDomain(root, 'field-notes', ['contract', 'api']);
    expect(await pathsIn(root)).toEqual({
      ...before,
      '@haven/field-notes/contract': ['./libs/field-notes/contract/src/index.ts'],
      '@haven/field-notes/api': ['./libs/field-notes/api/src/index.ts'],
    });
    expect(files).toContain('libs/field-notes/api/src/field-notes.module.ts');
    expect(await read(root, 'libs/field-notes/api/src/index.ts')).toBe(
      "export { FieldNotesModule } from './field-notes.module';\n",
    );
  });

  it('says what is left to do by hand', () => {
    expect(byHand('library', ['contract'])).toHaveLength(1);
    expect(byHand('library', PLATFORMS).join('\n')).toMatch(/boundaries.*LibraryModule.*entities.*libraryRoutes/s);
  });

  it('is refused, and nothing written, where it exists', async () => {
    await makeDomain(root, 'library', ['contract']);
    const before = await read(root, 'tsconfig.base.json');
    await expect(makeDomain(root, 'library', ['api'])).rejects.toThrow('The domain library exists');
    expect(await read(root, 'tsconfig.base.json')).toBe(before);
    expect(await readdir(join(root, 'libs/library'))).toEqual(['contract']);
  });

  it.each(['', 'Library', '../etc', 'a b', '-x', 'x-', '1st', 'app', 'api'])('has no name like "%s"', (name) => {
    expect(() => parseRequest([name])).toThrow('cannot name a domain');
  });

  it('has all projects, or the ones that are named', () => {
    expect(parseRequest(['library'])).toEqual(['library', ['contract', 'api', 'web']]);
    expect(parseRequest(['library', 'web,contract'])).toEqual(['library', ['contract', 'web']]);
    expect(() => parseRequest(['library', 'api,ui'])).toThrow('"ui" is none of');
  });
});
