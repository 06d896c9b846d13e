/** Words of groups of learners in the studio. */
const en = {
  groups: {
    title: 'Groups',
    lede: 'A group finds courses that others do not. Learners join by its link, without an account, and leave when they like. You see how many they are, never who.',
    name: 'Name of a new group',
    nameError: 'Give the group a name of at most 100 characters',
    make: 'Make the group',
    made: 'The group “{{name}}” is there, with a link to join it.',
    size_one: '{{n}} person is in it.',
    size_other: '{{n}} people are in it.',
    few: 'Fewer than ten people are in it.',
    copy: 'Copy the link',
    copyOf: 'Copy the link of “{{name}}”',
    copied: 'The link is copied.',
    renew: 'Make another link',
    renewOf: 'Make another link for “{{name}}”',
    renewed: '“{{name}}” has another link. The old one lets nobody in any more; whoever is in it stays.',
    delete: 'Delete',
    deleteOf: 'Delete “{{name}}”',
    deleted: '“{{name}}” is deleted. You can bring it back for 30 days.',
    gone: 'Deleted. Its courses are not found by those who were in it. You can bring it back for 30 days.',
    restore: 'Bring it back',
    restoreOf: 'Bring “{{name}}” back',
    restored: '“{{name}}” is back, with everybody who was in it.',
    empty: 'No group yet',
    emptyBody:
      'Make one, send its link to the learners, and choose it in “About the course” of the courses that are for them.',
    failed: 'This was not done. Check the connection and try again.',
  },
};
export type GroupsWords = typeof en;
export default en;
