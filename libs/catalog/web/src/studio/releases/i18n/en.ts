/** Words of releases: when they are seen, what is planned, going back, and how two of them differ. */
const en = {
  releases: {
    when: {
      legend: 'When',
      now: 'Now',
      later: 'At a time',
      date: 'Date',
      time: 'Time',
      from: 'Learners see it from {{time}} on. This is the time zone of your device.',
      errors: {
        missing: 'Say on which day and at what time learners are to see it',
        passed: 'Choose a time that is still to come',
        far: 'Choose a time within a year from now',
      },
    },
    planned: {
      title: 'Planned',
      from: 'Learners see it from {{time}} on.',
      outcome_one:
        'What you publish is newer than what is planned. If you publish now or for an earlier time, release {{numbers}} is cancelled; for a later time, it comes first and yours follows.',
      outcome_other:
        'What you publish is newer than what is planned. Of releases {{numbers}}, those that are planned for the same time or later are cancelled; those before it come first and yours follows.',
      change: 'Change the time…',
      changeOf: 'Change the time of release {{n}}…',
      cancel: 'Cancel it',
      cancelOf: 'Cancel release {{n}}',
      save: 'Save the time',
      keep: 'Leave it as it is',
      moved: 'Release {{n}} is planned for {{time}}.',
      now: 'Release {{n}} is published. Everyone sees it now.',
      cancelled: 'Release {{n}} is cancelled. It stays in the history and can be released again.',
      order:
        'Nothing was changed. Release {{n}} is planned too, and releases follow each other by their numbers: choose a time on the other side of it, or cancel it first.',
      late: 'Nothing was changed: this release is not planned any more. Below is how it stands now.',
      failed: 'Nothing was changed. Check the connection and try again.',
    },
    issue: {
      plan: 'Plan release {{n}}',
      planning: 'Planning…',
      planned: 'Release {{n}} is planned',
      plannedBody:
        'Learners see it from {{time}} on. Until then you can change the time or cancel it, here and in the history.',
    },
    history: {
      compare: 'Compare with what readers see now',
      compareOf: 'Compare release {{n}} with what readers see now',
      compareAny: 'Compare two releases',
      again: 'Release this again…',
      againOf: 'Release number {{n}} again…',
      source: 'Shows again what release {{n}} showed.',
      from: 'Seen from {{time}} on',
      more: 'Show older releases',
      state: { planned: 'Planned', current: 'What readers see now', past: '', cancelled: 'Cancelled, never seen' },
    },
    again: {
      title: 'Release number {{n}} again',
      lede: 'Learners then see exactly what they saw in release {{source}}: the same texts, the same file of each recording, the same version of each quiz. It gets the number {{n}}. Your draft stays as it is.',
      changes: 'What learners will see differently',
      same: 'Nothing would change',
      sameBody: 'Learners already see exactly what release {{n}} showed.',
      stopped: 'Before you can release it',
      submit: 'Publish as release {{n}}',
      moved:
        'Something was published or planned since you opened this page, so nothing was published. Below is the new review: read it, then publish.',
      draft: 'The draft is not changed by this.',
    },
    compare: {
      title: 'Compare two releases',
      lede: 'How the second differs from the first, for a reader.',
      from: 'First',
      to: 'Second',
      option: 'Release {{n}}, {{date}}',
      swap: 'Turn around',
      none: 'For a reader both are the same',
      noneBody: 'No text, no order and no rule differs between release {{from}} and release {{to}}.',
      changes_one: '{{n}} difference',
      changes_other: '{{n}} differences',
      one: 'There is one release only',
      oneBody: 'As soon as there is a second one, the two can be compared here.',
    },
    rule: {
      read: 'Read to the end',
      watch: 'Watch {{required}} %',
      unproven: 'Watch {{required}} %, also without a connection',
      pass: 'Pass the quiz',
    },
    file: 'File {{n}}',
  },
};
export type ReleaseWords = typeof en;
export default en;
