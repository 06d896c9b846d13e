import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** A step on the way to this page. */
export interface Breadcrumb {
  label: string;
  link: string;
}

/** The pages above this one, outermost first. */
@Component({
  selector: 'hv-breadcrumbs',
  imports: [RouterLink],
  template: `
    <nav class="breadcrumbs" [attr.aria-label]="label()">
      <ol>
        @for (item of items(); track item.link) {
          <li>
            <a [routerLink]="item.link">{{ item.label }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
})
export class HvBreadcrumbs {
  readonly items = input.required<readonly Breadcrumb[]>();
  readonly label = input.required<string>();
}
