/** Words of the preview of a course. */
const en = {
  preview: {
    title: 'Preview',
    lede: 'The course as a learner meets it. A throw-away learner goes through it: nothing that is done here counts anywhere, or stays.',
    what: 'What is shown',
    draft: 'The draft as it is now',
    release: 'Release {{n}}, {{date}}',
    language: 'Language',
    languages: { en: 'English', es: 'Español' },
    width: 'Width',
    widths: { phone: 'Phone', tablet: 'Tablet', full: 'Full width' },
    again: 'Start over',
    frame: 'The course as a learner meets it',
    loading: 'The preview is being made ready',
    begun: 'The preview begins anew, with another learner.',
    over: 'This preview is over',
    overBody: 'It lasts two hours. Start over with another learner.',
    failed: 'The preview could not begin',
    failedBody: 'Check the connection and try again. The course is unchanged.',
    retry: 'Try again',
  },
};

export default en;
export type PreviewWords = typeof en;
