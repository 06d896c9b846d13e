import { chapterTrouble, toChapterModel, toChapters } from './chapter-model';

describe('chapters as they are written', () => {
  it('come back as they were', () => {
    const chapters = [
      { at: 0, title: { en: 'Beginning', es: 'Comienzo' } },
      { at: 3725, title: { en: 'Questions', es: undefined } },
    ];
    expect(toChapters(toChapterModel(chapters))).toEqual(chapters);
  });

  it('have a time within the recording, each its own, and an English title', () => {
    const written = [
      { at: '0:10', en: 'One', es: '' },
      { at: '10', en: 'The same second', es: '' },
      { at: '9:99', en: ' ', es: '' },
      { at: '1:00', en: 'x'.repeat(201), es: '' },
    ];
    expect(chapterTrouble(written, 60)).toEqual([
      { at: null, en: null, es: null },
      { at: 'twice', en: null, es: null },
      { at: 'notATime', en: 'noTitle', es: null },
      { at: 'afterEnd', en: 'tooLong', es: null },
    ]);
  });
});
