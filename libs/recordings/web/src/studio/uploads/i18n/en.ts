/** Words of uploading. They also show outside the studio, wherever the tray is. */
const en = {
  recordings: {
    studio: {
      zone: {
        heading: 'Upload recordings',
        body: 'Drop video or audio files here, or choose them. They go on uploading while you work elsewhere in Haven.',
        choose: 'Choose files',
        language: 'Language that is spoken',
        limit: 'Up to {{limit}} a file. You may still upload {{left}}.',
        added_one: '{{n}} file is on its way. The list of uploads is at the end of the page.',
        added_other: '{{n}} files are on their way. The list of uploads is at the end of the page.',
        notBegun:
          'Nothing was uploaded, because Haven cannot be reached. Check the connection, then choose the files again.',
        others: 'Not uploaded, because this is neither video nor audio: {{names}}',
        captions:
          'Not uploaded: {{names}}. Captions and transcripts belong to a recording: open it, then choose Captions and bring the file in there.',
      },
      uploads: {
        heading: 'Uploads',
        sum: 'Uploads: {{done}} of {{all}} done',
        show: 'Show',
        hide: 'Hide',
        clear: 'Clear what is done',
        progress: 'Upload of {{name}}',
        of: '{{sent}} of {{size}}',
        speed: '{{speed}} a second',
        left: {
          moment: 'less than a minute left',
          minutes_one: 'about {{n}} minute left',
          minutes_other: 'about {{n}} minutes left',
          hours_one: 'about {{n}} hour left',
          hours_other: 'about {{n}} hours left',
        },
        phase: {
          waiting: 'Waiting for its turn',
          sending: 'Uploading',
          paused: 'Paused',
          offline: 'Haven cannot be reached right now. It goes on by itself.',
          choose: 'Not finished. Choose the same file again, and it goes on where it stopped.',
          twin: 'Paused: the same file is here already.',
          stopped: 'Stopped',
          done: 'Uploaded',
        },
        stopped: {
          'too-large':
            'This file is larger than this server takes. Export it smaller, at 1080p or less, and upload that.',
          'quota-used-up':
            'Your share of the room for recordings is used up. Delete recordings that nobody uses, or ask an administrator for more.',
          'no-room': 'There is no room left on the server. Ask whoever runs it to make room, then try again.',
          'not-staff': 'Your account may not upload recordings. Ask an administrator.',
          'signed-out': 'Your session has ended. Sign in again, then continue: nothing is lost.',
          gone: 'The server has given this upload up, because it waited too long. Try again: it begins anew.',
          'not-cancelled': 'This could not be cancelled, because Haven cannot be reached. Try again.',
          failed: 'The server did not take this file. Try again; if it stays so, tell whoever runs the server.',
        },
        pause: 'Pause',
        resume: 'Continue',
        retry: 'Try again',
        cancel: 'Cancel',
        dismiss: 'Remove from the list',
        named: ': {{name}}',
        choose: 'Choose the file',
        another: 'That is another file. This one is called {{name}} and has {{size}}.',
        twin: 'The same file is here already, as “{{title}}”.',
        openTwin: 'Open it',
        anyway: 'Upload anyway',
        open: 'Open the recording',
        openReplacement: 'Look at the replacement',
        signIn: 'Sign in',
        said: {
          quarter: '{{name}}: {{n}} per cent uploaded',
          done: '{{name}} is uploaded.',
          stopped: '{{name}} has stopped: {{why}}',
        },
        sure: {
          heading: 'Cancel this upload?',
          body: 'What has been sent of {{name}} is thrown away. This cannot be undone.',
          yes: 'Cancel the upload',
          no: 'Keep uploading',
          close: 'Close',
        },
      },
    },
  },
};
export type UploadWords = typeof en;
export default en;
