/** Words of deleting a course and bringing it back. */
const deletion = {
  deletion: {
    title: 'Delete the course',
    hint: 'Nobody has seen it yet. For 30 days it can be brought back.',
    hintPublic: 'Learners will not see it any more. It can be brought back as it is now.',
    notYours: 'Learners see this course or are going to, so only an editor can delete it.',
    do: 'Delete the course…',
    heading: 'Delete this course?',
    body: '“{{title}}” goes with its lessons. You find it under “Deleted courses” for 30 days; then it is gone for good.',
    bodyPublic:
      'Learners stop seeing “{{title}}” at once. What they completed stays theirs. You find the course under “Deleted courses” and can bring it back as it is now.',
    yes: 'Yes, delete it',
    no: 'No, keep it',
    failed: 'The course was not deleted. It may have changed meanwhile: load the page again.',
    offline: 'Haven cannot be reached, so the course was not deleted.',
    done: '“{{title}}” is deleted.',
    undo: 'Undo',
    list: 'Deleted courses',
    none: 'There are none.',
    gone: 'Deleted on {{date}}. It can be brought back until {{gone}}. Its address, {{slug}}, is kept for it until then.',
    kept: 'Deleted on {{date}}. It is kept, because learners had seen it. Its address is {{slug}}.',
    back: 'Bring back',
    backOf: 'Bring back “{{title}}”',
    restored: '“{{title}}” is back.',
    notRestored: 'The course was not brought back. Try again; if it is not in the list any more, it is gone for good.',
  },
};
export type DeletionWords = typeof deletion;
export default deletion;
