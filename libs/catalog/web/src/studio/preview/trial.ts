import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { type Preview } from '@haven/catalog/contract';
import { StudioClient } from '../studio-client';

/** What is tried: a course, one of its releases or its draft. */
interface Tried {
  readonly course: string;
  readonly release: number | null;
}

/** The preview that a page shows, one after the other. The one before ends when the next begins, and the last one with the page. */
@Injectable()
export class Trial {
  private readonly client = inject(StudioClient);
  private readonly current = signal<(Preview & { readonly of: Tried }) | null>(null);
  private tries = 0;

  readonly preview = this.current.asReadonly();
  readonly error = signal<unknown>(null);
  readonly over = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.tries++;
      this.end();
    });
    effect((onCleanup) => {
      const preview = this.current();
      this.over.set(false);
      if (!preview) return;
      const timer = setTimeout(() => this.over.set(true), Date.parse(preview.until) - Date.now());
      onCleanup(() => clearTimeout(timer));
    });
  }

  async begin(of: Tried): Promise<void> {
    const mine = ++this.tries;
    this.end();
    this.error.set(null);
    try {
      const preview = await this.client.beginPreview(of.course, { release: of.release });
      // Meanwhile something else was chosen, or the page is gone.
      if (mine === this.tries) this.current.set({ ...preview, of });
      else this.drop(of.course, preview.id);
    } catch (error) {
      if (mine === this.tries) this.error.set(error);
    }
  }

  private end(): void {
    const preview = this.current();
    this.current.set(null);
    if (preview) this.drop(preview.of.course, preview.id);
  }

  /** Where that does not arrive, the server ends it when its time is up. */
  private drop(course: string, preview: string): void {
    this.client.endPreview(course, preview).catch(() => undefined);
  }
}
