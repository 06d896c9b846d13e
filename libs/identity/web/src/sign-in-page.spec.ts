import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideI18n, useLocale } from '@haven/shared/web';
import { dictionaries } from './i18n/dictionaries';
import { identityRoutes } from './identity.routes';

const nobody = { person: null };
const editor = { person: { id: '0193f2a0-0000-7000-8000-000000000001', role: 'editor', name: 'Ana' } };

describe('the sign-in page', () => {
  const open = async (url: string) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideI18n(dictionaries),
        provideRouter(
          [{ path: '', canActivate: [useLocale], children: [...identityRoutes, { path: '**', children: [] }] }],
          withComponentInputBinding(),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create(url);
    const http = TestBed.inject(HttpTestingController);
    const page = harness.routeNativeElement;
    if (!page) throw new Error('There is no page.');
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    };
    const find = (selector: string) => page.querySelector<HTMLInputElement>(selector);
    const type = (id: string, text: string) => {
      const control = find(`#${id}`);
      if (!control) throw new Error(`There is no ${id}.`);
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const submit = async () => {
      find('button[type=submit]')?.click();
      await settle();
    };
    await settle();
    return { http, page, find, type, submit, settle, url: () => TestBed.inject(Router).url };
  };

  const fill = async (url = '/sign-in') => {
    const desk = await open(url);
    desk.http.expectOne({ url: '/api/session', method: 'GET' }).flush(nobody);
    desk.type('email', ' Ana@Example.org ');
    desk.type('password', 'lamp and harbour');
    await desk.submit();
    return { ...desk, sent: desk.http.expectOne({ url: '/api/session', method: 'POST' }) };
  };

  it('lets password managers help', async () => {
    const { find } = await open('/sign-in');
    expect(find('#email')?.autocomplete).toBe('username');
    expect(find('#password')?.autocomplete).toBe('current-password');
    expect(find('#password')?.type).toBe('password');
  });

  it('says at the top and at the fields what is missing, and sends nothing', async () => {
    const { http, page, submit, find } = await open('/sign-in');
    await submit();
    expect(page.querySelectorAll('hv-error-summary li')).toHaveLength(2);
    expect(find('#email')?.getAttribute('aria-invalid')).toBe('true');
    expect(document.title).toMatch(/^Error: /);
    http.expectNone({ method: 'POST' });
  });

  it('shows the password when asked', async () => {
    const { find, settle } = await open('/sign-in');
    find('input[type=checkbox]')?.click();
    await settle();
    expect(find('#password')?.type).toBe('text');
  });

  it('goes on to where the person wanted to go', async () => {
    const { sent, settle, url } = await fill('/sign-in?next=%2Fstudio%3Fpage%3D2');
    expect(sent.request.body).toEqual({ email: 'ana@example.org', password: 'lamp and harbour' });
    sent.flush(editor);
    await settle();
    expect(url()).toBe('/studio?page=2');
  });

  it('stays on this site', async () => {
    const { sent, settle, url } = await fill('/sign-in?next=%2F%2Fevil.example');
    sent.flush(editor);
    await settle();
    expect(url()).toBe('/studio');
  });

  it('sends on somebody who is signed in already', async () => {
    const { http, settle, url } = await open('/sign-in?next=%2Fstudio');
    http.expectOne({ method: 'GET' }).flush(editor);
    await settle();
    expect(url()).toBe('/studio');
  });

  const problem = (status: number, code: string) => ({ type: 'about:blank', status, code, title: code });

  it('does not say which of the two was wrong', async () => {
    const { sent, settle, page, find } = await fill();
    sent.flush(problem(401, 'wrong-credentials'), { status: 401, statusText: '' });
    await settle();
    expect(page.textContent).toContain('No account has this e-mail address with this password');
    expect(find('#email')?.value).toBe('Ana@Example.org');
  });

  it('says when to try again', async () => {
    const { sent, settle, page } = await fill();
    sent.flush(problem(429, 'too-many-tries'), { status: 429, statusText: '', headers: { 'retry-after': '60' } });
    await settle();
    expect(page.textContent).toMatch(/Try again from \d+:\d\d/);
  });

  it('keeps what was typed when the server cannot be reached', async () => {
    const { sent, settle, page, find } = await fill();
    sent.error(new ProgressEvent('error'));
    await settle();
    expect(page.textContent).toContain('Haven cannot be reached');
    expect(find('#password')?.value).toBe('lamp and harbour');
  });
});
