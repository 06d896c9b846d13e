import { Service } from '@angular/core';

/** Ids for wiring labels to controls: counted per application, so that a server render and the browser count alike. */
@Service()
export class Ids {
  private count = 0;

  next(prefix: string): string {
    return `${prefix}-${++this.count}`;
  }
}
