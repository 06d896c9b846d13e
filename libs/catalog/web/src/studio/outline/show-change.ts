import { changeOutline, type OutlineChange, type StudioCourse, type StudioLesson } from '@haven/catalog/contract';
import { type Text } from '@haven/shared/contract';

export type Modules = StudioCourse['modules'];
type Module = Modules[number];

/** A course as it will be once `change` is made. What the server would refuse is shown as if it had not been asked. */
export function showChange(course: StudioCourse, change: OutlineChange, past: Modules): StudioCourse {
  const modules = changeOutline<StudioLesson, Module>(course.modules, change, {
    ...{ seen: course.modules, past },
    module: (id, title) => ({ id, title, lessons: [] }),
    lesson: (id, of) => newLesson(id, change, of),
  });
  const next = { ...course, modules: [...(modules ?? course.modules)] };
  if (change.do === 'rename-lesson') return { ...next, modules: renamed(next.modules, change.lesson, change.title) };
  if (change.do === 'settle') return { ...next, settings: change.now };
  return change.do === 'describe' ? { ...next, ...change.now } : next;
}

const renamed = (modules: Modules, id: string, title: Text): Modules =>
  modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => (lesson.id === id ? { ...lesson, title } : lesson)),
  }));

function newLesson(id: string, change: OutlineChange, of?: StudioLesson): StudioLesson {
  if (of) return { ...of, id, state: 'new', title: change.do === 'duplicate-lesson' ? change.title : of.title };
  const { title, kind } =
    change.do === 'add-lesson'
      ? { title: change.title, kind: change.source.kind === 'lesson' ? ('reading' as const) : change.source.kind }
      : { title: { en: '' }, kind: 'reading' as const };
  const lacks = kind === 'reading' ? 'text' : kind === 'quiz' ? 'questions' : null;
  return { id, kind, title, lacks, slug: '', minutes: 1, quiz: null, state: 'new', staleIn: [], missingIn: ['es'] };
}
