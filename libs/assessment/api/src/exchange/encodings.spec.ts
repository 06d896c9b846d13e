import { readFile } from './read-file';

describe('an encoding', () => {
  const text = '¿Qué año? {=1979 ~1980 ####Así fue: «Orden»}\n\n{}\n';
  const utf16 = (given: string) => Buffer.from(given, 'utf16le');
  const taken = { kind: 'single', prompt: { en: '¿Qué año?' }, explanation: { en: 'Así fue: «Orden»' } };
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian', utf16(`\uFEFF${text}`)],
    ['UTF-16 little endian without a mark', utf16(text)],
    ['UTF-16 big endian', utf16(`\uFEFF${text}`).swap16()],
    ['UTF-16 big endian without a mark', utf16(text).swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('%s is read, with every kind of line end', (_, bytes) => {
    expect(readFile(bytes, 'en').taken).toMatchObject([{ line: 1, content: taken }]);
    for (const ends of ['\r\n', '\r']) {
      const { left } = readFile(Buffer.from(text.replaceAll('\n', ends)), 'en');
      expect(left).toMatchObject([{ line: 3, reason: 'prompt' }]);
    }
  });
  it.each(['ISO-8859-15', 'windows-1252', 'UTF-16', 'nonsense'])('is taken from an XML declaration: %s', (name) => {
    const xml = `<?xml version="1.0" encoding="${name}"?><quiz><question type="essay"><questiontext><text>¿Qué?</text></questiontext></question></quiz>`;
    const bytes = name === 'UTF-16' ? utf16(`\uFEFF${xml}`) : Buffer.from(xml, 'latin1');
    expect(readFile(bytes, 'en').taken).toMatchObject([{ content: { prompt: { en: '¿Qué?' } } }]);
  });
});
