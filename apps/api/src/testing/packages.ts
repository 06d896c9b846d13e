import { PackageReport, StudioCourseCards, TakenPackage } from '@haven/catalog/contract';
import { type Asked, type Browser } from './browser';

/** Sends a package. */
export const sendPackage = (by: Browser, bytes: Buffer, { lang = 'en', name = 'course.zip' } = {}): Asked =>
  by.send('POST', `/api/studio/packages?lang=${lang}&name=${encodeURIComponent(name)}`, bytes, {
    'content-type': 'application/octet-stream',
    'content-length': String(bytes.length),
  });

/** Sends a package and tells what is in it. */
export const lookInto = async (by: Browser, bytes: Buffer, given?: { lang?: string; name?: string }) =>
  (await sendPackage(by, bytes, given).expect(200)).json(PackageReport);

/** Sends a package, takes it, and answers the new course. */
export async function takePackage(
  by: Browser,
  bytes: Buffer,
  given?: { lang?: string; name?: string },
): Promise<string> {
  const { id, slug } = await lookInto(by, bytes, given);
  return (await by.post(`/api/studio/packages/${id}/course`, { slug }).expect(201)).json(TakenPackage).course;
}

/** The id of a course in the studio, by its address. */
export async function courseBySlug(by: Browser, slug: string): Promise<string> {
  const { items } = (await by.get('/api/studio/courses').expect(200)).json(StudioCourseCards);
  return items.find((one) => one.slug === slug)?.id ?? '';
}
