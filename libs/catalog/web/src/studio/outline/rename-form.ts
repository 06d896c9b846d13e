import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Title } from '@haven/catalog/contract';
import { type Text } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';

const quiet = 700;

/** The name of a row, to be written where it stands. It is passed on by itself as soon as the person pauses. */
@Component({
  selector: 'haven-rename-form',
  imports: [HvButton, HvControl, HvField],
  host: { class: 'rename-form' },
  template: `
    <form novalidate (submit)="$event.preventDefault(); finish()" (keydown.escape)="finish()">
      <div class="two-languages">
        <hv-field [label]="label('en')" [errors]="errors()">
          <input #first hvControl lang="en" [value]="en()" maxlength="200" (input)="write(en.set, first.value)" />
        </hv-field>
        @if (spanish()) {
          <hv-field [label]="label('es')" [optional]="i18n.t('studio.lesson.optional')">
            <input #second hvControl lang="es" [value]="es()" maxlength="200" (input)="write(es.set, second.value)" />
          </hv-field>
        }
      </div>
      <button hvButton="quiet" type="submit">{{ i18n.t('studio.outline.renamed') }}</button>
    </form>
  `,
})
export class RenameForm implements OnInit {
  readonly title = input.required<Text>();
  /** False for a lesson that has no Spanish: its title is part of its translation. */
  readonly spanish = input(true);
  readonly written = output<Title>();
  readonly done = output();

  protected readonly i18n = inject(I18n);
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('first');
  protected readonly en = signal('');
  protected readonly es = signal('');
  private readonly parsed = computed(() =>
    Title.safeParse({ en: this.en(), ...(this.es().trim() && { es: this.es() }) }),
  );
  protected readonly errors = computed(() => (this.parsed().success ? [] : [this.i18n.t('studio.outline.needsTitle')]));
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    afterNextRender({ read: () => this.first().nativeElement.select() });
  }

  ngOnInit(): void {
    this.en.set(this.title().en);
    this.es.set(this.title().es ?? '');
  }

  protected label(locale: 'en' | 'es'): string {
    return `${this.i18n.t('studio.lesson.title')}, ${this.i18n.t(`editing.languages.${locale}`)}`;
  }

  protected write(set: (value: string) => void, value: string): void {
    set(value);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pass(), quiet);
  }

  /** What is half written goes back to what it was: a title is never empty. */
  protected finish(): void {
    this.pass();
    this.done.emit();
  }

  private pass(): void {
    clearTimeout(this.timer);
    const parsed = this.parsed();
    if (parsed.success) this.written.emit(parsed.data);
  }
}
