import { HttpClient, HttpErrorResponse, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type PackageReport, type SendPackage, type TakenPackage } from '@haven/catalog/contract';
import { firstValueFrom } from 'rxjs';

const packages = '/api/studio/packages';

/** The one place that knows where packages go in and out. */
@Service()
export class PackageClient {
  private readonly http = inject(HttpClient);

  /** What is in a package that was sent; nothing where there is no id. */
  report(id: () => string | undefined) {
    return httpResource<PackageReport>(() => (id() ? `${packages}/${id()}` : undefined));
  }

  /** Where a course is downloaded as a package: its draft, or a release. */
  address(course: string, release?: number): string {
    return `/api/studio/courses/${course}/package${release === undefined ? '' : `?release=${release}`}`;
  }

  /** Sends a package and answers what is in it. Not by fetch, which does not tell how much of it has been sent. */
  send(file: File, given: SendPackage, sent: (bytes: number) => void): Promise<PackageReport> {
    const request = new XMLHttpRequest();
    request.open('POST', `${packages}?${new URLSearchParams(given).toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => sent(loaded);
    return new Promise((resolve, reject) => {
      request.onload = () => {
        const { status, response: error } = request as { status: number; response: unknown };
        if (status === 200) resolve(error as PackageReport);
        else reject(new HttpErrorResponse({ status, error }));
      };
      request.onerror = () => reject(new HttpErrorResponse({ status: 0 }));
      // Without a type of its own, or the browser would name that instead.
      request.send(file.slice(0, file.size, 'application/octet-stream'));
    });
  }

  take(id: string, slug: string): Promise<TakenPackage> {
    return firstValueFrom(this.http.post<TakenPackage>(`${packages}/${id}/course`, { slug }));
  }
}
