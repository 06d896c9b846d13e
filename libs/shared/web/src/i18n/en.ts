/** Interface words that every page may need. Words of one domain live in that domain's own dictionary. */
const en = {
  name: 'Haven',
  languages: { en: 'English', es: 'Español' },
  list: { separator: ' · ' },
  units: {
    minutes_one: '{{n}} minute',
    minutes_other: '{{n}} minutes',
    lessons_one: '{{n}} lesson',
    lessons_other: '{{n}} lessons',
    modules_one: '{{n}} module',
    modules_other: '{{n}} modules',
    questions_one: '{{n}} question',
    questions_other: '{{n}} questions',
  },
  error: { titlePrefix: 'Error: {{title}}' },
};
export type Dictionary = typeof en;
export default en;
