import { HttpErrorResponse } from '@angular/common/http';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type LessonMedia } from '@haven/catalog/contract';
import { I18n, provideI18n } from '@haven/shared/web';
import { type MediaAnswer, type MediaAsk, MediaDialog } from './media-dialog';

// What jsdom lacks of dialogs.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};

const stored: LessonMedia = { kind: 'picture', picture: 'a'.repeat(64), width: 9, height: 9 };
const file = new File(['x'], 'door.png', { type: 'image/png' });

/** A dialog about a picture that was pasted, and what came of it. */
async function open(upload: () => Promise<LessonMedia>) {
  TestBed.configureTestingModule({ providers: [provideI18n()] });
  await TestBed.inject(I18n).add({ en: () => import('./i18n/en'), es: () => import('./i18n/es') });
  const answers: MediaAnswer[] = [];
  const ask = signal<MediaAsk | null>({ kind: 'picture', words: '', changing: false, file });
  const fixture = TestBed.createComponent(MediaDialog, {
    bindings: [
      inputBinding('ask', ask),
      inputBinding('lang', () => 'en'),
      inputBinding('upload', () => upload),
      outputBinding('answered', (answer: MediaAnswer) => void answers.push(answer)),
    ],
  });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const words = () => page.querySelectorAll<HTMLInputElement>('input.control')[1];
  return {
    answers,
    words,
    faults: () => [...page.querySelectorAll('.field-error')].map((fault) => fault.textContent?.trim()),
    write: (text: string) => {
      const entry = words();
      if (entry) entry.value = text;
      entry?.dispatchEvent(new Event('input'));
    },
    mark: () => page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
    submit: async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    },
  };
}

describe('a picture that is added', () => {
  it('needs words, or a clear word that it is decoration', async () => {
    const dialog = await open(() => Promise.resolve(stored));
    await dialog.submit();
    expect(dialog.faults()).toEqual(['Say what the picture shows, or mark it as decoration']);
    expect(dialog.answers).toEqual([]);
    dialog.mark();
    await dialog.submit();
    expect(dialog.answers).toEqual([{ words: null, media: stored }]);
  });

  it('is refused with its reason, and the words stay', async () => {
    const error = { type: 'about:blank', status: 413, code: 'quota-used-up', title: 'x' };
    const dialog = await open(() => Promise.reject(new HttpErrorResponse({ status: 413, error })));
    dialog.write('A door');
    await dialog.submit();
    expect(dialog.faults()).toEqual([
      'Your uploads take up all the room that one person has. Delete some first; your words are kept',
    ]);
    expect(dialog.words()?.value).toBe('A door');
    expect(dialog.answers).toEqual([]);
  });
});
