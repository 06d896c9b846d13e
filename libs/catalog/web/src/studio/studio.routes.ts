import { type Routes } from '@angular/router';
import { assessmentWords } from '@haven/assessment/web';
import {
  analysisDictionaries,
  bankDictionaries,
  exchangeDictionaries,
  questionDictionaries,
} from '@haven/assessment/web/studio';
import { staffOnly } from '@haven/identity/web';
import { editingDictionaries, leaveSafely } from '@haven/identity/web/editing';
import { recordingListRoutes, recordingPageRoutes, unfinishedUploads } from '@haven/recordings/web/studio';
import { type Dictionaries, withDictionary } from '@haven/shared/web';

const dictionaries: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
const outlineDictionaries: Dictionaries = {
  en: () => import('./outline/i18n/en'),
  es: () => import('./outline/i18n/es'),
};

const packageDictionaries: Dictionaries = {
  en: () => import('./package/i18n/en'),
  es: () => import('./package/i18n/es'),
};

const previewDictionaries: Dictionaries = {
  en: () => import('./preview/i18n/en'),
  es: () => import('./preview/i18n/es'),
};

const releaseDictionaries: Dictionaries = {
  en: () => import('./releases/i18n/en'),
  es: () => import('./releases/i18n/es'),
};

const settingsDictionaries: Dictionaries = {
  en: () => import('./settings/i18n/en'),
  es: () => import('./settings/i18n/es'),
};

const groupDictionaries: Dictionaries = { en: () => import('./groups/i18n/en'), es: () => import('./groups/i18n/es') };

const textDictionaries: Dictionaries = { en: () => import('./text/i18n/en'), es: () => import('./text/i18n/es') };

const translationDictionaries: Dictionaries = {
  en: () => import('./translation/i18n/en'),
  es: () => import('./translation/i18n/es'),
};

/** The children of `/studio`. For everybody but staff nothing here matches. */
export const studioRoutes: Routes = [
  {
    path: '',
    canMatch: [staffOnly],
    canActivate: [
      withDictionary(dictionaries),
      withDictionary(outlineDictionaries),
      withDictionary(releaseDictionaries),
      withDictionary(editingDictionaries),
      withDictionary(assessmentWords),
      withDictionary(questionDictionaries),
      unfinishedUploads,
    ],
    children: [
      {
        path: '',
        loadComponent: () => import('./studio-lists').then((m) => m.StudioLists),
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'studio.courses.title',
            loadComponent: () => import('./course-list-page').then((m) => m.CourseListPage),
          },
          {
            path: 'questions',
            title: 'bank.title',
            canActivate: [withDictionary(bankDictionaries)],
            loadComponent: () => import('./bank-page').then((m) => m.BankPage),
          },
          { path: 'recordings', pathMatch: 'full', children: recordingListRoutes },
          {
            path: 'groups',
            title: 'groups.title',
            canActivate: [withDictionary(groupDictionaries)],
            loadComponent: () => import('./groups/groups-page').then((m) => m.GroupsPage),
          },
        ],
      },
      { path: 'recordings', children: recordingPageRoutes },
      {
        path: 'courses/new',
        title: 'studio.newCourse.title',
        loadComponent: () => import('./new-course-page').then((m) => m.NewCoursePage),
      },
      {
        path: 'import',
        title: 'packages.title',
        canActivate: [withDictionary(packageDictionaries)],
        loadComponent: () => import('./package/import-page').then((m) => m.ImportPage),
      },
      { path: 'courses/:id', pathMatch: 'full', redirectTo: 'courses/:id/outline' },
      {
        path: 'courses/:id/outline',
        canActivate: [withDictionary(packageDictionaries)],
        canDeactivate: [leaveSafely],
        loadComponent: () => import('./outline-page').then((m) => m.OutlinePage),
      },
      {
        path: 'courses/:id/settings',
        canActivate: [withDictionary(settingsDictionaries)],
        canDeactivate: [leaveSafely],
        loadComponent: () => import('./settings-page').then((m) => m.SettingsPage),
      },
      {
        path: 'courses/:id/lessons/:lesson',
        canActivate: [withDictionary(textDictionaries)],
        canDeactivate: [leaveSafely],
        loadComponent: () => import('./lesson-page').then((m) => m.LessonPage),
      },
      {
        path: 'courses/:id/questions/:quiz',
        canActivate: [withDictionary(bankDictionaries)],
        canDeactivate: [leaveSafely],
        runGuardsAndResolvers: 'pathParamsOrQueryParamsChange',
        loadComponent: () => import('./questions-page').then((m) => m.QuestionsPage),
      },
      {
        path: 'courses/:id/questions/:quiz/rules',
        canDeactivate: [leaveSafely],
        loadComponent: () => import('./rules-page').then((m) => m.RulesPage),
      },
      {
        path: 'courses/:id/questions/:quiz/files',
        canActivate: [withDictionary(exchangeDictionaries)],
        loadComponent: () => import('./files-page').then((m) => m.FilesPage),
      },
      {
        path: 'courses/:id/questions/:quiz/grades',
        loadComponent: () => import('./grades-page').then((m) => m.GradesPage),
      },
      {
        path: 'courses/:id/questions/:quiz/analysis',
        canActivate: [withDictionary(analysisDictionaries)],
        loadComponent: () => import('./analysis-page').then((m) => m.AnalysisPage),
      },
      {
        path: 'courses/:id/preview',
        canActivate: [withDictionary(previewDictionaries)],
        loadComponent: () => import('./preview/preview-page').then((m) => m.PreviewPage),
      },
      {
        path: 'courses/:id/translations',
        canActivate: [withDictionary(translationDictionaries)],
        canDeactivate: [leaveSafely],
        runGuardsAndResolvers: 'pathParamsOrQueryParamsChange',
        loadComponent: () => import('./translation/translation-page').then((m) => m.TranslationPage),
      },
      { path: 'courses/:id/publish', loadComponent: () => import('./publish-page').then((m) => m.PublishPage) },
      { path: 'courses/:id/history', loadComponent: () => import('./history-page').then((m) => m.HistoryPage) },
      {
        path: 'courses/:id/history/compare',
        loadComponent: () => import('./releases/compare-page').then((m) => m.ComparePage),
      },
      {
        path: 'courses/:id/history/:number/again',
        loadComponent: () => import('./releases/again-page').then((m) => m.AgainPage),
      },
    ],
  },
];
