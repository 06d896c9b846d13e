/** The sections of each page, in their order, as the dictionary names them. */
export const sections = {
  about: ['why', 'courses', 'words', 'software'],
  privacy: ['kept', 'notKept', 'device', 'seen', 'erase', 'others'],
  accessibility: ['how', 'known', 'tell'],
} as const;
