import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type CourseTranslation,
  type ReviewPart,
  type SectionTranslation,
  type SetGate,
  type TranslatePart,
  type TranslationPart,
  type XliffReport,
} from '@haven/catalog/contract';
import { firstValueFrom } from 'rxjs';

const address = (course: string) => `/api/studio/courses/${course}/translation`;

/** The one place that knows where translations are. */
@Service()
export class TranslationClient {
  private readonly http = inject(HttpClient);

  course(id: () => string) {
    return httpResource<CourseTranslation>(() => address(id()));
  }

  /** A section; nothing while it is not known which. */
  section(id: () => string, item: () => string | undefined) {
    return httpResource<SectionTranslation>(() => (item() ? `${address(id())}/${item()}` : undefined));
  }

  /** The section as it is on the server now. */
  readSection(id: string, item: string): Promise<SectionTranslation> {
    return firstValueFrom(this.http.get<SectionTranslation>(`${address(id)}/${item}`));
  }

  setGate(id: string, set: SetGate): Promise<CourseTranslation> {
    return firstValueFrom(this.http.put<CourseTranslation>(address(id), set));
  }

  /** Where a course, or one lesson of it, is downloaded as XLIFF. */
  xliffAddress(id: string, item?: string): string {
    return `/api/studio/courses/${id}/xliff${item === undefined ? '' : `?item=${item}`}`;
  }

  /** Tells what a file would change, or takes it. */
  sendXliff(id: string, file: File, take: boolean): Promise<XliffReport> {
    const headers = { 'content-type': 'application/octet-stream' };
    // Without a type of its own, or the browser would name that instead.
    const bytes = file.slice(0, file.size, 'application/octet-stream');
    const url = `/api/studio/courses/${id}/xliff-${take ? 'imports' : 'previews'}`;
    return firstValueFrom(this.http.post<XliffReport>(url, bytes, { headers }));
  }

  translate(id: string, item: string, edit: TranslatePart): Promise<TranslationPart> {
    return firstValueFrom(this.http.put<TranslationPart>(`${address(id)}/${item}`, edit));
  }

  review(id: string, item: string, mark: ReviewPart): Promise<TranslationPart> {
    return firstValueFrom(this.http.put<TranslationPart>(`${address(id)}/${item}/review`, mark));
  }
}
