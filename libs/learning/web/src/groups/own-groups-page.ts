import { Component, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OwnGroup, type OwnGroups } from '@haven/identity/contract';
import { Announcer, HvButton, HvEmpty, HvLoadError, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { GroupCourses } from './group-courses';
import { OwnGroupsClient } from './own-groups-client';

/** The groups that this person is in, each with its courses, and the way out. */
@Component({
  selector: 'haven-own-groups-page',
  imports: [GroupCourses, HvButton, HvEmpty, HvLoadError, HvNotice, HvSkeleton, RouterLink],
  host: { class: 'wrap page' },
  template: `
    <h1 tabindex="-1" #heading>{{ i18n.t('learning.groups.title') }}</h1>
    @if (failed()) {
      <hv-notice tone="bad" role="alert">
        <p>{{ i18n.t('learning.groups.leaveFailed') }}</p>
      </hv-notice>
    }
    @if (known(); as known) {
      @for (group of known.items; track group.id) {
        <section class="lesson-group">
          <h2>{{ group.name }}</h2>
          <haven-group-courses [group]="group.id" />
          <p>
            <button
              class="link-button"
              type="button"
              [attr.aria-expanded]="leaving() === group.id"
              (click)="leaving.set(leaving() === group.id ? null : group.id)"
            >
              {{ i18n.t('learning.groups.leave', { name: group.name }) }}
            </button>
          </p>
          @if (leaving() === group.id) {
            <hv-notice tone="warn">
              <p>{{ i18n.t('learning.groups.leaveHow') }}</p>
              <p>
                <button hvButton="quiet" type="button" (click)="leave(group, heading)">
                  {{ i18n.t('learning.groups.leaveNow') }}
                </button>
              </p>
            </hv-notice>
          }
        </section>
      } @empty {
        <hv-empty [heading]="i18n.t('learning.groups.none')">
          <p>{{ i18n.t('learning.groups.noneHow') }}</p>
          <p>
            <a hvButton [routerLink]="i18n.path('/courses')">{{ i18n.t('learning.lesson.toCourses') }}</a>
          </p>
        </hv-empty>
      }
    } @else if (groups.error()) {
      <hv-load-error
        [heading]="i18n.t('learning.groups.failed')"
        [message]="i18n.t('learning.lesson.failedHow')"
        [retryLabel]="i18n.t('learning.lesson.retry')"
        (retry)="groups.reload()"
      />
    } @else {
      <hv-skeleton [lines]="5" [label]="i18n.t('learning.groups.loading')" />
    }
  `,
})
export class OwnGroupsPage {
  protected readonly i18n = inject(I18n);
  private readonly client = inject(OwnGroupsClient);
  private readonly announcer = inject(Announcer);
  protected readonly groups = this.client.groups();
  protected readonly known = linkedSignal<OwnGroups | null>(() =>
    this.groups.hasValue() ? this.groups.value() : null,
  );
  /** The group whose leaving is being asked about. */
  protected readonly leaving = signal<string | null>(null);
  protected readonly failed = signal(false);

  protected async leave({ id, name }: OwnGroup, heading: HTMLElement): Promise<void> {
    this.failed.set(false);
    try {
      this.known.set(await this.client.leave(id));
      this.leaving.set(null);
      this.announcer.say(this.i18n.t('learning.groups.left', { name }));
      // The button goes with its group.
      heading.focus();
    } catch {
      this.failed.set(true);
    }
  }
}
