import { Component, input } from '@angular/core';

export type PlayerIconName = 'sound' | 'muted' | 'pip' | 'keyboard' | 'shrink' | 'replay';

/** The few drawings that only a player needs, from Lucide (ISC licence); the others are `hv-icon`. */
@Component({
  selector: 'haven-player-icon',
  host: { class: 'icon', 'aria-hidden': 'true' },
  template: `
    <svg
      viewBox="0 0 24 24"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    >
      @switch (name()) {
        @case ('sound') {
          <path d="M11 5 6 9H2v6h4l5 4zM15.5 8.5a5 5 0 0 1 0 7M19 5a10 10 0 0 1 0 14" />
        }
        @case ('muted') {
          <path d="M11 5 6 9H2v6h4l5 4zM22 9l-6 6M16 9l6 6" />
        }
        @case ('pip') {
          <path d="M21 10V6a1 1 0 0 0-1-1H4a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h6M14 14h7v5h-7z" />
        }
        @case ('keyboard') {
          <path d="M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8" />
        }
        @case ('shrink') {
          <path d="M8 3v3a2 2 0 0 1-2 2H3M21 8h-3a2 2 0 0 1-2-2V3M3 16h3a2 2 0 0 1 2 2v3M16 21v-3a2 2 0 0 1 2-2h3" />
        }
        @case ('replay') {
          <path d="M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5" />
        }
      }
    </svg>
  `,
})
export class PlayerIcon {
  readonly name = input.required<PlayerIconName>();
}
