import { type Routes } from '@angular/router';
import { assessmentWords } from '@haven/assessment/web';
import { recordingsWords } from '@haven/recordings/web/words';
import { type Dictionaries, withDictionary } from '@haven/shared/web';

const words: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
const unsavedWords: Dictionaries = { en: () => import('./i18n/unsaved.en'), es: () => import('./i18n/unsaved.es') };

const withWords = [withDictionary(words), withDictionary(recordingsWords), withDictionary(assessmentWords)];

/** Everything under `/learn`. One route for each page in all languages, so that switching keeps what is on the page alive. */
export const learningRoutes: Routes = [
  {
    path: '',
    canActivate: withWords,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'learning.mine.title',
        loadComponent: () => import('./my-learning-page').then((m) => m.MyLearningPage),
      },
      {
        path: ':course',
        loadComponent: () => import('./course/course-frame').then((m) => m.CourseFrame),
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./course/course-progress-page').then((m) => m.CourseProgressPage),
          },
          { path: ':lesson', loadComponent: () => import('./lesson/lesson-page').then((m) => m.LessonPage) },
          {
            path: ':lesson/attempt/:id',
            loadComponent: () => import('./attempt/attempt-frame').then((m) => m.AttemptFrame),
            children: [
              { path: 'q/:n', loadComponent: () => import('./attempt/question-page').then((m) => m.QuestionPage) },
              { path: 'check', loadComponent: () => import('./attempt/check-page').then((m) => m.CheckPage) },
              { path: 'result', loadComponent: () => import('./attempt/result-page').then((m) => m.ResultPage) },
            ],
          },
        ],
      },
    ],
  },
];

/** What belongs to one person and is no course, under `/me`. */
export const ownRoutes: Routes = [
  {
    path: '',
    canActivate: withWords,
    children: [
      {
        path: 'downloads',
        title: 'learning.downloads.title',
        loadComponent: () => import('./downloads/downloads-page').then((m) => m.DownloadsPage),
      },
      {
        path: 'groups',
        title: 'learning.groups.title',
        loadComponent: () => import('./groups/own-groups-page').then((m) => m.OwnGroupsPage),
      },
      {
        path: 'unsaved',
        canActivate: [withDictionary(unsavedWords)],
        title: 'learning.unsaved.title',
        loadComponent: () => import('./unsaved-page').then((m) => m.UnsavedPage),
      },
    ],
  },
];

/** Where the links of groups lead, under `/join`. */
export const joinRoutes: Routes = [
  {
    path: ':code',
    canActivate: withWords,
    loadComponent: () => import('./groups/join-page').then((m) => m.JoinPage),
  },
];
