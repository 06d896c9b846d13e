import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type ReviewPart, type TranslatePart, type TranslationPart } from '@haven/catalog/contract';
import { editingDictionaries } from '@haven/identity/web/editing';
import { I18n, provideI18n } from '@haven/shared/web';
import { firstValueFrom, throwError } from 'rxjs';
import { PartEditor, type PartPort } from './part-editor';

const dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
const name = (n: number) => String(n).padStart(16, '0');
const missing: TranslationPart = {
  ...{ key: 'a', of: name(1), text: null, words: null, state: 'missing', before: null },
  source: {
    ...{ type: 'paragraph', id: 'a' },
    content: [
      { type: 'text', text: 'Call ' },
      { type: 'text', text: 'now', marks: [{ type: 'strong' }] },
    ],
  },
};

/** A server that takes everything, until it is told to refuse. */
class Server implements PartPort {
  sent: TranslatePart[] = [];
  reviews: ReviewPart[] = [];
  stale = false;
  constructor(private readonly known: (part: TranslationPart) => void) {}

  translate(edit: TranslatePart): Promise<TranslationPart> {
    if (this.stale) {
      this.stale = false;
      const error = { type: 'about:blank', status: 409, code: 'stale', title: 'x' };
      return firstValueFrom(throwError(() => new HttpErrorResponse({ status: 409, error })));
    }
    this.sent.push(edit);
    return Promise.resolve(
      this.know({ ...missing, text: edit.text, words: name(this.sent.length + 1), state: 'draft' }),
    );
  }
  review(mark: ReviewPart): Promise<void> {
    this.reviews.push(mark);
    return Promise.resolve();
  }
  read(): Promise<TranslationPart> {
    return Promise.resolve(
      this.know({ ...missing, text: { ...block('De otra'), id: 'a' }, words: name(9), state: 'draft' }),
    );
  }
  private know(part: TranslationPart): TranslationPart {
    this.known(part);
    return part;
  }
}

const block = (text: string) => ({ type: 'paragraph' as const, id: 'a', content: [{ type: 'text' as const, text }] });

describe('a part that is translated', () => {
  async function open() {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideRouter([]), provideI18n(dictionaries)],
    });
    const i18n = TestBed.inject(I18n);
    await i18n.add(editingDictionaries);
    await i18n.use('en');
    const part = signal(missing);
    const server = new Server((known) => part.set(known));
    let onward = 0;
    const fixture = TestBed.createComponent(PartEditor, {
      bindings: [
        ...[inputBinding('part', part), inputBinding('name', () => 'Paragraph'), inputBinding('kept', () => 'k')],
        inputBinding('port', () => server),
        outputBinding('onward', () => onward++),
      ],
    });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const field = page.querySelector('textarea');
    if (!field) throw new Error('There is no field.');
    const type = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await fixture.whenStable();
    };
    const press = async () => {
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      );
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    return { page, field, server, type, press, onward: () => onward, settle: () => fixture.componentInstance.settle() };
  }

  it('says which marks its English has, and is sent with them over what was seen', async () => {
    const { page, server, type, settle } = await open();
    expect(page.querySelector('.hint')?.textContent).toContain('<1> bold');
    await type('Llame <1>ya</1>');
    expect(await settle()).toBe(true);
    await type('Llame <1>hoy</1>');
    await settle();
    expect(server.sent.map(({ of, was }) => [of, was])).toEqual([
      [name(1), null],
      [name(1), name(2)],
    ]);
    expect(server.sent[1]?.text).toMatchObject({
      content: [{ text: 'Llame ' }, { text: 'hoy', marks: [{ type: 'strong' }] }],
    });
  });

  it('is not sent while a mark is not closed, and says so', async () => {
    const { page, field, server, type, settle } = await open();
    await type('Llame <1>ya');
    expect(await settle()).toBe(false);
    expect(server.sent).toEqual([]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('.field-error')?.textContent).toContain('not closed');
  });

  it('is saved, marked as reviewed and left by Ctrl + Enter', async () => {
    const { server, type, press, onward } = await open();
    await type('Llame');
    await press();
    expect(server.sent).toHaveLength(1);
    expect(server.reviews).toEqual([{ key: 'a', of: name(1), words: name(2), reviewed: true }]);
    expect(onward()).toBe(1);
  });

  it('is sent whole by Ctrl + Enter and by leaving, however close upon the last key', async () => {
    const { field, server, type, press, settle } = await open();
    await type('Llam');
    const key = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    key('Llame');
    await press();
    expect(server.sent.map(({ text }) => text)).toEqual([block('Llame')]);
    expect(server.reviews).toHaveLength(1);
    key('Llame ya');
    expect(await settle()).toBe(true);
    expect(server.sent.at(-1)?.text).toEqual(block('Llame ya'));
  });

  it('marks nothing where there is nothing to mark', async () => {
    const { server, press, onward } = await open();
    await press();
    expect([server.sent, server.reviews, onward()]).toEqual([[], [], 0]);
  });

  it('shows both where somebody else was first, and neither is lost', async () => {
    const { page, field, server, type, settle } = await open();
    server.stale = true;
    await type('De una');
    expect(await settle()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve));
    const [mine, theirs] = [...page.querySelectorAll('haven-conflict-choice .kept-text')].map(
      (text) => text.textContent,
    );
    expect([mine, theirs]).toEqual(['De una', 'De otra']);
    expect(field.value).toBe('De una');
    page.querySelectorAll<HTMLButtonElement>('haven-conflict-choice button')[0]?.click();
    await settle();
    expect(server.sent[0]).toMatchObject({ was: name(9), text: block('De una') });
  });
});
