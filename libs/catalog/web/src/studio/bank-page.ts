import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type BankQuestion, type BankQuestions } from '@haven/assessment/contract';
import { BankRow, kinds, QuizStudioClient } from '@haven/assessment/web/studio';
import { HvButton, HvControl, HvEmpty, HvField, HvIcon, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { Trouble } from './trouble';

const states = ['draft', 'ready'] as const;

/** Every question that this person may edit, in whichever quiz it stands, narrowed by what the address says. */
@Component({
  selector: 'haven-bank-page',
  imports: [BankRow, HvButton, HvControl, HvEmpty, HvField, HvIcon, HvNotice, HvSkeleton, RouterLink, Trouble],
  templateUrl: './bank-page.html',
  host: { class: 'studio studio-course' },
})
export class BankPage {
  readonly q = input<string>();
  readonly tag = input<string>();
  readonly state = input<string>();
  readonly kind = input<string>();
  readonly after = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly router = inject(Router);
  private readonly client = inject(QuizStudioClient);
  protected readonly states = states;
  protected readonly kinds = kinds;

  /** The address as asked, without what no filter offers: an old or mistyped link still shows questions. */
  protected readonly filter = computed(() => ({
    q: (this.q() ?? '').trim().slice(0, 100),
    tag: (this.tag() ?? '').trim().slice(0, 40),
    state: states.find((state) => state === this.state()) ?? '',
    kind: kinds.find((kind) => kind === this.kind()) ?? '',
    after: this.after() ?? '',
  }));
  protected readonly filtered = computed(() => Object.values(this.filter()).some(Boolean));
  protected readonly questions = this.client.bank(this.filter);
  /** The last answer stays while the next one comes, and while the server cannot be reached in between. */
  protected readonly shown = linkedSignal<BankQuestions | undefined, BankQuestions | undefined>({
    source: () => (this.questions.hasValue() ? this.questions.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly tags = computed(() => this.shown()?.tags ?? []);
  protected readonly copyFailed = signal(false);

  protected search(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    const entries = [...new FormData(form).entries()].filter(([, value]) => value !== '');
    void this.router.navigate([this.i18n.path('/studio/questions')], { queryParams: Object.fromEntries(entries) });
  }

  /** A copy at the end of the same quiz, and its editor. */
  protected async copy({ id, uses }: BankQuestion): Promise<void> {
    const use = uses.find(({ drawn }) => !drawn);
    this.copyFailed.set(false);
    try {
      const { id: question } = await this.client.copy(id);
      if (use) await this.router.navigate([this.i18n.path(use.link)], { queryParams: { question } });
    } catch {
      this.copyFailed.set(true);
    }
  }
}
