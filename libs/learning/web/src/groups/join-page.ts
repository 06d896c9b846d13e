import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@haven/identity/web';
import { HvButton, HvEmpty, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, pageTitle, pageUnlisted, problemOf } from '@haven/shared/web';
import { GroupCourses } from './group-courses';
import { OwnGroupsClient } from './own-groups-client';

/** Where the link of a group leads: what joining is, and the button that does it. */
@Component({
  selector: 'haven-join-page',
  imports: [GroupCourses, HvButton, HvEmpty, HvLoadError, HvNotice, HvSkeleton, RouterLink],
  host: { class: 'wrap page' },
  template: `
    @if (shown(); as group) {
      <h1>{{ i18n.t('learning.groups.joinOf', { name: group.name }) }}</h1>
      @if (joined()) {
        <hv-notice tone="good">
          <p role="status">{{ i18n.t('learning.groups.joined', { name: group.name }) }}</p>
        </hv-notice>
        <h2>{{ i18n.t('learning.groups.courses') }}</h2>
        <haven-group-courses [group]="group.id" />
        <p>
          <a [routerLink]="i18n.path('/me/groups')">{{ i18n.t('learning.groups.toMine') }}</a>
        </p>
      } @else {
        <p class="lede">{{ i18n.t('learning.groups.what') }}</p>
        @if (failed()) {
          <hv-notice tone="bad" role="alert">
            <p>{{ i18n.t('learning.groups.joinFailed') }}</p>
          </hv-notice>
        }
        <p class="page-act">
          <button hvButton type="button" [attr.aria-busy]="busy()" (click)="join()">
            {{ i18n.t('learning.groups.join') }}
          </button>
        </p>
      }
    } @else if (unknown()) {
      <hv-empty [level]="1" [heading]="i18n.t('learning.groups.unknown')">
        <p>{{ i18n.t('learning.groups.unknownHow') }}</p>
        <p>
          <a hvButton [routerLink]="i18n.path('/courses')">{{ i18n.t('learning.lesson.toCourses') }}</a>
        </p>
      </hv-empty>
    } @else if (offer.error()) {
      <hv-load-error
        [level]="1"
        [heading]="i18n.t('learning.groups.failed')"
        [message]="i18n.t('learning.lesson.failedHow')"
        [retryLabel]="i18n.t('learning.lesson.retry')"
        (retry)="offer.reload()"
      />
    } @else {
      <hv-skeleton [lines]="4" [label]="i18n.t('learning.groups.loading')" />
    }
  `,
})
export class JoinPage {
  readonly code = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(OwnGroupsClient);
  private readonly session = inject(SessionStore);
  protected readonly offer = this.client.offer(this.code);
  protected readonly busy = signal(false);
  protected readonly failed = signal(false);
  private readonly done = signal(false);

  protected readonly shown = computed(() => (this.offer.hasValue() ? this.offer.value() : null));
  protected readonly joined = computed(() => this.done() || !!this.shown()?.joined);
  // A code that no group could have is refused as invalid: to a reader that is the same as not there.
  protected readonly unknown = computed(() =>
    ['not-found', 'invalid'].includes(problemOf(this.offer.error())?.code ?? ''),
  );

  constructor() {
    pageTitle(() => {
      const group = this.shown();
      if (group) return this.i18n.t('learning.groups.joinOf', { name: group.name });
      return this.unknown() ? this.i18n.t('learning.groups.unknown') : null;
    });
    pageUnlisted(() => true);
  }

  protected async join(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(false);
    try {
      await this.client.join(this.code());
      this.done.set(true);
      // A visitor has become a guest by it.
      await this.session.reload();
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(false);
    }
  }
}
