import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@haven/identity/web';
import { provideI18n } from '@haven/shared/web';
import { HASH_FILE } from './file-hash';
import { TRANSFER, type TransferEvents } from './tus-client';
import { Uploads } from './uploads';

const file = (name: string) => new File(['0123456789'], name, { type: 'video/mp4' });
const card = {
  id: '0193f2a0-0000-7000-8000-000000000001',
  name: 'left.mp4',
  size: 10,
  received: 4,
  replaces: null,
  startedAt: '2026-11-24T00:00:00Z',
  expiresAt: '2026-11-26T00:00:00Z',
};

const open = async () => {
  const events: TransferEvents[] = [];
  const stopped: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideI18n(),
      provideRouter([]),
      { provide: HASH_FILE, useValue: () => Promise.resolve(null) },
      {
        provide: TRANSFER,
        useValue: (sent: File, _id: null, _about: unknown, heard: TransferEvents) => {
          events.push(heard);
          return { start: () => undefined, stop: () => stopped.push(sent.name) };
        },
      },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore);
  const known = session.reload();
  const person = { id: '0193f2a0-0000-7000-8000-000000000009', role: 'author', name: 'Ana' };
  http.expectOne('/api/session').flush({ person });
  await known;
  const uploads = TestBed.inject(Uploads);
  const phases = () => {
    TestBed.tick();
    return uploads.runs().map((run) => run.state().phase);
  };
  return { uploads, events, stopped, phases, http, session };
};

describe('uploads', () => {
  it('run two at a time; the next one starts when one ends', async () => {
    const { uploads, events, phases } = await open();
    uploads.add([file('a.mp4'), file('b.mp4'), file('c.mp4')], 'en');
    expect(phases()).toEqual(['sending', 'sending', 'waiting']);
    events[0]?.done();
    expect(phases()).toEqual(['done', 'sending', 'sending']);
  });

  it('give their place to another while they are paused', async () => {
    const { uploads, phases } = await open();
    uploads.add([file('a.mp4'), file('b.mp4'), file('c.mp4')], 'en');
    phases();
    uploads.runs()[0]?.pause();
    expect(phases()).toEqual(['paused', 'sending', 'sending']);
    uploads.runs()[0]?.resume();
    expect(phases()).toEqual(['waiting', 'sending', 'sending']);
  });

  it('go on at once when the connection is back', async () => {
    const { uploads, events, phases } = await open();
    uploads.add([file('a.mp4')], 'en');
    phases();
    events[0]?.failed({ status: 0, code: null });
    expect(phases()).toEqual(['offline']);
    window.dispatchEvent(new Event('online'));
    expect(phases()).toEqual(['sending']);
  });

  it('warn before the page is closed, while something is on its way alone', async () => {
    const { uploads, events, phases } = await open();
    const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    uploads.restore([card]);
    expect([leave(), phases()]).toEqual([false, ['choose']]);
    uploads.add([file('a.mp4')], 'en');
    expect([phases(), leave()]).toEqual([['choose', 'sending'], true]);
    events[0]?.done();
    expect(leave()).toBe(false);
  });

  it('list what an earlier visit left, each once', async () => {
    const { uploads, phases } = await open();
    uploads.restore([card]);
    uploads.restore([card]);
    expect(phases()).toEqual(['choose']);
  });

  it('stop and go away with the person', async () => {
    const { uploads, stopped, phases, http, session } = await open();
    uploads.add([file('a.mp4')], 'en');
    phases();
    const gone = session.reload();
    http.expectOne('/api/session').flush({ person: null });
    await gone;
    expect([phases(), stopped]).toEqual([[], ['a.mp4']]);
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
