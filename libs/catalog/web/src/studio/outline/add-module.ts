import { afterNextRender, Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Title } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';
import { OutlineWork } from './outline-work';

/** The title of a new module, which is all that it needs. */
@Component({
  selector: 'haven-add-module',
  imports: [HvButton, HvControl, HvField],
  host: { class: 'add-form' },
  template: `
    <form class="stack" novalidate (submit)="$event.preventDefault(); add()" (keydown.escape)="cancel()">
      <hv-field [label]="i18n.t('studio.outline.moduleTitle')" [errors]="errors()">
        <input #first hvControl lang="en" maxlength="200" [value]="title()" (input)="title.set(first.value)" />
      </hv-field>
      <p class="cluster">
        <button hvButton="quiet" type="submit">{{ i18n.t('studio.outline.add') }}</button>
        <button class="link-button" type="button" (click)="cancel()">{{ i18n.t('studio.outline.cancel') }}</button>
      </p>
    </form>
  `,
})
export class AddModule {
  protected readonly i18n = inject(I18n);
  private readonly work = inject(OutlineWork);
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('first');
  protected readonly title = signal('');
  private readonly attempted = signal(false);
  private readonly titled = computed(() => Title.safeParse({ en: this.title() }));
  protected readonly errors = computed(() =>
    this.attempted() && !this.titled().success ? [this.i18n.t('studio.outline.needsTitle')] : [],
  );

  constructor() {
    afterNextRender({ read: () => this.first().nativeElement.focus() });
  }

  protected add(): void {
    this.attempted.set(true);
    const titled = this.titled();
    if (titled.success) this.work.addModule(titled.data);
    else this.first().nativeElement.focus();
  }

  protected cancel(): void {
    this.work.adding.set(null);
    this.work.focus('add-module');
  }
}
