/** What the editor calls what it shows, in the language of its reader. */
export interface TextWords {
  readonly note: string;
  readonly important: string;
  readonly clause: string;
  readonly moment: string;
  readonly resource: string;
  readonly term: string;
  readonly image: string;
  readonly decoration: string;
  readonly file: string;
}

/** The words from the dictionary. */
export const wordsFrom = (word: (name: keyof TextWords) => string): TextWords => ({
  ...{ note: word('note'), important: word('important'), clause: word('clause'), moment: word('moment') },
  ...{ resource: word('resource'), term: word('term'), image: word('image'), file: word('file') },
  decoration: word('decoration'),
});
