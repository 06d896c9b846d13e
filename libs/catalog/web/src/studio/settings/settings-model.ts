import { CourseGroup, CourseSettings, Order, Picture, type SettingsNow, Visibility } from '@haven/catalog/contract';
import { Slug } from '@haven/shared/contract';
import * as z from 'zod';
import { instantOf, whenOf } from '../releases/when';

const both = z.strictObject({ en: z.string(), es: z.string() });
const moment = z.strictObject({ date: z.string(), time: z.string() });
type Moment = z.infer<typeof moment>;

/** The settings of a course as a form holds them, outcomes one in a line. Also how they are kept on the device. */
export const SettingsModel = z.strictObject({
  outcomes: both,
  reviewedOn: z.string(),
  certificate: z.boolean(),
  order: Order,
  prerequisites: z.array(Slug),
  opens: moment,
  closes: moment,
  visibility: Visibility,
  groups: z.array(CourseGroup),
  cover: Picture.nullable(),
  alt: both,
});
export type SettingsModel = z.infer<typeof SettingsModel>;

const never: Moment = { date: '', time: '' };

function momentOf(instant: string | null): Moment {
  if (instant === null) return never;
  const { date, time } = whenOf(new Date(instant));
  return { date, time };
}

const same = (a: Moment, b: Moment) => a.date === b.date && a.time === b.time;

/** The moment that was typed, null where none was; undefined where a part of it is missing. */
function typed({ date, time }: Moment): string | null | undefined {
  return date || time ? instantOf({ now: false, date, time }) : null;
}

export function toSettingsModel({ outcomes, cover, ...settings }: SettingsNow): SettingsModel {
  const { reviewedOn, certificate, order, prerequisites, visibility, groups } = settings;
  return {
    outcomes: { en: outcomes.en.join('\n'), es: (outcomes.es ?? []).join('\n') },
    ...{ reviewedOn, certificate, order, prerequisites, visibility, groups },
    opens: momentOf(settings.opens),
    closes: momentOf(settings.closes),
    cover: cover && { picture: cover.picture, width: cover.width, height: cover.height },
    alt: { en: cover?.alt.en ?? '', es: cover?.alt.es ?? '' },
  };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What is sent. A moment that nobody touched goes back as it came: a form knows no seconds. Null where a moment lacks a part. */
export function toSettings(model: SettingsModel, was: SettingsNow): CourseSettings | null {
  const [opens, closes] = (['opens', 'closes'] as const).map((key) =>
    same(model[key], momentOf(was[key])) ? was[key] : typed(model[key]),
  );
  if (opens === undefined || closes === undefined) return null;
  const { outcomes, reviewedOn, certificate, order, prerequisites, visibility, groups, cover, alt } = model;
  const es = lines(outcomes.es);
  return {
    outcomes: { en: lines(outcomes.en), ...(es.length > 0 && { es }) },
    ...{ reviewedOn, certificate, order, prerequisites, opens, closes, visibility, groups },
    cover: cover && { ...cover, alt: { en: alt.en.trim(), ...(alt.es.trim() && { es: alt.es.trim() }) } },
  };
}

/** What is wrong, by the name of the field: what the contract has against it, half a moment, and an end before the beginning. */
export function faultsOf(model: SettingsModel, was: SettingsNow): ReadonlySet<string> {
  const half = (['opens', 'closes'] as const).filter((key) => typed(model[key]) === undefined);
  const sent = toSettings(model, was);
  if (!sent) return new Set(half);
  const parsed = CourseSettings.safeParse(sent);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path: [part, language, field] }) => {
        if (part === 'outcomes') return `outcomes.${String(language)}`;
        return part === 'cover' ? `alt.${String(field)}` : String(part);
      });
  const backwards = sent.opens !== null && sent.closes !== null && sent.closes <= sent.opens;
  const forNobody = model.visibility === 'groups' && model.groups.length === 0;
  return new Set([...faults, ...(backwards ? ['order'] : []), ...(forNobody ? ['groups'] : [])]);
}
