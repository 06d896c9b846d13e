/** What the editor calls what it shows, in the language of its reader. */
export interface TextWords {
  readonly note: string;
  readonly important: string;
  readonly clause: string;
  readonly moment: string;
  readonly resource: string;
  readonly term: string;
}
