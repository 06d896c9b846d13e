import { Component, inject, signal } from '@angular/core';
import { type Block } from '@haven/shared/contract';
import { Announcer } from '../announcer';
import { HvBackLink } from '../back-link';
import { type BlockWords, HvBlocks } from '../blocks/blocks';
import { HvBreadcrumbs } from '../breadcrumbs';
import { HvButton } from '../button';
import { HvCover } from '../cover/cover';
import { HvDialog } from '../dialog';
import { HvEmpty } from '../empty';
import { HvErrorSummary } from '../error-summary';
import { HvControl, HvField } from '../field';
import { HvIcon } from '../icon';
import { type IconName } from '../icon-names';
import { HvLoadError } from '../load-error';
import { HvLocaleNote } from '../locale-note';
import { HvNotice } from '../notice';
import { HvProgress } from '../progress';
import { HvSaveState } from '../save-state';
import { HvSkeleton } from '../skeleton';
import { HvTab, HvTabs } from '../tabs';
import { HvTag } from '../tag';
import { everyBlock } from './every-block';

/** Every part of the design system in every state. Development builds only, so its words need no dictionary. */
@Component({
  selector: 'hv-styleguide',
  imports: [
    HvBackLink,
    HvBlocks,
    HvBreadcrumbs,
    HvButton,
    HvControl,
    HvCover,
    HvDialog,
    HvEmpty,
    HvErrorSummary,
    HvField,
    HvIcon,
    HvLoadError,
    HvLocaleNote,
    HvNotice,
    HvProgress,
    HvSaveState,
    HvSkeleton,
    HvTab,
    HvTabs,
    HvTag,
  ],
  host: { class: 'wrap plain-page stack stack-loose' },
  templateUrl: './styleguide-page.html',
})
export class StyleguidePage {
  protected readonly announcer = inject(Announcer);
  protected readonly box = signal(false);
  protected readonly sheet = signal(false);
  protected readonly summary = signal(false);
  protected readonly blocks: readonly Block[] = everyBlock;
  protected readonly blockWords: BlockWords = {
    ...{ note: 'Note', important: 'Important', clause: 'From a policy' },
    ...{ moment: 'From the recording', resource: 'Read on', term: 'What it means', file: 'File' },
  };
  protected readonly seeds = [
    'sanctuary-in-cities',
    'schools-as-safe-places',
    'knowing-your-citys-policies',
    'a',
    'b',
    'c',
    'd',
    'e',
  ];
  protected readonly crumbs = [
    { label: 'Courses', link: '/courses' },
    { label: 'Sanctuary in cities', link: '/courses/sanctuary-in-cities' },
  ];
  protected readonly colours = ['ink', 'ink-soft', 'teal', 'teal-deep', 'lamp', 'good', 'bad'];
  protected readonly icons: readonly IconName[] = [
    'check',
    'play',
    'pause',
    'book',
    'film',
    'question',
    'captions',
    'expand',
    'chevron',
    'arrow-left',
    'arrow-right',
    'search',
    'alert',
    'info',
    'lock',
    'globe',
    'clock',
    'list',
    'close',
    'download',
    'edit',
    'flag',
    'menu',
  ];
  protected readonly resolve = (href: string) => (href === 'lesson:nowhere' ? null : { path: '/courses' });
}
