/** Words of the groups that somebody is in. */
const en = {
  groups: {
    title: 'My groups',
    joinOf: 'Join “{{name}}”',
    what: 'Whoever is in this group finds courses that are for it alone. You need no account: you join under a random key on this device. Nobody sees who is in the group, and you can leave at any time.',
    join: 'Join the group',
    joined: 'You are in “{{name}}”.',
    joinFailed: 'You are not in the group yet. Check the connection and press Join again.',
    courses: 'Courses of the group',
    noCourses: 'There is no course for this group yet.',
    toMine: 'My groups',
    unknown: 'This link leads to no group',
    unknownHow: 'It may have been replaced by another one. Ask whoever gave it to you.',
    none: 'You are in no group',
    noneHow: 'Whoever looks after a group has a link to join it.',
    leave: 'Leave “{{name}}”…',
    leaveHow:
      'You do not find the courses of this group any more then. What you did in them is kept, and is there again if you join again.',
    leaveNow: 'Leave the group',
    left: 'You are not in “{{name}}” any more.',
    leaveFailed: 'You are still in the group. Check the connection and try again.',
    loading: 'Your groups are loading',
    failed: 'This did not load',
  },
};
export type GroupWords = typeof en;
export default en;
