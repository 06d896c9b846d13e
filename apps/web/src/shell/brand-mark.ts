import { Component } from '@angular/core';

/** The lighthouse of Haven. */
@Component({
  selector: 'haven-brand-mark',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg class="brand-mark" width="26" height="30" viewBox="0 0 26 30">
      <path class="brand-tower" d="M4 29h18l-2.4-17H6.4z" />
      <rect class="brand-lantern" x="5" y="8" width="16" height="4.6" rx="1" />
      <path class="brand-lantern" d="M13 0l6 6H7z" />
      <circle class="brand-light" cx="13" cy="20" r="3.2" />
    </svg>
  `,
})
export class BrandMark {}
