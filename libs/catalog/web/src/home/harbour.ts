import { Component } from '@angular/core';

/**
 * A harbour at dusk, by night where the theme is dark: its colours are classes. The shapes run far beyond the drawing's edges, so that sky
 * and sea fill any screen. Decoration only.
 */
@Component({
  selector: 'haven-harbour',
  host: { class: 'harbour', 'aria-hidden': 'true' },
  templateUrl: './harbour.svg',
})
export class Harbour {}
