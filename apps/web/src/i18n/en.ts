/** The words of the frame around every page. */
const en = {
  site: {
    skip: 'Skip to the content',
    home: 'Haven, home page',
    main: 'Main',
    courses: 'Courses',
    learning: 'My learning',
    studio: 'Studio',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: 'Signed in as {{name}}',
    switched: 'This page is now in English',
    version: {
      newer: 'There is a new version of Haven. What you did is kept.',
      unwritten:
        'Something you did could not be kept on this device and is not sent yet. It would be lost. Try again when there is a connection.',
      reload: 'Reload now',
      later: 'Later',
    },
    footer: 'About this site',
    about: 'About this site',
    privacy: 'Privacy: what we keep, in plain words',
    accessibility: 'Accessibility',
    notice: 'Haven teaches about public policy. It is not legal advice.',
    source:
      'Our courses start from “Sanctuary in cities”, a public page of the American Friends Service Committee, and are written anew. Each lesson names its sources.',
    tagline: 'Learn what makes a city safe.',
  },
};
export type SiteWords = typeof en;
export default en;
