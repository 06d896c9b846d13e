/** What stands in the way of publishing or is worth a look, and what is due. */
const findings = {
  finding: {
    'no-lessons': '“{{title}}” has no lessons yet',
    'empty-module': 'The module “{{title}}” has no lessons',
    'empty-lesson': '“{{title}}” has no text',
    'recording-not-playable': 'The recording in “{{title}}” cannot be played',
    'no-reviewed-captions': 'The recording in “{{title}}” has no reviewed captions',
    'no-questions': '“{{title}}” has no questions',
    'no-evidence': 'A question in “{{title}}” does not say where its answer stands',
    'draft-question': 'A question in “{{title}}” is still a draft',
    'short-draw': '“{{title}}” draws more questions of a tag than there are',
    'broken-link': 'A link in “{{title}}” leads to a lesson that is not there',
    'broken-moment': 'A moment in “{{title}}” is not in a recording of this course',
    'missing-translation': '“{{title}}” is missing in Spanish',
    'stale-translation': 'The Spanish of “{{title}}” is older than the English',
    'translation-not-ready': 'Learners will be shown no Spanish: “{{title}}” is not ready in it',
    'closes-before-it-opens': '“{{title}}” closes before it opens',
    'needs-itself': '“{{title}}” would have to be completed before it can begin: take a course to complete first out',
    'needs-unpublished': 'The course “{{title}}”, to be completed first, is not published',
    'no-groups': '“{{title}}” is for groups alone, and no group is chosen',
    'old-review': '“{{title}}” was last reviewed more than a year ago',
  },
  review: {
    old: 'Last reviewed on {{date}}, more than a year ago.',
    look: 'Review it',
    lookOf: 'Review “{{title}}”',
  },
};
export type FindingWords = typeof findings;
export default findings;
