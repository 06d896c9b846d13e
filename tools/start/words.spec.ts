import { readableTail, seconds, table, welcome } from './words.ts';

describe('words for people', () => {
  it('shows the address, the accounts and what is missing', () => {
    const text = welcome(
      'http://localhost:3000',
      [{ name: 'Ada', email: 'ada@example.org', role: 'administrator', password: 'k3y' }],
      ['no low-bandwidth renditions: install ffmpeg'],
    );
    expect(text).toContain('Haven is ready: http://localhost:3000\n');
    expect(text).toContain('  administrator  Ada  ada@example.org  k3y\n');
    expect(text).toContain('Missing for full service:\n  no low-bandwidth renditions: install ffmpeg\n');
  });

  it('says nothing of accounts or gaps that are not there', () => {
    expect(welcome('http://localhost:3000', [], [])).not.toMatch(/accounts|Missing/);
  });

  it('aligns columns and writes seconds', () => {
    expect(
      table([
        ['a', 'bcd'],
        ['abc', 'd'],
      ]),
    ).toEqual(['a    bcd', 'abc  d']);
    expect(seconds(1234)).toBe('1.2 s');
  });

  it('makes a log of JSON lines readable and leaves other lines alone', () => {
    const log = '{"level":30,"msg":"first"}\nplain\n{"msg":"Failed","err":{"message":"no room"}}\n{broken\n';
    expect(readableTail(log, 3)).toBe('plain\nFailed: no room\n{broken');
  });
});
