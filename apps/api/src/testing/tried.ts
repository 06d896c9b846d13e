import { CourseDetail, LessonDetail, Preview } from '@haven/catalog/contract';
import { type Browser } from './browser';

/** A course in a preview. */
export interface Tried {
  readonly id: string;
  /** The browser of whoever previews, as the frame uses it. */
  readonly frame: Browser;
}

/** Begins a preview of a release, or of the draft. */
export async function tryCourse(editor: Browser, course: string, release: number | null = null): Promise<Tried> {
  const { id } = (await editor.post(`/api/studio/courses/${course}/previews`, { release }).expect(201)).json(Preview);
  return { id, frame: editor.inPreview(id) };
}

/**
 * Everything that somebody reads of a course, but for when it was published, and the ids of quizzes: those of a preview are its own.
 */
export async function readThrough(browser: Browser, slug: string) {
  const course = (await browser.get(`/api/courses/${slug}`).expect(200)).json(CourseDetail);
  const lessons: LessonDetail[] = [];
  for (const lesson of course.modules.flatMap((module) => module.lessons)) {
    const detail = (await browser.get(`/api/courses/${slug}/lessons/${lesson.slug}`).expect(200)).json(LessonDetail);
    lessons.push({ ...detail, quiz: detail.quiz && { ...detail.quiz, id: '' } });
  }
  return { ...course, release: course.release.number, lessons };
}
