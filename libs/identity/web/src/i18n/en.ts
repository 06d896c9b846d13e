/** Words of signing in and out. */
const en = {
  identity: {
    signIn: {
      title: 'Sign in',
      lede: 'For people who make and look after Haven’s courses. Learning needs no account.',
      learn: 'See the courses',
      email: 'E-mail address',
      password: 'Password',
      show: 'Show password',
      shown: 'The password is shown.',
      hidden: 'The password is hidden.',
      submit: 'Sign in',
      sending: 'Signing in…',
    },
    errors: {
      heading: 'There is a problem',
      email: 'Enter an e-mail address, like name@example.org',
      password: 'Enter your password',
      passwordLong: 'The password is at most 200 characters long',
      wrong: 'No account has this e-mail address with this password. Check both and try again.',
      tries: 'There were too many tries. Try again from {{time}}.',
      offline:
        'Haven cannot be reached. Check the connection, then choose Sign in again. What you typed is still here.',
      failed: 'Something went wrong on our side. Choose Sign in again in a minute.',
    },
    signOut: {
      unsent:
        'Some of your work is only on this device and was not sent yet. Signing out removes it. Sign out all the same?',
    },
  },
};
export type IdentityWords = typeof en;
export default en;
