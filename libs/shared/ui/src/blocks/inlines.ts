import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Inline } from '@haven/shared/contract';

/** Where a `lesson:name` link leads, or null where there is no such lesson: then the words stay and the link goes. */
export type ResolveLesson = (href: string) => { path: string; query?: Record<string, string> } | null;

/** Runs of text with their marks. The template lets no white space in: between runs there is only what the author typed. */
@Component({
  selector: 'hv-inlines',
  imports: [NgTemplateOutlet, RouterLink],
  template: `
    @for (run of items(); track $index) {
      @if (run.inside; as to) {
        <a [routerLink]="to.path" [queryParams]="to.query"
          ><ng-container *ngTemplateOutlet="words; context: { $implicit: run }"
        /></a>
      } @else if (run.outside) {
        <a [href]="run.outside" rel="noreferrer"
          ><ng-container *ngTemplateOutlet="words; context: { $implicit: run }"
        /></a>
      } @else {
        <ng-container *ngTemplateOutlet="words; context: { $implicit: run }" />
      }
    }
    <ng-template #words let-run>
      @if (run.strong && run.em) {
        <strong
          ><em>{{ run.text }}</em></strong
        >
      } @else if (run.strong) {
        <strong>{{ run.text }}</strong>
      } @else if (run.em) {
        <em>{{ run.text }}</em>
      } @else {
        <ng-container>{{ run.text }}</ng-container>
      }
    </ng-template>
  `,
})
export class HvInlines {
  readonly runs = input.required<readonly Inline[]>();
  readonly resolve = input.required<ResolveLesson>();

  protected readonly items = computed(() =>
    this.runs().map((run) => {
      const href = run.marks?.find((mark) => mark.type === 'link')?.attrs.href ?? '';
      return {
        text: run.text,
        strong: run.marks?.some((mark) => mark.type === 'strong') ?? false,
        em: run.marks?.some((mark) => mark.type === 'em') ?? false,
        inside: href.startsWith('lesson:') ? this.resolve()(href) : null,
        outside: /^(https?:\/\/|mailto:)/.test(href) ? href : null,
      };
    }),
  );
}
