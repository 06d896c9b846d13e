/** Words of writing: saving by itself, and conflicts. */
const en = {
  editing: {
    /** The languages, by their names in this one. */
    languages: { en: 'English', es: 'Spanish' },
    state: {
      unchanged: 'Everything is saved',
      saved: 'Saved {{time}}',
      typing: 'Typing…',
      sending: 'Saving…',
      device: 'Kept on this device. It is sent when the connection is back.',
      memory: 'Not saved, and this device cannot keep it. Do not close this page.',
      invalid: 'Not saved yet: something here needs mending. Kept on this device.',
      refused: 'Not saved: something here needs mending. Kept on this device.',
      signedOut: 'Not saved: your session has ended. Kept on this device.',
      gone: 'Not saved: this no longer exists, or is no longer yours to edit. Kept on this device.',
      conflict: 'Not saved: somebody else changed this',
    },
    signIn: 'Sign in again',
    save: 'Save now',
    leave: 'Some of what you wrote here is not saved in Haven yet. Leave this page all the same?',
    conflict: {
      heading: 'Somebody else saved this while you were writing',
      body: 'Nothing is lost. Compare the two, and choose which one goes on. The other stays on this page for you to copy from.',
      mine: 'Yours',
      theirs: 'Theirs',
      keep: 'Keep mine',
      take: 'Take theirs',
      empty: '(empty)',
    },
    aside: {
      heading: 'The text that was not chosen',
      body: 'Copy from it what you still need. It goes away when you leave this page.',
      done: 'Put it away',
    },
    errors: { heading: 'There is a problem', line: 'Line {{line}}: {{message}}' },
  },
};
export type EditingWords = typeof en;
export default en;
