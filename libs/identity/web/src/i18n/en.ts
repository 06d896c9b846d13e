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
      title: 'Sign out of Haven',
      unsent_one: 'One thing you did is only on this device, since {{time}}. It was not sent yet.',
      unsent_other: '{{n}} things you did are only on this device, the oldest since {{time}}. They were not sent yet.',
      downloads_one: 'One download, about {{size}} MB, goes from this device.',
      downloads_other: '{{n}} downloads, about {{size}} MB, go from this device.',
      shared: 'Signing out takes everything of yours off this device, so that the next person finds nothing of it.',
      notSent: 'It could not be sent. Check the connection and try again, or stay signed in.',
      unreachable: 'Signing out needs a connection. Nothing was removed.',
      send: 'Send first, then sign out',
      discard: 'Sign out and discard',
      end: 'Sign out',
      stay: 'Stay signed in',
    },
  },
};
export type IdentityWords = typeof en;
export default en;
