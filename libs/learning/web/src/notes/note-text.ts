import { clock } from '@haven/recordings/web';
import { type NoteView } from './note-list';

/** The notes of a lesson as a plain text file: its title, then each note under its time. */
export function noteText(title: string, notes: readonly NoteView[]): string {
  return [title, ...notes.map(({ at, text }) => `${clock(at)}\n${text}`)].join('\n\n') + '\n';
}

/** Offers `text` as a file, made on this device: nothing is sent anywhere. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read it only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
