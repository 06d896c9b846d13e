import { Component, inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Block } from '@haven/shared/contract';
import { everyBlock } from '../styleguide/every-block';
import { type ForeignBlocks, HvBlocks, type ResolveLesson } from './blocks';

const resolve: ResolveLesson = (href) =>
  href.startsWith('lesson:providence') ? { path: '/learn/a/providence', query: { t: '9' } } : null;

async function render(blocks: readonly Block[], foreign: ForeignBlocks | null = null): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(HvBlocks, {
    bindings: [
      ...[inputBinding('blocks', () => blocks), inputBinding('resolve', () => resolve)],
      inputBinding('foreign', () => foreign),
    ],
  });
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

@Component({
  imports: [HvBlocks],
  template: `
    <hv-blocks [blocks]="blocks" [foreign]="foreign" locale="es" [clip]="clip" />
    <ng-template #clip let-moment let-lang="lang"
      ><b [lang]="lang ?? ''">{{ moment.label }}</b></ng-template
    >
  `,
})
class Playing {
  readonly blocks = everyBlock;
  readonly foreign = { ids: new Set(['m2']), lang: 'en', word: 'En inglés' };
}

const linked = (href: string): Block => ({
  type: 'paragraph',
  id: 'p',
  content: [{ type: 'text', text: 'words', marks: [{ type: 'link', attrs: { href } }] }],
});

describe('the blocks of a lesson', () => {
  it('renders each kind as its native element', async () => {
    const page = await render(everyBlock);
    for (const element of [
      'h2',
      'h3',
      'p',
      'ul li',
      'ol li',
      'blockquote p',
      '.callout p',
      'th[scope=col]',
      'th[scope=row]',
    ]) {
      expect(page.querySelector(element)).not.toBeNull();
    }
    expect(page.querySelector('[role=region]')?.getAttribute('aria-labelledby')).toBe('b-h3');
  });

  it('leads to what its pointers point at', async () => {
    const page = await render(everyBlock);
    const links = (id: string) => [...page.querySelectorAll(`#b-${id} a`)].map((link) => link.getAttribute('href'));
    expect(['u1', 'm1', 'm2', 'r1'].map(links)).toEqual([
      ['https://example.org/ordinance'],
      ['/learn/a/providence?t=9'],
      [],
      ['https://example.org/cards'],
    ]);
    expect(page.querySelector('#b-m2')?.textContent).toContain('A moment that is gone');
    expect(page.querySelector('#b-m1 p')?.textContent?.trim()).toMatch(/How the vote went\s+0:09–1:15/);
    expect(page.querySelector('#b-u1 figure blockquote p')?.textContent).toBe('No officer shall ask.');
    expect(page.querySelector('#b-g1 dfn')?.textContent).toBe('Detainer');
  });

  it('gives its moments, and nothing else, to what plays them, with the language of the words around', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(Playing);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const played = [...page.querySelectorAll('b')].map(({ textContent, lang, parentElement }) => [
      ...[textContent, lang, parentElement?.id],
    ]);
    expect(played).toEqual([
      ['How the vote went', '', 'b-m1'],
      ['A moment that is gone', 'es', 'b-m2'],
    ]);
  });

  it('shows pictures in the width that fits, with what they show, and offers files with what they weigh', async () => {
    const page = await render(everyBlock);
    const [shown, decoration] = page.querySelectorAll('img');
    const at = (hash: string, width: number) => `/media/lessons/${hash.repeat(64)}/${width}.webp`;
    expect(shown?.getAttribute('src')).toBe(at('a', 1200));
    expect(shown?.getAttribute('srcset')).toBe([480, 960, 1200].map((one) => `${at('a', one)} ${one}w`).join(', '));
    expect([shown?.alt, decoration?.alt]).toEqual(['A door with a chain', '']);
    expect(decoration?.getAttribute('alt')).toBe('');
    const file = page.querySelector('#b-d1 a');
    expect(file?.getAttribute('href')).toBe(`/media/lessons/${'c'.repeat(64)}/file`);
    expect(file?.getAttribute('download')).toBe('Cards to print.pdf');
    expect(page.querySelector('#b-d1')?.textContent).toContain('PDF, 1.2 MB');
  });

  it('says before blocks in another language that they are, once for neighbours', async () => {
    const ids = new Set(['p1', 'm1', 'm2']);
    const page = await render(everyBlock, { ids, lang: 'en', word: 'En inglés' });
    const marked = [...page.querySelectorAll('[id^=b-][lang=en]')].map(({ id }) => id);
    expect(marked).toEqual(everyBlock.flatMap(({ id }) => (ids.has(id) ? [`b-${id}`] : [])));
    const places = everyBlock.map(({ id }, at) =>
      ids.has(id) && !ids.has(everyBlock[at - 1]?.id ?? '') ? [`b-${id}`] : [],
    );
    const notes = [...page.querySelectorAll('hv-locale-note')];
    expect(notes.map((note) => note.nextElementSibling?.id)).toEqual(places.flat());
    expect(notes[0]?.textContent).toContain('En inglés');
  });

  it('lets no white space in between runs', async () => {
    const page = await render(everyBlock);
    expect(page.querySelector('#b-p1')?.textContent).toBe(
      'A paragraph with strong, stressed and both; a link out, a link to a lesson and one to a lesson that is not there.',
    );
  });

  it('leads to lessons through the router, and keeps the words of one that is not there', async () => {
    const there = await render([linked('lesson:providence?t=9')]);
    expect(there.querySelector('a')?.getAttribute('href')).toBe('/learn/a/providence?t=9');
    TestBed.resetTestingModule();
    const gone = await render([linked('lesson:gone')]);
    expect(gone.querySelector('a')).toBeNull();
    expect(gone.textContent).toContain('words');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://a',
    'data:text/html,x',
    '//evil.example',
    '/api/session',
    'lesson',
    '',
  ])('makes no link of %j', async (href) => {
    const page = await render([linked(href)]);
    expect(page.querySelector('a')).toBeNull();
    expect(page.textContent).toContain('words');
  });
});
