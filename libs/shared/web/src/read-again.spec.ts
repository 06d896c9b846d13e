import { Injector, resource } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { readAgain } from './read-again';

describe('reading again after a change', () => {
  /** A resource whose answers come when the spec says so. */
  const asked = () => {
    const answers: ((value: string) => void)[] = [];
    const read = resource({
      injector: TestBed.inject(Injector),
      loader: () => new Promise<string>((resolve) => answers.push(resolve)),
    });
    const settle = async () => {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { answers, read, settle };
  };

  it('does not take an answer that was on its way before the change', async () => {
    const { answers, read, settle } = asked();
    await settle();
    answers[0]?.('at first');
    await settle();
    readAgain(read);
    await settle();
    readAgain(read);
    await settle();
    expect([answers.length, read.value()]).toEqual([3, 'at first']);
    answers[2]?.('after the change');
    answers[1]?.('before the change');
    await settle();
    expect([read.value(), read.status()]).toEqual(['after the change', 'resolved']);
  });

  it('leaves the first reading alone', async () => {
    const { answers, read, settle } = asked();
    await settle();
    readAgain(read);
    await settle();
    expect([answers.length, read.status()]).toEqual([1, 'loading']);
  });
});
