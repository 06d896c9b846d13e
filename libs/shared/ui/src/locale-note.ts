import { Component } from '@angular/core';
import { HvIcon } from './icon';

/** Says that what follows is in another language than the page: "This part is in English". */
@Component({
  selector: 'hv-locale-note',
  imports: [HvIcon],
  host: { class: 'locale-note' },
  template: `<hv-icon name="globe" /><ng-content />`,
})
export class HvLocaleNote {}
