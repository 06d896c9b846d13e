const en = {
  pages: {
    missing: {
      title: 'There is no page here',
      lede: 'The address may have a typing error, or the page may have moved. Nothing you did is lost.',
      courses: 'All courses',
      home: 'Home page',
    },
    about: {
      title: 'About this site',
      lede: 'Haven is a place to learn how cities, counties and schools can keep everyone safe who lives, works and learns there.',
      why: {
        title: 'Why it exists',
        text: 'More than 350 cities, counties and other jurisdictions have policies about what their officials do, and do not do, when immigration enforcement asks for help. Police officers and other members of the community have asked for such policies, because trust keeps everyone safer.\nThese courses explain what the policies say, how three cities came to theirs, and how you can start in your own.',
      },
      courses: {
        title: 'How the courses are made',
        text: 'The starting point is “Sanctuary in cities”, a public page of the American Friends Service Committee. The facts carry over and the words are our own. Each lesson names its sources, and each course says on which day it was last reviewed.\nThe webinar recording is synthetic: its slides are drawn and its voice is made by a computer. It says so in the picture and in the text.\nThe courses teach about public policy. They are not legal advice.',
      },
      words: {
        title: 'Two languages',
        text: 'Everything is in English and in Spanish. You can switch in the middle of a lesson or a quiz and lose nothing. Where a part has not been translated, the page says so.',
      },
      software: {
        title: 'The software',
        text: 'Haven is open source under the Apache licence 2.0. The organization that runs this site decides what is published here and answers for it. The letters are Atkinson Hyperlegible Next, made by the Braille Institute for readers with low vision. The icons are from Lucide.',
      },
    },
    privacy: {
      title: 'What we keep, in plain words',
      lede: 'We can’t lose, sell or hand over what we don’t keep. So we keep little, and here is all of it.',
      kept: {
        title: 'What we keep',
        text: 'If you only look around: nothing.\nWhen you start a course without an account, we keep:\n- a random number that stands for you, and nothing that says who you are\n- which lessons you completed and when, which parts of a recording you watched, and your answers in quizzes\n- until when this device’s key is good\nIf you have an account, we also keep your name as you wrote it, your e-mail address, encrypted, and your password in a form that cannot be turned back.',
      },
      notKept: {
        title: 'What we never keep',
        text: '- your IP address\n- which browser or device you use\n- your nationality, immigration status, address or date of birth. We do not ask, anywhere\n- where you came from or where you go next',
      },
      device: {
        title: 'What is on your device',
        text: 'When you start a course or sign in, your browser gets one cookie: a random key, so that your progress is yours when you come back. No cookie before that, and none for advertising or counting.\nWhat you do without a connection waits on your device until it can be sent. Signing out takes it away, with everything else of yours on this device. It asks first if something has not been sent.\nOn a device that others use too, sign out when you are done. Without an account, clear this site’s data in the browser.',
      },
      seen: {
        title: 'Who can see it',
        text: 'You. The people who run this site’s server could look at what is stored, and that is all they would find. No one is shown what a single person watched or answered.',
      },
      erase: {
        title: 'Taking it away, and erasing it',
        text: 'A button to take everything with you, and one to erase it all, are being built. They are not here yet.\nUntil then, write to the organization that runs this site and ask. If you learned without an account, you can cut the tie yourself: clear this site’s data in your browser. What is left is progress under a random number that no one, not even we, can connect to you.',
      },
      others: {
        title: 'Others',
        text: 'Our pages load nothing from anyone else: no fonts, no maps, no counting, no video from elsewhere. A link that leads to another site does not tell that site where you came from.',
      },
    },
    accessibility: {
      title: 'Accessibility',
      lede: 'Everyone should be able to use Haven. We work to WCAG 2.2, level AA, and beyond it where we can.',
      how: {
        title: 'What you can count on',
        text: '- Everything works with a keyboard alone, and the focus can be seen\n- Recordings have reviewed captions, and a transcript that counts as watching\n- Text has a contrast of at least 7 to 1, in the light and in the dark theme\n- Buttons and links are large enough for a thumb\n- Nothing moves unless you make it move, and less still if your system asks for that\n- Words first: no color or icon says anything alone',
      },
      known: {
        title: 'What we know is missing',
        text: 'The recording has no separate audio description: the voice says what the slides show. We test with automated tools and a keyboard on every change. We have not yet tested enough with people who use screen readers every day.',
      },
      tell: {
        title: 'If something stands in your way',
        text: 'Tell the organization that runs this site what you tried to do and what happened. You do not need to know what the fault is called.',
      },
    },
  },
};
export type PagesWords = typeof en;
export default en;
