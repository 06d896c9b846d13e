/** Words of the page that lists what is not saved yet. */
const en = {
  learning: {
    unsaved: {
      title: 'Not saved yet',
      lead: 'What you did that has not arrived here yet. It stays on this device until it has.',
      empty: 'Everything is saved',
      emptyHow: 'Nothing waits on this device. You can close this page.',
      list: 'Not saved yet',
      read: 'A lesson read to its end',
      renewal: 'A changed lesson gone through again',
      practice: 'Practice without a connection',
      note: 'Note at {{time}}',
      noteGone: 'Note at {{time}} deleted',
      other: 'Something you did in a course',
      since: 'Since {{time}}',
      page: 'In this page alone: this device has no room left. It is sent when the connection is back.',
      device: 'On this device. It is sent when the connection is back.',
      sending: 'Being sent.',
      failed: 'Not accepted: {{why}} It is kept on this device.',
      retry: 'Try again',
      download: 'Download as text',
      discard: 'Discard',
      discardAsk: 'Discard this for good? “{{what}}” will not be saved.',
      discarded: 'Discarded.',
    },
  },
};
export type UnsavedWords = typeof en;
export default en;
