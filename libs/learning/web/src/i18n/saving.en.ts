/** Words for what is saved, what is not yet, and why. */
const saving = {
  save: {
    see: 'See what is not saved',
    saved: 'Saved {{time}}',
    nothing: 'Everything is saved',
    sending: 'Saving as you go',
    sendingSince: 'Saving as you go. Last saved {{time}}',
    device: 'Kept on this device since {{time}}: {{what}}. It is sent when the connection is back.',
    page: 'This device has no room left for {{what}}. Keep this page open until the connection is back.',
    what: {
      watch_one: 'what you watched',
      watch_other: 'what you watched',
      'transcript-read_one': 'a transcript read',
      'transcript-read_other': '{{n}} transcripts read',
      'lesson-read_one': 'a lesson read',
      'lesson-read_other': '{{n}} lessons read',
      practice_one: 'a practice quiz',
      practice_other: '{{n}} practice quizzes',
      note_one: 'a note',
      note_other: '{{n}} notes',
      response_one: 'an answer',
      response_other: '{{n}} answers',
    },
    failed: 'Not accepted, kept on this device: {{why}}',
    reason: {
      'not-found': 'this no longer exists.',
      'attempt-closed': 'the attempt is closed.',
      invalid: 'it was not understood. Load the page again.',
      other: 'load the page again to try once more.',
    },
    back: 'Everything is saved again.',
  },
};
export type SavingWords = typeof saving;
export default saving;
