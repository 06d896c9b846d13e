/** Words of the question editor. They stand below those of the editing kit. */
const en = {
  editing: {
    question: {
      kind: 'How many answers are right?',
      single: 'One',
      multiple: 'Several',
      prompt: 'Question',
      options: 'Answers',
      optionsHint: 'Mark what is right. Learners never see the marks before they have answered.',
      right: 'Answer {{n}} is right',
      option: 'Answer {{n}}',
      remove: 'Remove',
      removeOption: 'Remove answer {{n}}',
      removed: 'Answer {{n}} is removed.',
      add: 'Add an answer',
      added: 'Answer {{n}} is added.',
      explanation: 'Why',
      explanationHint: 'Shown after the quiz: why the right answer is right.',
      evidence: 'Where the answer stands',
      evidenceHint: 'A lesson, like lesson:three-rules. For a recording add the second: lesson:webinar?t=125.',
      optional: '(may stay empty)',
      errors: {
        prompt: 'Write the question in English',
        option: 'Write answer {{n}} in English, or remove it',
        explanation: 'Say in English why the right answer is right',
        two: 'A question needs at least two answers',
        twelve: 'A question has at most twelve answers',
        oneRight: 'Mark exactly one answer as right',
        someRight: 'Mark at least one answer as right',
        evidence: 'Write where the answer stands like lesson:three-rules or lesson:webinar?t=125',
        long: 'Shorten this text: at most {{most}} characters',
      },
    },
  },
};
export type QuestionWords = typeof en;
export default en;
