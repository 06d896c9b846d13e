import { Component, computed, inject, input } from '@angular/core';
import { type Change, CompletionRule } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { inWords } from './releases/when';
import { textDiff } from './text-diff';

/** Texts that are read as one, with what was changed in them. */
const woven: ReadonlySet<Change['what']> = new Set([
  ...(['title', 'summary', 'module', 'text', 'prompt', 'option', 'explanation', 'outcomes'] as const),
]);

/** Values of rules that have words. */
const worded = /^(true|false|submit|pass|never|free|sequential|public|link|groups|cities|schools|policy)$/;

/** A rule for completion in a change; that of a question, which is its kind or its evidence, is none. */
function ruleIn(value: string): CompletionRule | null {
  if (!value.startsWith('{')) return null;
  const rule = CompletionRule.safeParse(JSON.parse(value));
  return rule.success ? rule.data : null;
}

function ruleWords(i18n: I18n, rule: CompletionRule): string {
  if (rule.kind !== 'watch') return i18n.t(`releases.rule.${rule.kind}`);
  return i18n.t(`releases.rule.${rule.unproven ? 'unproven' : 'watch'}`, { required: i18n.number(rule.required) });
}

/** One difference for readers: woven together where a text was edited, else what was and what is now. */
@Component({
  selector: 'haven-change',
  host: { class: 'change' },
  template: `
    <h4 class="change-what">{{ what() }}</h4>
    @if (pieces(); as pieces) {
      <p class="change-text" [attr.lang]="lang()">
        @for (piece of pieces; track $index) {
          @switch (piece.kind) {
            @case ('removed') {
              <del
                ><span class="visually-hidden">{{ i18n.t('studio.publish.removed') }} </span>{{ piece.text
                }}<span class="visually-hidden"> {{ i18n.t('studio.publish.endRemoved') }} </span></del
              >
            }
            @case ('added') {
              <ins
                ><span class="visually-hidden">{{ i18n.t('studio.publish.added') }} </span>{{ piece.text
                }}<span class="visually-hidden"> {{ i18n.t('studio.publish.endAdded') }} </span></ins
              >
            }
            @case ('gap') {
              <span class="change-gap" [title]="i18n.t('studio.publish.unchanged')">{{ piece.text }}</span>
            }
            @default {
              <ng-container>{{ piece.text }}</ng-container>
            }
          }
        }
      </p>
    } @else {
      <dl class="was-now">
        <div>
          <dt>{{ i18n.t('studio.publish.was') }}</dt>
          <dd [attr.lang]="lang()">
            @if (change().before; as before) {
              <del>{{ said(before) }}</del>
            } @else {
              {{ i18n.t('studio.publish.nowhere') }}
            }
          </dd>
        </div>
        <div>
          <dt>{{ i18n.t('studio.publish.now') }}</dt>
          <dd [attr.lang]="lang()">
            @if (change().after; as after) {
              <ins>{{ said(after) }}</ins>
            } @else {
              {{ i18n.t('studio.publish.nowhere') }}
            }
          </dd>
        </div>
      </dl>
    }
  `,
})
export class ChangeView {
  readonly change = input.required<Change>();
  protected readonly i18n = inject(I18n);

  protected readonly what = computed(() => {
    const { what, locale } = this.change();
    const name = this.i18n.t(`studio.publish.what.${what}`);
    return locale
      ? this.i18n.t('studio.publish.inLocale', { what: name, language: this.i18n.t(`editing.languages.${locale}`) })
      : name;
  });
  protected readonly lang = computed(() => (this.change().locale === this.i18n.locale() ? null : this.change().locale));
  protected readonly pieces = computed(() => {
    const { what, before, after } = this.change();
    return before && after && woven.has(what) ? textDiff(before, after) : null;
  });

  protected said(value: string): string {
    const { what } = this.change();
    if (what === 'recording') return this.i18n.t('releases.file', { n: value });
    if (what === 'reviewedOn') return this.i18n.date(value);
    if (what === 'opens' || what === 'closes') return inWords(this.i18n, value);
    const rule = what === 'rule' ? ruleIn(value) : null;
    if (rule) return ruleWords(this.i18n, rule);
    const ofRule = this.change().locale === null && worded.test(value);
    return ofRule ? this.i18n.t(`studio.publish.values.${value}`) : value;
  }
}
