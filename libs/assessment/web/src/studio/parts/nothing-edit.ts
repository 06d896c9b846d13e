import { Component } from '@angular/core';
import { EditPart } from './edit-part';

/** A type that has nothing beside the prompt. */
@Component({ selector: 'haven-nothing-edit', template: `<p class="hint">{{ t('reflectionHint') }}</p>` })
export class NothingEdit extends EditPart<'reflection'> {}
