import { findBrowser } from './browser.ts';

describe('findBrowser', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('finds one that starts', async () => {
    delete process.env['HAVEN_BROWSER'];
    expect((await findBrowser()).path).not.toBe('');
  });

  it('refuses a HAVEN_BROWSER that does not start, instead of another', async () => {
    process.env['HAVEN_BROWSER'] = process.execPath.replace(/node$/, 'no-browser');
    await expect(findBrowser()).rejects.toThrow('HAVEN_BROWSER must be the path');
  });

  it('names what to install when there is none', async () => {
    delete process.env['HAVEN_BROWSER'];
    process.env['PATH'] = '';
    if (process.platform !== 'linux') return;
    await expect(findBrowser('/nowhere')).rejects.toThrow('apt install chromium');
  });
});
