import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HvIcon } from './icon';

/** A link to where the reader came from in the order of things, not in the history. */
@Component({
  selector: 'hv-back-link',
  imports: [RouterLink, HvIcon],
  template: `<a class="back-link" [routerLink]="link()"><hv-icon name="arrow-left" /><ng-content /></a>`,
})
export class HvBackLink {
  readonly link = input.required<string>();
}
