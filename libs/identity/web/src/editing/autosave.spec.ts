import { Autosave, type AutosavePort, type Edition, type Outcome } from './autosave';

class Desk implements AutosavePort<string> {
  kept: Edition<string> | null = null;
  sent: [string, number][] = [];
  answers: Outcome<string>[] = [];
  timers: { ms: number; then: () => void }[] = [];
  gate: Promise<void> = Promise.resolve();

  async save(value: string, version: number): Promise<Outcome<string>> {
    this.sent.push([value, version]);
    await this.gate;
    return this.answers.shift() ?? { kind: 'saved', version: version + 1 };
  }
  keep(edition: Edition<string>) {
    this.kept = edition;
    return true;
  }
  drop() {
    this.kept = null;
  }
  wait(ms: number, then: () => void) {
    const timer = { ms, then };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }
  now() {
    return new Date('2026-11-23T10:42:00Z');
  }
  async tick() {
    const due = this.timers;
    this.timers = [];
    for (const timer of due) timer.then();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  }
}

describe('Autosave', () => {
  const begin = () => {
    const desk = new Desk();
    return { desk, text: new Autosave<string>({ version: 1, value: 'old' }, desk) };
  };

  it('keeps each word on the device at once, and sends within a second after the last', async () => {
    const { desk, text } = begin();
    text.type('n', true);
    text.type('new', true);
    expect(desk.kept).toEqual({ version: 1, value: 'new' });
    expect(desk.timers.map((timer) => timer.ms <= 1000)).toEqual([true]);
    expect(text.phase()).toBe('typing');
    await desk.tick();
    expect(desk.sent).toEqual([['new', 1]]);
    expect([text.phase(), text.savedAt(), desk.kept]).toEqual(['saved', desk.now(), null]);
  });

  it('does not send what was not changed, nor what the contract refuses', async () => {
    const { desk, text } = begin();
    text.type('old', true);
    expect([desk.timers, text.phase()]).toEqual([[], 'saved']);
    text.type('', false);
    await desk.tick();
    expect([desk.sent, text.phase(), desk.kept]).toEqual([[], 'invalid', { version: 1, value: '' }]);
  });

  it('sends one at a time, each on the version before', async () => {
    const { desk, text } = begin();
    let open = () => {};
    desk.gate = new Promise((resolve) => (open = resolve));
    text.type('one', true);
    await desk.tick();
    text.type('two', true);
    await desk.tick();
    expect(desk.sent).toEqual([['one', 1]]);
    open();
    await desk.tick();
    await desk.tick();
    expect(desk.sent).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
    expect([text.phase(), desk.kept]).toEqual(['saved', null]);
  });

  it('stays on the device without a connection, tries again by itself, and at once when told', async () => {
    const { desk, text } = begin();
    desk.answers = [{ kind: 'unreachable' }, { kind: 'unreachable' }];
    text.type('new', true);
    await desk.tick();
    expect([text.phase(), desk.timers[0]?.ms, desk.kept]).toEqual(['device', 3000, { version: 1, value: 'new' }]);
    await desk.tick();
    expect([text.phase(), desk.timers[0]?.ms]).toEqual(['device', 10_000]);
    await text.flush();
    expect([text.phase(), desk.kept, desk.sent.length]).toEqual(['saved', null, 3]);
  });

  it('waits with a refusal until the text changes', async () => {
    const { desk, text } = begin();
    const problem = { type: 'about:blank', status: 400, code: 'invalid', title: 'No' } as const;
    desk.answers = [{ kind: 'refused', problem }];
    text.type('bad', true);
    await desk.tick();
    expect([text.phase(), text.problem(), desk.timers]).toEqual(['refused', problem, []]);
    text.type('good', true);
    await desk.tick();
    expect([text.phase(), text.problem()]).toEqual(['saved', null]);
  });

  describe('when somebody else saved first', () => {
    const clash = async () => {
      const { desk, text } = begin();
      desk.answers = [{ kind: 'stale', theirs: { version: 5, value: 'theirs' } }];
      text.type('mine', true);
      await desk.tick();
      return { desk, text };
    };

    it('sends nothing more, and keeps what is typed on', async () => {
      const { desk, text } = await clash();
      expect([text.phase(), text.theirs()?.value]).toEqual(['conflict', 'theirs']);
      text.type('mine too', true);
      await desk.tick();
      expect([desk.sent.length, desk.kept?.value]).toEqual([1, 'mine too']);
    });

    it('takes theirs and puts mine aside', async () => {
      const { desk, text } = await clash();
      expect(text.takeTheirs()).toBe('theirs');
      expect([text.phase(), text.aside(), desk.sent.length]).toEqual(['saved', 'mine', 1]);
      text.type('theirs, changed', true);
      await desk.tick();
      expect(desk.sent[1]).toEqual(['theirs, changed', 5]);
    });

    it('saves mine on top of theirs and puts theirs aside', async () => {
      const { desk, text } = await clash();
      await text.keepMine();
      expect([desk.sent[1], text.phase(), text.aside()]).toEqual([['mine', 5], 'saved', 'theirs']);
    });

    it('asks nothing where both wrote the same', async () => {
      const { desk, text } = begin();
      desk.answers = [{ kind: 'stale', theirs: { version: 5, value: 'same' } }];
      text.type('same', true);
      await desk.tick();
      expect([text.phase(), desk.kept]).toEqual(['saved', null]);
    });
  });

  describe('with a text left on the device', () => {
    it('sends it when nobody saved since', async () => {
      const { desk, text } = begin();
      expect(text.restore({ version: 1, value: 'left' }, true)).toBe(true);
      await desk.tick();
      expect(desk.sent).toEqual([['left', 1]]);
    });

    it('asks when somebody did', () => {
      const { text } = begin();
      expect(text.restore({ version: 0, value: 'left' }, true)).toBe(true);
      expect([text.phase(), text.theirs()]).toEqual(['conflict', { version: 1, value: 'old' }]);
    });

    it('forgets it when the server has it already', () => {
      const { desk, text } = begin();
      desk.kept = { version: 0, value: 'old' };
      expect([text.restore(desk.kept, true), desk.kept]).toEqual([false, null]);
    });
  });
});
