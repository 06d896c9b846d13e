import { TestBed } from '@angular/core/testing';
import { I18n } from './i18n';
import { provideI18n } from './provide-i18n';

describe('the language of the reader', () => {
  const inLanguage = async (locale: 'en' | 'es') => {
    TestBed.configureTestingModule({ providers: [provideI18n()] });
    const i18n = TestBed.inject(I18n);
    await i18n.use(locale);
    return i18n;
  };

  it('stands before the path, in Spanish only', async () => {
    const i18n = await inLanguage('es');
    expect([i18n.path('/'), i18n.path('/courses'), i18n.path('/courses', 'en')]).toEqual([
      '/es',
      '/es/courses',
      '/courses',
    ]);
    expect(['/es', '/es/courses?q=a', '/es?q=a', '/escape', '/'].map((url) => i18n.bare(url))).toEqual([
      '/',
      '/courses?q=a',
      '/?q=a',
      '/escape',
      '/',
    ]);
  });

  it('is that of the document', async () => {
    await inLanguage('es');
    expect(document.documentElement.lang).toBe('es');
  });

  it('falls back to English, and says so', async () => {
    const i18n = await inLanguage('es');
    expect([i18n.text({ en: 'City', es: 'Ciudad' }), i18n.lang({ en: 'City', es: 'Ciudad' })]).toEqual([
      'Ciudad',
      null,
    ]);
    expect([i18n.text({ en: 'City' }), i18n.lang({ en: 'City' })]).toEqual(['City', 'en']);
  });

  it('counts, and writes days without a time zone', async () => {
    const i18n = await inLanguage('es');
    expect([i18n.n('units.minutes', 1), i18n.n('units.minutes', 2)]).toEqual(['1 minuto', '2 minutos']);
    expect(i18n.date('2026-03-03')).toBe('3 de marzo de 2026');
  });
});
