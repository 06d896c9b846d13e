import { InjectionToken, type Signal, signal } from '@angular/core';

/**
 * The slugs of the courses that this person has begun, empty until known and in a server render. The application provides it from the
 * learning domain, which stands above this one.
 */
export const BEGUN_COURSES = new InjectionToken<Signal<ReadonlySet<string>>>('BEGUN_COURSES', {
  factory: () => signal(new Set<string>()),
});

/** The slugs of those that they completed, likewise. */
export const COMPLETED_COURSES = new InjectionToken<Signal<ReadonlySet<string>>>('COMPLETED_COURSES', {
  factory: () => signal(new Set<string>()),
});
