/** Words of questions in lists: how they stand, and where they are used. */
const en = {
  bank: {
    state: {
      title: 'How it stands',
      draft: 'Draft',
      ready: 'Ready',
      draftBody: 'Nobody is asked a draft. A course with this quiz can be published once all its questions are ready.',
      readyBody: 'Learners are asked this question, as it stands here, once the course is published.',
      lacks: {
        evidence: 'It does not say where its answer stands. Without that it cannot be ready.',
        spanish: 'Some of it is missing in Spanish. It would be shown in English.',
      },
      call: 'It is ready',
      back: 'Make it a draft again',
      saidReady: 'The question is ready.',
      saidDraft: 'The question is a draft again.',
      unsaved: 'What you wrote is not saved yet. Mend what is marked above, then try again.',
      missing: 'Name above the lesson in which the answer stands, then try again.',
      stale: 'Somebody else has changed this question. Open it again to see it as it is now.',
      failed: 'It was not changed. Check the connection and try again.',
    },
  },
};
export type BankWords = typeof en;
export default en;
